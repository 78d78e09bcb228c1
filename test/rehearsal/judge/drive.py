"""boto3 drives the cluster through a service's life: python3 drive.py ENDPOINT. Prints {"ok": [what was done]}."""

import json
import sys

from botocore.exceptions import ClientError

from ground import CLUSTER, NETWORK, client, definition, follow, load_balancer, newest, until_waiting

PAUSE = {"targetType": "PAUSE", "lifecycleStages": ["POST_SCALE_UP"]}
STRATEGIES = [
    {"strategy": "ROLLING", "maximumPercent": 200, "minimumHealthyPercent": 100,
     "deploymentCircuitBreaker": {"enable": True, "rollback": True}},
    {"strategy": "BLUE_GREEN", "bakeTimeInMinutes": 0, "deploymentCircuitBreaker": {"enable": False, "rollback": False}},
    {"strategy": "CANARY", "bakeTimeInMinutes": 0, "canaryConfiguration": {"canaryPercent": 5.5, "canaryBakeTimeInMinutes": 0}},
    {"strategy": "LINEAR", "bakeTimeInMinutes": 0, "linearConfiguration": {"stepPercent": 50.0, "stepBakeTimeInMinutes": 0}},
]


def refused(call, **given):
    try:
        call(**given)
    except ClientError as error:
        return error.response["Error"]["Code"]
    raise AssertionError(f"{call.__name__} was accepted")


def life(ecs, elb):
    ecs.create_cluster(clusterName=CLUSTER)
    revisions = iter(range(2, 100))
    register = lambda: ecs.register_task_definition(**definition("driven", str(next(revisions))))["taskDefinition"]["taskDefinitionArn"]
    ecs.create_service(
        cluster=CLUSTER, serviceName="driven", taskDefinition=register(), desiredCount=2, launchType="FARGATE",
        networkConfiguration=NETWORK, loadBalancers=load_balancer(elb, "driven"), deploymentConfiguration=STRATEGIES[0],
        tags=[{"key": "team", "value": "cart"}], propagateTags="SERVICE",
    )
    assert follow(ecs, "driven")["status"] == "SUCCESSFUL"
    yield "create"
    update = lambda **given: ecs.update_service(cluster=CLUSTER, service="driven", taskDefinition=register(), **given)
    for configuration in STRATEGIES:
        update(deploymentConfiguration=configuration)
        assert follow(ecs, "driven")["status"] == "SUCCESSFUL", configuration
        yield f"update {configuration['strategy']}"
    paused = {**STRATEGIES[1], "lifecycleHooks": [PAUSE]}
    update(deploymentConfiguration=paused)
    until_waiting(ecs, "driven")
    yield "pause"
    assert follow(ecs, "driven")["status"] == "SUCCESSFUL"
    yield "continue"
    update()
    deployment = until_waiting(ecs, "driven")
    arn = deployment["serviceDeploymentArn"]
    ecs.continue_service_deployment(
        serviceDeploymentArn=arn, hookId=deployment["lifecycleHookDetails"][0]["hookId"], action="ROLLBACK",
    )
    assert follow(ecs, "driven")["status"] == "ROLLBACK_SUCCESSFUL"
    yield "roll back at a pause"
    update()
    ecs.stop_service_deployment(serviceDeploymentArn=newest(ecs, "driven")["serviceDeploymentArn"], stopType="ROLLBACK")
    assert follow(ecs, "driven")["status"] == "ROLLBACK_SUCCESSFUL"
    yield "stop"
    revision = newest(ecs, "driven")["targetServiceRevision"]["arn"]
    assert ecs.describe_service_revisions(serviceRevisionArns=[revision])["serviceRevisions"]
    described = ecs.describe_services(cluster=CLUSTER, services=["driven", "nobody"], include=["TAGS"])
    assert described["failures"][0]["reason"] == "MISSING"
    assert described["services"][0]["tags"] == [{"key": "team", "value": "cart"}]
    tasks = ecs.list_tasks(cluster=CLUSTER, serviceName="driven")["taskArns"]
    assert ecs.describe_tasks(cluster=CLUSTER, tasks=tasks)["tasks"]
    assert ecs.describe_task_definition(taskDefinition="driven", include=["TAGS"])["tags"]
    ecs.list_clusters(), ecs.describe_clusters(clusters=[CLUSTER]), ecs.list_task_definitions(familyPrefix="driven")
    ecs.list_services(cluster=CLUSTER)
    yield "describe and list"


def refusals(ecs, elb):
    assert refused(ecs.describe_services, cluster="nope", services=["x"]) == "ClusterNotFoundException"
    assert refused(ecs.update_service, cluster=CLUSTER, service="nope") == "ServiceNotFoundException"
    assert refused(ecs.describe_task_definition, taskDefinition="nope") == "ClientException"
    assert refused(ecs.stop_service_deployment, serviceDeploymentArn="x") == "ServiceDeploymentNotFoundException"
    configuration = {"strategy": "CANARY", "canaryConfiguration": {"canaryPercent": 500.0}}
    given = {"cluster": CLUSTER, "service": "driven", "deploymentConfiguration": configuration}
    assert refused(ecs.update_service, **given) == "InvalidParameterException"
    assert refused(elb.describe_target_health, TargetGroupArn="x") == "TargetGroupNotFound"
    assert refused(elb.create_load_balancer, Name="driven", Subnets=["a", "b"]) == "DuplicateLoadBalancerName"
    yield "refusals"


def main(endpoint):
    ecs, elb = client("ecs", endpoint), client("elbv2", endpoint)
    done = [*life(ecs, elb), *refusals(ecs, elb)]
    assert client("sts", endpoint).get_caller_identity()["Account"]
    ecs.delete_service(cluster=CLUSTER, service="driven", force=True)
    print(json.dumps({"ok": done}))


if __name__ == "__main__":
    main(sys.argv[1])
