"""What both Python scripts stand on: clients of the cluster, a load balancer with two groups, a service, a deployment."""

import time

import boto3
from botocore.config import Config

CLUSTER = "judged"
ENDED = {"SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED"}
PAUSABLE = [
    "PRE_SCALE_UP", "POST_SCALE_UP", "POST_TEST_TRAFFIC_SHIFT", "PRE_PRODUCTION_TRAFFIC_SHIFT",
    "POST_PRODUCTION_TRAFFIC_SHIFT",
]
NETWORK = {"awsvpcConfiguration": {"subnets": ["subnet-a"]}}


def client(name, endpoint):
    return boto3.client(
        name, endpoint_url=endpoint, region_name="eu-central-1", aws_access_key_id="rehearsal",
        aws_secret_access_key="rehearsal", config=Config(retries={"max_attempts": 0}),
    )


def definition(family, version):
    return {
        "family": family, "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512",
        "containerDefinitions": [{
            "name": "app", "image": "shop/cart:1", "portMappings": [{"containerPort": 8080}],
            "environment": [{"name": "VERSION", "value": version}],
        }],
        "tags": [{"key": "team", "value": "cart"}],
    }


def target_group(elb, name):
    made = elb.create_target_group(
        Name=name, Protocol="HTTP", Port=8080, VpcId="vpc-1", TargetType="ip", HealthCheckPath="/health",
        HealthCheckIntervalSeconds=5, HealthCheckTimeoutSeconds=2,
    )
    arn = made["TargetGroups"][0]["TargetGroupArn"]
    delay = {"Key": "deregistration_delay.timeout_seconds", "Value": "1"}
    elb.modify_target_group_attributes(TargetGroupArn=arn, Attributes=[delay])
    return arn


def rule(elb, balancer, port, groups):
    weights = [{"TargetGroupArn": arn, "Weight": 1 - index} for index, arn in enumerate(groups)]
    made = elb.create_listener(
        LoadBalancerArn=balancer, Protocol="HTTP", Port=port,
        DefaultActions=[{"Type": "forward", "ForwardConfig": {"TargetGroups": weights}}],
    )
    return elb.describe_rules(ListenerArn=made["Listeners"][0]["ListenerArn"])["Rules"][0]["RuleArn"]


def load_balancer(elb, name):
    """The value of a service's loadBalancers: two groups, a rule for production and one for tests."""
    balancer = elb.create_load_balancer(Name=name, Subnets=["subnet-a", "subnet-b"])["LoadBalancers"][0]["LoadBalancerArn"]
    groups = [target_group(elb, f"{name}-blue"), target_group(elb, f"{name}-green")]
    return [{
        "targetGroupArn": groups[0], "containerName": "app", "containerPort": 8080,
        "advancedConfiguration": {
            "alternateTargetGroupArn": groups[1],
            "productionListenerRule": rule(elb, balancer, 8080, groups),
            "testListenerRule": rule(elb, balancer, 8081, groups),
            "roleArn": "arn:aws:iam::000000000000:role/ecs",
        },
    }]


def newest(ecs, service):
    listed = ecs.list_service_deployments(cluster=CLUSTER, service=service)
    arn = listed["serviceDeployments"][0]["serviceDeploymentArn"]
    return ecs.describe_service_deployments(serviceDeploymentArns=[arn])["serviceDeployments"][0]


def waiting(deployment):
    hooks = deployment.get("lifecycleHookDetails", [])
    return [hook["hookId"] for hook in hooks if hook["status"] == "AWAITING_ACTION"]


def follow(ecs, service, seen=lambda deployment: None):
    """The newest deployment of a service at its end; every pause is continued."""
    while True:
        deployment = newest(ecs, service)
        seen(deployment)
        if deployment["status"] in ENDED:
            return deployment
        for hook in waiting(deployment):
            ecs.continue_service_deployment(
                serviceDeploymentArn=deployment["serviceDeploymentArn"], hookId=hook, action="CONTINUE",
            )
        time.sleep(0.05)


def until_waiting(ecs, service):
    while True:
        deployment = newest(ecs, service)
        if waiting(deployment):
            return deployment
        assert deployment["status"] not in ENDED, deployment["status"]
        time.sleep(0.05)
