/**
 * Every field that RegisterTaskDefinition takes, by the path of the structure that it stands in. The SDK drops
 * what it does not know without a word, so a template is compared with this. A test compares this with the SDK.
 */
const FIELDS: Readonly<Record<string, string>> = {
  '': 'family containerDefinitions taskRoleArn executionRoleArn networkMode volumes placementConstraints requiresCompatibilities cpu memory tags pidMode ipcMode proxyConfiguration inferenceAccelerators ephemeralStorage runtimePlatform enableFaultInjection',
  containerDefinitions:
    'name image repositoryCredentials cpu memory memoryReservation links portMappings essential restartPolicy entryPoint command environment environmentFiles mountPoints volumesFrom linuxParameters secrets dependsOn startTimeout stopTimeout versionConsistency hostname user workingDirectory disableNetworking privileged readonlyRootFilesystem dnsServers dnsSearchDomains extraHosts dockerSecurityOptions interactive pseudoTerminal dockerLabels ulimits logConfiguration healthCheck systemControls resourceRequirements firelensConfiguration credentialSpecs',
  'containerDefinitions.repositoryCredentials': 'credentialsParameter',
  'containerDefinitions.portMappings': 'containerPort hostPort protocol name appProtocol containerPortRange',
  'containerDefinitions.restartPolicy': 'enabled ignoredExitCodes restartAttemptPeriod',
  'containerDefinitions.environment': 'name value',
  'containerDefinitions.environmentFiles': 'value type',
  'containerDefinitions.mountPoints': 'sourceVolume containerPath readOnly',
  'containerDefinitions.volumesFrom': 'sourceContainer readOnly',
  'containerDefinitions.linuxParameters':
    'capabilities devices initProcessEnabled sharedMemorySize tmpfs maxSwap swappiness',
  'containerDefinitions.linuxParameters.capabilities': 'add drop',
  'containerDefinitions.linuxParameters.devices': 'hostPath containerPath permissions',
  'containerDefinitions.linuxParameters.tmpfs': 'containerPath size mountOptions',
  'containerDefinitions.secrets': 'name valueFrom',
  'containerDefinitions.dependsOn': 'containerName condition',
  'containerDefinitions.extraHosts': 'hostname ipAddress',
  'containerDefinitions.ulimits': 'name softLimit hardLimit',
  'containerDefinitions.logConfiguration': 'logDriver options secretOptions',
  'containerDefinitions.logConfiguration.secretOptions': 'name valueFrom',
  'containerDefinitions.healthCheck': 'command interval timeout retries startPeriod',
  'containerDefinitions.systemControls': 'namespace value',
  'containerDefinitions.resourceRequirements': 'type value sharingStrategy',
  'containerDefinitions.resourceRequirements.sharingStrategy': 'nvidiaMps',
  'containerDefinitions.resourceRequirements.sharingStrategy.nvidiaMps': 'memory maxComputePercent',
  'containerDefinitions.firelensConfiguration': 'type options',
  volumes:
    'name host dockerVolumeConfiguration efsVolumeConfiguration s3filesVolumeConfiguration fsxWindowsFileServerVolumeConfiguration configuredAtLaunch',
  'volumes.host': 'sourcePath',
  'volumes.dockerVolumeConfiguration': 'scope autoprovision driver driverOpts labels',
  'volumes.efsVolumeConfiguration':
    'fileSystemId rootDirectory transitEncryption transitEncryptionPort authorizationConfig',
  'volumes.efsVolumeConfiguration.authorizationConfig': 'accessPointId iam',
  'volumes.s3filesVolumeConfiguration': 'fileSystemArn rootDirectory transitEncryptionPort accessPointArn',
  'volumes.fsxWindowsFileServerVolumeConfiguration': 'fileSystemId rootDirectory authorizationConfig',
  'volumes.fsxWindowsFileServerVolumeConfiguration.authorizationConfig': 'credentialsParameter domain',
  placementConstraints: 'type expression',
  tags: 'key value',
  proxyConfiguration: 'containerName type properties',
  'proxyConfiguration.properties': 'name value',
  inferenceAccelerators: 'deviceName deviceType',
  ephemeralStorage: 'sizeInGiB',
  runtimePlatform: 'cpuArchitecture operatingSystemFamily',
}

/** What DescribeTaskDefinition returns and RegisterTaskDefinition refuses. */
export const RETURNED_ONLY: readonly string[] = [
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'deregisteredAt',
  'deleteRequestedAt',
  'registeredBy',
]

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

/** The paths of the fields that RegisterTaskDefinition does not know, each once. */
export const unknownFields = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => unknownFields(item, path)))]
  const known = FIELDS[path]?.split(' ')
  if (!isRecord(value) || !known) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    known.includes(key) ? unknownFields(inner, join(path, key)) : [join(path, key)],
  )
}

/** What is left without them. */
export const knownPart = (value: unknown, path = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => knownPart(item, path))
  const known = FIELDS[path]?.split(' ')
  if (!isRecord(value) || !known) return value
  const kept = Object.entries(value).filter(([key]) => known.includes(key))
  return Object.fromEntries(kept.map(([key, inner]) => [key, knownPart(inner, join(path, key))]))
}

/** For the test that compares with the SDK. */
export const knownFields = FIELDS
