import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs'
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  ModifyTargetGroupAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2'

/**
 * What infrastructure code makes before anything is deployed: a cluster and, for each service, a log group, a load
 * balancer and an ECS service that runs a placeholder. Stagger deploys to services and never makes one.
 */
export interface Infrastructure {
  /** Where each service's load balancer answers, e.g. `http://127.0.5.1:80`. */
  readonly addresses: ReadonlyMap<string, string>
}

const SUBNETS = ['subnet-0aaaaaaa', 'subnet-0bbbbbbb']
const PORT = 8080
const LISTENER_PORT = 8080
/** Enough that one task can be replaced while the other serves. */
const DESIRED = 2
/** Seconds; AWS's default is 300, for connections that last longer than the shop's. */
const DRAIN = 5

/** Answers every request until the first real image comes. */
const PLACEHOLDER =
  "require('http').createServer((_, answer) => answer.end('placeholder')).listen(8080); process.on('SIGTERM', () => process.exit())"

interface Clients {
  readonly ecs: ECSClient
  readonly balancing: ElasticLoadBalancingV2Client
  readonly logs: CloudWatchLogsClient
}

export interface Place {
  readonly endpoint: string
  readonly region: string
  readonly cluster: string
  /** What the placeholder runs in; it needs `node`. */
  readonly image: string
}

export const buildInfrastructure = async (
  place: Place,
  services: readonly string[],
): Promise<Infrastructure> => {
  const where = { endpoint: place.endpoint, region: place.region, credentials: REHEARSAL }
  const clients: Clients = {
    ecs: new ECSClient(where),
    balancing: new ElasticLoadBalancingV2Client(where),
    logs: new CloudWatchLogsClient(where),
  }
  await clients.ecs.send(new CreateClusterCommand({ clusterName: place.cluster }))
  const addresses = await Promise.all(
    services.map(async (name) => [name, await buildService(clients, place, name)] as const),
  )
  return { addresses: new Map(addresses) }
}

/** The rehearsal cluster asks for credentials as AWS does, and takes any. */
export const REHEARSAL = { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' }

const buildService = async (clients: Clients, { cluster, image }: Place, name: string): Promise<string> => {
  await clients.logs.send(new CreateLogGroupCommand({ logGroupName: `/shop/${name}` }))
  const balancer = await buildBalancer(clients.balancing, name)
  const definition = await clients.ecs.send(new RegisterTaskDefinitionCommand(placeholder(name, image)))
  await clients.ecs.send(
    new CreateServiceCommand({
      cluster,
      serviceName: name,
      taskDefinition: definition.taskDefinition?.taskDefinitionArn,
      desiredCount: DESIRED,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: SUBNETS } },
      loadBalancers: [{ targetGroupArn: balancer.targetGroup, containerName: name, containerPort: PORT }],
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    }),
  )
  await steady(clients.ecs, cluster, name)
  return `http://${balancer.host}:${LISTENER_PORT}`
}

const placeholder = (name: string, image: string) => ({
  family: `shop-${name}`,
  networkMode: 'awsvpc' as const,
  requiresCompatibilities: ['FARGATE' as const],
  cpu: '256',
  memory: '512',
  containerDefinitions: [
    {
      name,
      image,
      command: ['node', '-e', PLACEHOLDER],
      portMappings: [{ containerPort: PORT }],
      stopTimeout: 2,
    },
  ],
})

const buildBalancer = async (client: ElasticLoadBalancingV2Client, name: string) => {
  const { LoadBalancers = [] } = await client.send(
    new CreateLoadBalancerCommand({ Name: name, Subnets: SUBNETS }),
  )
  const { TargetGroups = [] } = await client.send(
    new CreateTargetGroupCommand({
      Name: name,
      Protocol: 'HTTP',
      Port: PORT,
      VpcId: 'vpc-0ccccccc',
      TargetType: 'ip',
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 5,
      HealthCheckTimeoutSeconds: 2,
      HealthyThresholdCount: 2,
    }),
  )
  const targetGroup = TargetGroups[0]?.TargetGroupArn as string
  const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: String(DRAIN) }]
  await client.send(new ModifyTargetGroupAttributesCommand({ TargetGroupArn: targetGroup, Attributes }))
  await client.send(
    new CreateListenerCommand({
      LoadBalancerArn: LoadBalancers[0]?.LoadBalancerArn,
      Protocol: 'HTTP',
      Port: LISTENER_PORT,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroup }],
    }),
  )
  return { targetGroup, host: LoadBalancers[0]?.DNSName as string }
}

const POLL = 500
const LONGEST = 120_000

/** Until the service runs what it should. */
const steady = async (ecs: ECSClient, cluster: string, name: string): Promise<void> => {
  for (let waited = 0; waited < LONGEST; waited += POLL) {
    const { services = [] } = await ecs.send(new DescribeServicesCommand({ cluster, services: [name] }))
    if (services[0]?.runningCount === DESIRED && services[0].deployments?.[0]?.rolloutState === 'COMPLETED')
      return
    await new Promise((resolve) => setTimeout(resolve, POLL))
  }
  throw new Error(`the placeholder of ${name} did not come up`)
}
