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

const TABLES = { ecs: ECS, elasticloadbalancing: ELB, logs: LOGS, sts: {} as Record<string, string> }

/** The values that a member may have, or undefined where any string will do. */
export const valuesOf = (model: Model, structure: string, member: string): readonly string[] | undefined => {
  const table = TABLES[model.name]
  const name = table[`${structure}.${member}`] ?? table[member]
  const found = name === undefined ? undefined : model.exports[name]
  return found === undefined ? undefined : Object.values(found as Record<string, string>)
}
