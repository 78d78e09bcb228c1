import type { Standing } from './controller/stages.js'

/**
 * What the rehearsal cluster goes by, besides the stages, the ranges and the combinations, which are tables of their own.
 * docs/rehearsal-rules.md is written from all of them.
 */

/** One rule of the rehearsal that is no stage, no range and no combination. */
export interface Rule {
  readonly rule: string
  readonly source: string
  readonly standing: Standing
}

const GUIDE = 'ECS developer guide'

export const RULES: Readonly<Record<string, readonly Rule[]>> = {
  'Moving traffic': [
    {
      rule: 'Weights are percents, or tenths of a percent of 1000; never above 999. Percentages are whole tenths inside.',
      source: 'Elastic Load Balancing API, TargetGroupTuple',
      standing: 'inferred',
    },
    {
      rule: 'A group gets a share only once that share of the desired tasks, rounded up, serves.',
      source: `${GUIDE}, blue/green workflow`,
      standing: 'inferred',
    },
    {
      rule: 'LINEAR ends with what is left: 30% steps are 30, 60, 90, 100.',
      source: 'ECS API, LinearConfiguration',
      standing: 'inferred',
    },
    {
      rule: 'A step bakes from the moment when its weights are seen on the rules; the last step does not.',
      source: 'ECS API, LinearConfiguration',
      standing: 'inferred',
    },
    {
      rule: 'While a deployment is under way, weights that somebody else changes are set again; between deployments nobody looks.',
      source: 'containers-roadmap#2853',
      standing: 'unsettled',
    },
    {
      rule: 'A rule that does not name both target groups turns the deployment around.',
      source: `${GUIDE}, troubleshooting blue/green deployments`,
      standing: 'documented',
    },
    {
      rule: 'A new revision takes the target group that the serving one does not have. ROLLING stays in the group that serves.',
      source: 'ECS API, ServiceRevision.resolvedConfiguration',
      standing: 'inferred',
    },
    {
      rule: 'Without a load balancer the stages pass and nothing is shifted, in LINEAR and CANARY too.',
      source: `${GUIDE}, blue/green deployments`,
      standing: 'unsettled',
    },
    {
      rule: 'The first deployment of a service has all of the traffic from the start, one step, its hooks and its bake time.',
      source: 'none',
      standing: 'unsettled',
    },
  ],
  Hooks: [
    {
      rule: 'A PAUSE hook waits for ContinueServiceDeployment until its timeout, 1440 minutes by default, and then rolls back unless told to continue.',
      source: `${GUIDE}, pause hooks`,
      standing: 'documented',
    },
    {
      rule: 'Every hook that is reached has a hookId of its own; several at one stage are all waited for.',
      source: `${GUIDE}, pause hooks`,
      standing: 'documented',
    },
    {
      rule: 'ROLLING has hooks at PRE_SCALE_UP and POST_SCALE_UP, and at RECONCILE_SERVICE where it comes there; at other stages they are never reached.',
      source: `${GUIDE}, lifecycle hooks`,
      standing: 'unsettled',
    },
    {
      rule: 'PRE_PRODUCTION_TRAFFIC_SHIFT is no value of ServiceDeploymentLifecycleStage: a deployment that waits there is told in PRODUCTION_TRAFFIC_SHIFT.',
      source: 'ECS API, the SDK’s model',
      standing: 'unsettled',
    },
    {
      rule: 'ContinueServiceDeployment needs a deployment that is IN_PROGRESS and a hook in AWAITING_ACTION; else InvalidParameterException.',
      source: `${GUIDE}, continuing service deployments`,
      standing: 'inferred',
    },
    {
      rule: 'A function is told executionDetails, executionId, lifecycleStage, resourceArn and its hookDetails. It answers with hookStatus: SUCCEEDED goes on, FAILED rolls back, IN_PROGRESS is asked again after callBackDelay seconds, 30 by default.',
      source: `${GUIDE}, Lambda hooks; AWS News Blog, 2025-07-15`,
      standing: 'documented',
    },
    {
      rule: 'hookDetails returned with IN_PROGRESS come back with the next call, over those that the hook was declared with.',
      source: `${GUIDE}, Lambda hooks`,
      standing: 'inferred',
    },
    {
      rule: 'A function that fails, is too slow, or answers without a hookStatus that counts, rolls back as well. The reasons have AWS’s words.',
      source: `${GUIDE}, troubleshooting blue/green deployments`,
      standing: 'documented',
    },
    {
      rule: 'A call takes 15 minutes at most; one that cannot be reached is not tried again. A callBackDelay that is no number from 0 is the default.',
      source: 'Lambda quotas',
      standing: 'unsettled',
    },
    {
      rule: 'All hooks of a stage are asked as it is entered, functions and persons alike; weights move meanwhile, and the stage is over once both are done. Weights are told at RECONCILE_SERVICE, TEST_TRAFFIC_SHIFT and PRODUCTION_TRAFFIC_SHIFT only.',
      source: `${GUIDE}, Lambda hooks`,
      standing: 'inferred',
    },
    {
      rule: 'In LINEAR and CANARY the functions of PRE_PRODUCTION_TRAFFIC_SHIFT and PRODUCTION_TRAFFIC_SHIFT are asked at every step.',
      source: `${GUIDE}, Lambda hooks`,
      standing: 'unsettled',
    },
    {
      rule: 'A Lambda hook has a timeoutConfiguration as a PAUSE hook has. Its hookId begins with ecs-lambda-.',
      source: 'ECS API, DeploymentLifecycleHookTimeoutConfiguration, DeploymentLifecycleHookDetail',
      standing: 'inferred',
    },
    {
      rule: 'On the way back the functions of TEST_TRAFFIC_SHIFT and PRODUCTION_TRAFFIC_SHIFT are asked once more, with the weights of the way back.',
      source: `${GUIDE}, Lambda hooks`,
      standing: 'documented',
    },
    {
      rule: 'Only of shifts that were begun; what they answer there, or that they time out, changes nothing, but the rollback ends after them.',
      source: 'none',
      standing: 'unsettled',
    },
    {
      rule: 'A function whose answer was lost in a crash is called again, with the same executionId.',
      source: 'Lambda developer guide, idempotency',
      standing: 'inferred',
    },
  ],
  'Failing and going back': [
    {
      rule: 'The circuit breaker counts failed tasks of ROLLING deployments only.',
      source: 'ECS API, DeploymentCircuitBreaker',
      standing: 'documented',
    },
    {
      rule: 'Its threshold is half of the desired tasks, at least 3 and at most 200, unless thresholdConfiguration says otherwise.',
      source: 'ECS API, ThresholdConfiguration',
      standing: 'documented',
    },
    {
      rule: 'Alarms fail a deployment of every strategy until its bake time is over, also while it waits at a hook.',
      source: `${GUIDE}, deployment alarms; ECS API, DeploymentAlarms`,
      standing: 'unsettled',
    },
    {
      rule: 'An alarm that is in ALARM as a deployment starts says nothing about that deployment.',
      source: `${GUIDE}, deployment alarms`,
      standing: 'documented',
    },
    {
      rule: 'A stage that works for more than 24 hours, or a deployment of more than 30 days, goes back. Pauses and bake times are not counted for the stage.',
      source: `${GUIDE}, blue/green workflow`,
      standing: 'inferred',
    },
    {
      rule: 'A rollback makes the old revision whole, moves production and test traffic to it at once, and only then lets the new tasks go.',
      source: `${GUIDE}, blue/green workflow`,
      standing: 'inferred',
    },
    {
      rule: 'On its way back a deployment is told in SCALE_UP, PRODUCTION_TRAFFIC_SHIFT and CLEAN_UP.',
      source: 'none',
      standing: 'unsettled',
    },
    {
      rule: 'A rollback is told on the deployment that failed: ROLLBACK_SUCCESSFUL, or ROLLBACK_FAILED where no deployment ever completed.',
      source: 'ECS API, ServiceDeployment.rollback',
      standing: 'documented',
    },
    {
      rule: 'StopServiceDeployment takes ROLLBACK only; from PENDING and IN_PROGRESS it leads to ROLLBACK_REQUESTED, on the way back it changes nothing, afterwards it is a ConflictException.',
      source: `${GUIDE}, stopping service deployments`,
      standing: 'documented',
    },
    {
      rule: 'A newer deployment ends the older one as STOPPED, and starts by reconciling what that left.',
      source: 'ECS API, ServiceDeployment.lifecycleStage',
      standing: 'inferred',
    },
    {
      rule: 'Without rollback a failed deployment is STOPPED where it stands: both revisions keep their tasks and their share.',
      source: 'ECS API, ServiceDeployment.stoppedAt',
      standing: 'inferred',
    },
  ],
  Alarms: [
    {
      rule: 'An alarm is looked at when its period ends; a state set by SetAlarmState stays until then.',
      source: 'CloudWatch API, SetAlarmState',
      standing: 'inferred',
    },
    {
      rule: 'Missing data is treated as in the two tables of CloudWatch’s page. It looks back two periods further than it must.',
      source: 'CloudWatch user guide, missing data',
      standing: 'inferred',
    },
    {
      rule: 'A load balancer’s metrics come by the minute; periods of 10, 20 and 30 seconds are taken as a minute. A count that would be 0 is missing.',
      source: 'Elastic Load Balancing user guide, CloudWatch metrics',
      standing: 'documented',
    },
    {
      rule: 'A deployment takes alarm names that do not exist: such an alarm never goes off.',
      source: 'none',
      standing: 'unsettled',
    },
  ],
  Tasks: [
    {
      rule: 'A secret that cannot be had keeps its task from starting: ResourceInitializationError. A container’s secrets win over its environment.',
      source: `${GUIDE}, passing sensitive data`,
      standing: 'inferred',
    },
    {
      rule: 'A container starts once those that it depends on are as it wants them. COMPLETE and SUCCESS need one that is not essential, HEALTHY one with a health check; circles are not registered.',
      source: 'ECS API, ContainerDependency',
      standing: 'documented',
    },
    {
      rule: 'A container that others wait for to end runs outside of the task’s network, unless one of the others holds that already.',
      source: 'the rehearsal cluster',
      standing: 'inferred',
    },
    {
      rule: 'A task that gets sick is replaced first, as far as maximumPercent and the machine have room, and leaves once another serves in its place; without room it leaves first, one at a time. A task of a revision that nobody keeps at its number leaves at once.',
      source: `AWS What’s New, 2023-10-23; ${GUIDE}, services`,
      standing: 'documented',
    },
    {
      rule: 'Where the shifting strategies have two sets of tasks, maximumPercent is of each set, as far as sick tasks go.',
      source: 'none',
      standing: 'unsettled',
    },
    {
      rule: 'StopTask stops a service’s task before it leaves its load balancer. The service replaces it, and counts no failure.',
      source: 'amazon-ecs-agent#2316',
      standing: 'inferred',
    },
    {
      rule: 'RunTask with a clientToken that was used answers with the tasks that it started.',
      source: 'ECS API, RunTask',
      standing: 'documented',
    },
    {
      rule: 'awsvpc needs a network configuration and target groups of ip; bridge, which is the default, takes none, and target groups of instance. Fargate takes awsvpc alone.',
      source: 'ECS API, CreateService; terraform-provider-aws#12252 for the words of the refusal',
      standing: 'documented',
    },
    {
      rule: 'In bridge hostPort 0, or none, gives any port that is free; the bindings are told by DescribeTasks.',
      source: 'ECS API, PortMapping',
      standing: 'documented',
    },
    {
      rule: 'In bridge each container has a network of its own, and starts after those that it has links to; awsvpc takes no links.',
      source: 'ECS API, ContainerDefinition.links; aws-otel-collector#1359 for the words of the refusal',
      standing: 'documented',
    },
    {
      rule: 'A fixed hostPort can be had once on the one machine. A service’s task that finds it taken is not placed, which an event says; RunTask answers with the failure RESOURCE:PORTS.',
      source: `${GUIDE}, service event messages; API failure reasons`,
      standing: 'documented',
    },
    {
      rule: 'ROLLING lets an old task go first, as far as minimumHealthyPercent can spare it, where the machine has no room beside it.',
      source: 'ECS API, DeploymentConfiguration.minimumHealthyPercent',
      standing: 'documented',
    },
    {
      rule: 'Without a launchType and a capacity provider strategy it is EC2.',
      source: 'ECS API, RunTask',
      standing: 'documented',
    },
  ],
  Rates: [
    {
      rule: 'With `--rates aws` the actions of ECS share ten buckets of tokens; an empty one is a ThrottlingException with HTTP 400.',
      source: `${GUIDE}, request throttling`,
      standing: 'documented',
    },
    {
      rule: 'What is read of load balancers shares a bucket of 40 tokens, of which 10 come back in a second; alarms are described nine times a second. Other services are not throttled.',
      source: 'Elastic Load Balancing user guide, request throttling; CloudWatch service quotas',
      standing: 'documented',
    },
    {
      rule: 'StopServiceDeployment and ContinueServiceDeployment are in no bucket.',
      source: `${GUIDE}, request throttling`,
      standing: 'unsettled',
    },
    {
      rule: 'A registration keeps its family for 150 ms; another one in that time is a ClientException.',
      source: 'ECS API, RegisterTaskDefinition',
      standing: 'inferred',
    },
  ],
  CodeDeploy: [
    {
      rule: 'One deployment of a group at a time; UpdateService neither changes the task definition nor forces a deployment.',
      source: 'CodeDeploy API, CreateDeployment; ECS API, UpdateService',
      standing: 'documented',
    },
    {
      rule: 'A deployment is carried out as BLUE_GREEN, CANARY or LINEAR would be; its events are the stages that they stand for.',
      source: 'CodeDeploy user guide, AppSpec hooks for ECS',
      standing: 'inferred',
    },
    {
      rule: 'With STOP_DEPLOYMENT it is Ready before production traffic moves, until it is continued or its time is over, which stops it.',
      source: 'CodeDeploy API, DeploymentReadyOption',
      standing: 'documented',
    },
    {
      rule: 'While the old tasks wait to be terminated it is InProgress, with instanceTerminationWaitTimeStarted; Baking is never told.',
      source: 'none',
      standing: 'unsettled',
    },
    {
      rule: 'Tasks that are not healthy after 60 minutes fail a deployment at Install.',
      source: 'CodeDeploy user guide, troubleshooting deployments to ECS',
      standing: 'documented',
    },
    {
      rule: 'What autoRollbackConfiguration or autoRollbackEnabled names is rolled back by a deployment of its own, whose creator is codeDeployRollback; the first is Failed or Stopped at once.',
      source: 'CodeDeploy API, RollbackInfo',
      standing: 'documented',
    },
    {
      rule: 'An alarm, and a wait that is over, make a deployment Stopped; all else that ends it early makes it Failed.',
      source: 'CodeDeploy user guide, alarms; CodeDeploy API, DeploymentReadyOption',
      standing: 'inferred',
    },
    {
      rule: 'Functions of an AppSpec are asked once each, before and after what their event says, and report with PutLifecycleEventHookExecutionStatus within an hour; AfterAllowTestTraffic needs a test listener.',
      source: 'CodeDeploy user guide, AppSpec hooks for ECS; troubleshooting deployments to ECS',
      standing: 'documented',
    },
    {
      rule: 'What such a function returns, or that it fails, says nothing; one that cannot be called fails the deployment at once. A deployment is Ready only once they have reported. On the way back none is asked.',
      source: 'none',
      standing: 'unsettled',
    },
    {
      rule: 'A task set has the id of the deployment that made it as its externalId.',
      source: 'ECS API, TaskSet',
      standing: 'documented',
    },
    {
      rule: 'A stopped deployment gives all traffic back, whether or not autoRollbackEnabled was asked for.',
      source: 'CodeDeploy user guide, stopping a deployment',
      standing: 'unsettled',
    },
  ],
  'Seeing and doing': [
    {
      rule: 'Reads may be up to a second old: what was asked for is believed only in a sight from later than that.',
      source: 'none',
      standing: 'inferred',
    },
    {
      rule: 'A task counts once it has served for two seconds.',
      source: 'none',
      standing: 'inferred',
    },
    {
      rule: 'With a speed, or a clock set by hand, time is skipped only while every service waits at a hook or bakes and each such step has had its requests; what tasks, health checks and draining take is real.',
      source: 'none: AWS has no such clock',
      standing: 'inferred',
    },
    {
      rule: 'A user of a sticky rule moves on with the share that grows, and never goes back while it does.',
      source: 'flagger#1532; Elastic Load Balancing keeps a user with the group that answered first',
      standing: 'unsettled',
    },
    {
      rule: 'nginx draws who goes where at random, as Elastic Load Balancing does; the router in the process gives each group its exact share of every cycle.',
      source: 'Elastic Load Balancing user guide, weighted target groups',
      standing: 'inferred',
    },
    {
      rule: 'Tasks that keep failing are started ever more slowly, at most every 15 seconds.',
      source: `${GUIDE}, service throttle logic`,
      standing: 'inferred',
    },
  ],
}
