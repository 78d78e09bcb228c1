import type { Model } from './model.js'

/**
 * Which of the SDK's enumerations a member takes its value from. The SDK's schemas know strings only; its package
 * exports the enumerations without saying where they belong. `Structure.member` goes before `member`.
 */
const ECS: Readonly<Record<string, string>> = {
  launchType: 'LaunchType',
  schedulingStrategy: 'SchedulingStrategy',
  networkMode: 'NetworkMode',
  propagateTags: 'PropagateTags',
  desiredStatus: 'DesiredStatus',
  stopType: 'StopServiceDeploymentStopType',
  requiresCompatibilities: 'Compatibility',
  availabilityZoneRebalancing: 'AvailabilityZoneRebalancing',
  pidMode: 'PidMode',
  ipcMode: 'IpcMode',
  'DeploymentConfiguration.strategy': 'DeploymentStrategy',
  'DeploymentController.type': 'DeploymentControllerType',
  'ThresholdConfiguration.type': 'ThresholdType',
  'ContinueServiceDeploymentRequest.action': 'DeploymentLifecycleHookAction',
  'DeploymentLifecycleHookTimeoutConfiguration.action': 'DeploymentLifecycleHookAction',
  'DeploymentLifecycleHook.targetType': 'DeploymentLifecycleHookTargetType',
  'DeploymentLifecycleHook.lifecycleStages': 'DeploymentLifecycleHookStage',
  'DeploymentEarlySuccessCriteria.sourceServiceRevisionCleanup': 'ServiceRevisionCleanup',
  'LogConfiguration.logDriver': 'LogDriver',
  'PortMapping.protocol': 'TransportProtocol',
  'PortMapping.appProtocol': 'ApplicationProtocol',
  'AwsVpcConfiguration.assignPublicIp': 'AssignPublicIp',
  'ContainerDependency.condition': 'ContainerCondition',
  'RuntimePlatform.cpuArchitecture': 'CPUArchitecture',
  'RuntimePlatform.operatingSystemFamily': 'OSFamily',
  'DescribeTaskDefinitionRequest.include': 'TaskDefinitionField',
  'DescribeServicesRequest.include': 'ServiceField',
  'DescribeClustersRequest.include': 'ClusterField',
  'DescribeTasksRequest.include': 'TaskField',
  'ListServiceDeploymentsRequest.status': 'ServiceDeploymentStatus',
  'ListTaskDefinitionsRequest.status': 'TaskDefinitionStatus',
  'ListTaskDefinitionsRequest.sort': 'SortOrder',
  'ListTaskDefinitionFamiliesRequest.status': 'TaskDefinitionFamilyStatus',
}

const ELB: Readonly<Record<string, string>> = {
  Protocol: 'ProtocolEnum',
  HealthCheckProtocol: 'ProtocolEnum',
  TargetType: 'TargetTypeEnum',
  Scheme: 'LoadBalancerSchemeEnum',
  'Action.Type': 'ActionTypeEnum',
  'CreateLoadBalancerInput.Type': 'LoadBalancerTypeEnum',
}

const LOGS: Readonly<Record<string, string>> = { orderBy: 'OrderBy', logGroupClass: 'LogGroupClass' }

const CLOUDWATCH: Readonly<Record<string, string>> = {
  ComparisonOperator: 'ComparisonOperator',
  Statistic: 'Statistic',
  Statistics: 'Statistic',
  StateValue: 'StateValue',
  Unit: 'StandardUnit',
  ScanBy: 'ScanBy',
  AlarmTypes: 'AlarmType',
}

const SCALING: Readonly<Record<string, string>> = {
  ServiceNamespace: 'ServiceNamespace',
  ScalableDimension: 'ScalableDimension',
  PolicyType: 'PolicyType',
}

const SSM: Readonly<Record<string, string>> = { Type: 'ParameterType', Tier: 'ParameterTier' }

const CODEDEPLOY: Readonly<Record<string, string>> = {
  computePlatform: 'ComputePlatform',
  revisionType: 'RevisionLocationType',
  deploymentType: 'DeploymentType',
  deploymentOption: 'DeploymentOption',
  deploymentWaitType: 'DeploymentWaitType',
  type: 'TrafficRoutingType',
  events: 'AutoRollbackEvent',
  actionOnTimeout: 'DeploymentReadyAction',
  includeOnlyStatuses: 'DeploymentStatus',
}

const TABLES: Readonly<Record<Model['name'], Readonly<Record<string, string>>>> = {
  ecs: ECS,
  elasticloadbalancing: ELB,
  logs: LOGS,
  sts: {},
  cloudwatch: CLOUDWATCH,
  'application-autoscaling': SCALING,
  ssm: SSM,
  secretsmanager: {},
  codedeploy: CODEDEPLOY,
}

/** The values that a member may have, or undefined where any string will do. */
export const valuesOf = (model: Model, structure: string, member: string): readonly string[] | undefined => {
  const table = TABLES[model.name]
  const name = table[`${structure}.${member}`] ?? table[member]
  const found = name === undefined ? undefined : model.exports[name]
  return found === undefined ? undefined : Object.values(found as Record<string, string>)
}
