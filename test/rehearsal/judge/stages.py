"""The order of the stages of each strategy, as the ECS developer guide has it: python3 stages.py ENDPOINT

Each deployment pauses wherever it can, and is continued. What DescribeServiceDeployments told must be the documented order,
none out of place, and every pause must have had a hookId of its own. Prints one JSON line a strategy.
"""

import json
import sys

from ground import CLUSTER, NETWORK, PAUSABLE, client, definition, follow, load_balancer, waiting

BEFORE = ["RECONCILE_SERVICE", "PRE_SCALE_UP", "SCALE_UP", "POST_SCALE_UP", "TEST_TRAFFIC_SHIFT", "POST_TEST_TRAFFIC_SHIFT"]
SHIFT = ["PRODUCTION_TRAFFIC_SHIFT"]
AFTER = ["POST_PRODUCTION_TRAFFIC_SHIFT", "BAKE_TIME", "CLEAN_UP"]
# PRE_PRODUCTION_TRAFFIC_SHIFT is a stage of hooks only: a deployment that waits there is told in PRODUCTION_TRAFFIC_SHIFT.
STRATEGIES = {
    "ROLLING": ({"strategy": "ROLLING"}, [], 2),
    "BLUE_GREEN": ({"strategy": "BLUE_GREEN", "bakeTimeInMinutes": 0}, BEFORE + SHIFT + AFTER, 5),
    "CANARY": (
        {"strategy": "CANARY", "bakeTimeInMinutes": 0,
         "canaryConfiguration": {"canaryPercent": 10.0, "canaryBakeTimeInMinutes": 0}},
        BEFORE + SHIFT * 2 + AFTER, 6,
    ),
    "LINEAR": (
        {"strategy": "LINEAR", "bakeTimeInMinutes": 0,
         "linearConfiguration": {"stepPercent": 30.0, "stepBakeTimeInMinutes": 0}},
        BEFORE + SHIFT * 4 + AFTER, 8,
    ),
}
WEIGHTS = {"BLUE_GREEN": [0, 100], "CANARY": [0, 10, 100], "LINEAR": [0, 30, 60, 90, 100]}


def without_repeats(items):
    return [item for index, item in enumerate(items) if index == 0 or item != items[index - 1]]


def is_in_order(seen, documented):
    """Whether everything seen comes in the documented order; a stage that passes at once may not be seen."""
    rest = iter(without_repeats(documented))
    return all(stage in rest for stage in seen)


def watch(ecs, service):
    stages, hooks, weights = [], [], []

    def seen(deployment):
        if deployment.get("lifecycleStage"):
            stages.append(deployment["lifecycleStage"])
        hooks.extend(hook for hook in waiting(deployment) if hook not in hooks)
        share = deployment["targetServiceRevision"].get("requestedProductionTrafficWeight")
        if share is not None:
            weights.append(share)

    deployment = follow(ecs, service, seen)
    return deployment["status"], without_repeats(stages), hooks, without_repeats(weights)


def deploy(ecs, elb, strategy, configuration):
    family = f"stages-{strategy.lower().replace('_', '-')}"
    pause = {"targetType": "PAUSE", "lifecycleStages": PAUSABLE, "timeoutConfiguration": {"timeoutInMinutes": 5}}
    for version in ("one", "two"):
        ecs.register_task_definition(**definition(family, version))
    ecs.create_service(
        cluster=CLUSTER, serviceName=family, taskDefinition=f"{family}:1", desiredCount=1, launchType="FARGATE",
        networkConfiguration=NETWORK, loadBalancers=load_balancer(elb, family), deploymentConfiguration=configuration,
    )
    assert follow(ecs, family)["status"] == "SUCCESSFUL"
    ecs.update_service(
        cluster=CLUSTER, service=family, taskDefinition=f"{family}:2",
        deploymentConfiguration={**configuration, "lifecycleHooks": [pause]},
    )
    return watch(ecs, family)


def main(endpoint):
    ecs, elb = client("ecs", endpoint), client("elbv2", endpoint)
    ecs.create_cluster(clusterName=CLUSTER)
    for strategy, (configuration, documented, pauses) in STRATEGIES.items():
        status, stages, hooks, weights = deploy(ecs, elb, strategy, configuration)
        print(json.dumps({"strategy": strategy, "status": status, "stages": stages, "pauses": len(hooks), "weights": weights}))
        assert status == "SUCCESSFUL"
        assert is_in_order(stages, documented), f"{strategy}: {stages} is not in the order of {documented}"
        assert {stage for stage in documented if stage.startswith("PO") or stage == "PRE_SCALE_UP"} <= set(stages), stages
        assert len(hooks) == pauses, f"{strategy}: {len(hooks)} pauses instead of {pauses}"
        assert weights == WEIGHTS.get(strategy, []), weights


if __name__ == "__main__":
    main(sys.argv[1])
