"""boto3 drives what stands around ECS: python3 others.py ENDPOINT. Prints {"ok": [what was done]}."""

import datetime
import json
import sys
import time

from botocore.exceptions import ClientError

from ground import NETWORK, client, definition, rule, target_group

CLUSTER = "others"
ROLE = "arn:aws:iam::000000000000:role/any"


def refused(call, **given):
    try:
        call(**given)
    except ClientError as error:
        return error.response["Error"]["Code"]
    raise AssertionError("it was accepted")


def alarms(endpoint):
    cloudwatch = client("cloudwatch", endpoint)
    cloudwatch.put_metric_alarm(
        AlarmName="errors", Namespace="shop", MetricName="errors", Statistic="Sum", Period=60, EvaluationPeriods=2,
        DatapointsToAlarm=1, Threshold=1.0, ComparisonOperator="GreaterThanOrEqualToThreshold",
        TreatMissingData="notBreaching", Dimensions=[{"Name": "service", "Value": "cart"}],
    )
    cloudwatch.set_alarm_state(AlarmName="errors", StateValue="ALARM", StateReason="by hand")
    assert cloudwatch.describe_alarms(AlarmNames=["errors"])["MetricAlarms"][0]["StateValue"] in ("ALARM", "OK")
    cloudwatch.put_metric_data(Namespace="shop", MetricData=[{"MetricName": "errors", "Value": 2.0}])
    now = datetime.datetime.now(datetime.timezone.utc)
    span = {"StartTime": now - datetime.timedelta(minutes=5), "EndTime": now + datetime.timedelta(minutes=1)}
    metric = {"Namespace": "shop", "MetricName": "errors"}
    query = {"Id": "e", "MetricStat": {"Metric": metric, "Period": 60, "Stat": "Sum"}}
    assert cloudwatch.get_metric_data(MetricDataQueries=[query], **span)["MetricDataResults"][0]["Values"] == [2.0]
    assert cloudwatch.get_metric_statistics(**metric, Period=60, Statistics=["Maximum"], **span)["Datapoints"]
    assert cloudwatch.list_metrics(Namespace="shop")["Metrics"]
    assert refused(cloudwatch.delete_alarms, AlarmNames=["nope"]) == "ResourceNotFound"
    cloudwatch.delete_alarms(AlarmNames=["errors"])


def values(endpoint):
    ssm, secrets = client("ssm", endpoint), client("secretsmanager", endpoint)
    ssm.put_parameter(Name="/others/key", Value="one", Type="SecureString")
    assert ssm.get_parameter(Name="/others/key", WithDecryption=True)["Parameter"]["Value"] == "one"
    assert ssm.get_parameters(Names=["/others/key", "/nope"])["InvalidParameters"] == ["/nope"]
    assert refused(ssm.get_parameter, Name="/nope") == "ParameterNotFound"
    made = secrets.create_secret(Name="others", SecretString='{"user": "a"}')
    secrets.put_secret_value(SecretId=made["ARN"], SecretString='{"user": "b"}')
    assert secrets.get_secret_value(SecretId="others", VersionStage="AWSPREVIOUS")["SecretString"] == '{"user": "a"}'
    secrets.describe_secret(SecretId="others")
    assert refused(secrets.get_secret_value, SecretId="nope") == "ResourceNotFoundException"


def one_task(ecs):
    ecs.create_cluster(clusterName=CLUSTER)
    given = definition("ends", "one")
    given["containerDefinitions"][0]["environment"] = [{"name": "HOLLOW", "value": "exit:3"}]
    ecs.register_task_definition(**given)
    run = {"cluster": CLUSTER, "taskDefinition": "ends", "networkConfiguration": NETWORK, "startedBy": "judge"}
    arn = ecs.run_task(**run, overrides={"containerOverrides": [{"name": "app"}]})["tasks"][0]["taskArn"]
    while (task := ecs.describe_tasks(cluster=CLUSTER, tasks=[arn])["tasks"][0])["lastStatus"] != "STOPPED":
        time.sleep(0.05)
    assert task["containers"][0]["exitCode"] == 3, task
    assert refused(ecs.stop_task, cluster=CLUSTER, task="nope") == "InvalidParameterException"


def rules(elb, listener, group):
    conditions = [{"Field": "path-pattern", "PathPatternConfig": {"Values": ["/beta/*"]}}]
    actions = [{"Type": "forward", "TargetGroupArn": group}]
    arn = elb.create_rule(ListenerArn=listener, Priority=5, Conditions=conditions, Actions=actions)["Rules"][0]["RuleArn"]
    elb.modify_rule(RuleArn=arn, Conditions=[{"Field": "host-header", "Values": ["beta.example"]}])
    elb.set_rule_priorities(RulePriorities=[{"RuleArn": arn, "Priority": 7}])
    assert refused(elb.create_rule, ListenerArn=listener, Priority=7, Conditions=conditions, Actions=actions) == "PriorityInUse"
    elb.describe_target_health(TargetGroupArn=group)
    elb.delete_rule(RuleArn=arn)


def code_deploy(endpoint, ecs, elb):
    deploying = client("codedeploy", endpoint)
    groups = [target_group(elb, "others-blue"), target_group(elb, "others-green")]
    balancer = elb.create_load_balancer(Name="others", Subnets=["subnet-a", "subnet-b"])["LoadBalancers"][0]["LoadBalancerArn"]
    rule(elb, balancer, 8080, groups)
    listener = elb.describe_listeners(LoadBalancerArn=balancer)["Listeners"][0]["ListenerArn"]
    rules(elb, listener, groups[0])
    arns = [ecs.register_task_definition(**definition("others", version))["taskDefinition"]["taskDefinitionArn"] for version in "12"]
    ecs.create_service(
        cluster=CLUSTER, serviceName="others", taskDefinition=arns[0], desiredCount=1, networkConfiguration=NETWORK,
        deploymentController={"type": "CODE_DEPLOY"},
        loadBalancers=[{"targetGroupArn": groups[0], "containerName": "app", "containerPort": 8080}],
    )
    described = lambda: ecs.describe_services(cluster=CLUSTER, services=["others"])["services"][0]
    while not any("steady state" in event["message"] for event in described()["events"]):
        time.sleep(0.1)
    deploying.create_application(applicationName="others", computePlatform="ECS")
    where = {"applicationName": "others", "deploymentGroupName": "others"}
    deploying.create_deployment_group(
        **where, serviceRoleArn=ROLE, ecsServices=[{"clusterName": CLUSTER, "serviceName": "others"}],
        deploymentStyle={"deploymentType": "BLUE_GREEN", "deploymentOption": "WITH_TRAFFIC_CONTROL"},
        blueGreenDeploymentConfiguration={
            "deploymentReadyOption": {"actionOnTimeout": "STOP_DEPLOYMENT", "waitTimeInMinutes": 5},
            "terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": 0},
        },
        loadBalancerInfo={"targetGroupPairInfoList": [{
            "targetGroups": [{"name": "others-blue"}, {"name": "others-green"}], "prodTrafficRoute": {"listenerArns": [listener]},
        }]},
    )
    properties = {"TaskDefinition": arns[1], "LoadBalancerInfo": {"ContainerName": "app", "ContainerPort": 8080}}
    target = {"TargetService": {"Type": "AWS::ECS::Service", "Properties": properties}}
    content = json.dumps({"version": 0.0, "Resources": [target]})
    revision = {"revisionType": "AppSpecContent", "appSpecContent": {"content": content}}
    id = deploying.create_deployment(**where, revision=revision)["deploymentId"]
    status = lambda: deploying.get_deployment(deploymentId=id)["deploymentInfo"]["status"]
    while status() != "Ready":
        time.sleep(0.1)
    deploying.get_deployment_target(deploymentId=id, targetId=f"{CLUSTER}:others")
    deploying.continue_deployment(deploymentId=id, deploymentWaitType="READY_WAIT")
    while status() not in ("Succeeded", "Failed", "Stopped"):
        time.sleep(0.1)
    assert status() == "Succeeded"
    assert deploying.list_deployments(**where, includeOnlyStatuses=["Succeeded"])["deployments"] == [id]
    assert refused(deploying.stop_deployment, deploymentId=id) == "DeploymentAlreadyCompletedException"
    named = {"deploymentConfigName": "others"}
    routing = {"type": "TimeBasedLinear", "timeBasedLinear": {"linearPercentage": 25, "linearInterval": 2}}
    deploying.create_deployment_config(**named, computePlatform="ECS", trafficRoutingConfig=routing)
    assert deploying.get_deployment_config(**named)["deploymentConfigInfo"]["trafficRoutingConfig"] == routing
    assert "others" in deploying.list_deployment_configs()["deploymentConfigsList"]
    deploying.delete_deployment_config(**named)
    assert refused(deploying.get_deployment_config, **named) == "DeploymentConfigDoesNotExistException"
    deploying.list_deployment_targets(deploymentId=id), deploying.batch_get_deployments(deploymentIds=[id])
    deploying.get_deployment_group(**where), deploying.get_application(applicationName="others")
    assert described()["taskSets"][0]["status"] == "PRIMARY"


def scaling(endpoint):
    scaler = client("application-autoscaling", endpoint)
    what = {"ServiceNamespace": "ecs", "ResourceId": f"service/{CLUSTER}/others", "ScalableDimension": "ecs:service:DesiredCount"}
    scaler.register_scalable_target(**what, MinCapacity=1, MaxCapacity=4)
    scaler.register_scalable_target(**what, SuspendedState={"DynamicScalingInSuspended": True})
    target = scaler.describe_scalable_targets(ServiceNamespace="ecs")["ScalableTargets"][0]
    assert target["SuspendedState"]["DynamicScalingInSuspended"] is True
    tracking = {"TargetValue": 50.0, "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"}}
    scaler.put_scaling_policy(
        **what, PolicyName="cpu", PolicyType="TargetTrackingScaling", TargetTrackingScalingPolicyConfiguration=tracking,
    )
    assert scaler.describe_scaling_policies(ServiceNamespace="ecs")["ScalingPolicies"]
    scaler.deregister_scalable_target(**what)


def main(endpoint):
    ecs, elb = client("ecs", endpoint), client("elbv2", endpoint)
    done = []
    for name, play in {
        "alarms and metrics": lambda: alarms(endpoint),
        "parameters and secrets": lambda: values(endpoint),
        "one task": lambda: one_task(ecs),
        "rules and CodeDeploy": lambda: code_deploy(endpoint, ecs, elb),
        "scaling": lambda: scaling(endpoint),
    }.items():
        play()
        done.append(name)
    print(json.dumps({"ok": done}))


if __name__ == "__main__":
    main(sys.argv[1])
