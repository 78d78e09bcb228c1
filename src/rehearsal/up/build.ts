import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'
import {
  CreateClusterCommand,
  CreateServiceCommand,
  type DeploymentConfiguration,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs'
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  DescribeRulesCommand,
  ElasticLoadBalancingV2Client,
  ModifyTargetGroupAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { UpFile, UpService } from './file.js'

/** Where a service answers: production traffic, and the test listener. */
export interface UpAddress {
  readonly url: string
  readonly test: string
}

const SUBNETS = ['subnet-0aaaaaaa', 'subnet-0bbbbbbb']
const [PRODUCTION, TEST] = [8080, 8081]
const ROLE = 'arn:aws:iam::000000000000:role/ecs-load-balancing'
const DRAIN_SECONDS = '5'

const STRATEGIES: Readonly<Record<UpService['strategy'], DeploymentConfiguration>> = {
  rolling: { strategy: 'ROLLING', deploymentCircuitBreaker: { enable: true, rollback: true } },
  'blue-green': { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 10 },
  canary: {
    strategy: 'CANARY',
    bakeTimeInMinutes: 10,
    canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 10 },
  },
  linear: {
    strategy: 'LINEAR',
    bakeTimeInMinutes: 10,
    linearConfiguration: { stepPercent: 20, stepBakeTimeInMinutes: 5 },
  },
}

/** Answers until the first real image comes. */
const placeholder = (port: number): string[] => [
  'node',
  '-e',
  `require('http').createServer((_, answer) => answer.end('placeholder')).listen(${port}); process.on('SIGTERM', () => process.exit())`,
]

interface Clients {
  readonly ecs: ECSClient
  readonly elb: ElasticLoadBalancingV2Client
  readonly logs: CloudWatchLogsClient
}

const makeGroup = async (
  { elb }: Clients,
  Name: string,
  { port, health, network }: UpService,
): Promise<string> => {
  const made = await elb.send(
    new CreateTargetGroupCommand({
      Name,
      Protocol: 'HTTP',
      Port: port,
      VpcId: 'vpc-0ccccccc',
      TargetType: network === 'bridge' ? 'instance' : 'ip',
      HealthCheckPath: health,
      HealthCheckIntervalSeconds: 5,
      HealthCheckTimeoutSeconds: 2,
      HealthyThresholdCount: 2,
    }),
  )
  const TargetGroupArn = made.TargetGroups?.[0]?.TargetGroupArn ?? ''
  const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: DRAIN_SECONDS }]
  await elb.send(new ModifyTargetGroupAttributesCommand({ TargetGroupArn, Attributes }))
  return TargetGroupArn
}

const makeListener = async (
  { elb }: Clients,
  LoadBalancerArn: string,
  Port: number,
  groups: readonly string[],
) => {
  const TargetGroups = groups.map((TargetGroupArn, index) => ({
    TargetGroupArn,
    Weight: index === 0 ? 1 : 0,
  }))
  const made = await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn,
      Protocol: 'HTTP',
      Port,
      DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }],
    }),
  )
  const ListenerArn = made.Listeners?.[0]?.ListenerArn
  return (await elb.send(new DescribeRulesCommand({ ListenerArn }))).Rules?.[0]?.RuleArn ?? ''
}

const makeBalancer = async (clients: Clients, name: string, service: UpService) => {
  const made = await clients.elb.send(new CreateLoadBalancerCommand({ Name: name, Subnets: SUBNETS }))
  const { LoadBalancerArn = '', DNSName = '' } = made.LoadBalancers?.[0] ?? {}
  const groups = [
    await makeGroup(clients, `${name}-blue`, service),
    await makeGroup(clients, `${name}-green`, service),
  ]
  return {
    host: DNSName,
    groups,
    production: await makeListener(clients, LoadBalancerArn, PRODUCTION, groups),
    test: await makeListener(clients, LoadBalancerArn, TEST, groups),
  }
}

const launchTypeOf = ({ network }: UpService): 'EC2' | 'FARGATE' => (network === 'bridge' ? 'EC2' : 'FARGATE')

const definitionOf = (cluster: string, name: string, service: UpService) => ({
  family: `${cluster}-${name}`,
  networkMode: service.network,
  requiresCompatibilities: [launchTypeOf(service)],
  cpu: '256',
  memory: '512',
  containerDefinitions: [
    {
      name,
      image: service.image,
      command: service.command ?? placeholder(service.port),
      environment: Object.entries(service.environment).map(([key, value]) => ({ name: key, value })),
      portMappings: [{ containerPort: service.port }],
    },
  ],
})

const makeService = async (
  clients: Clients,
  cluster: string,
  name: string,
  service: UpService,
): Promise<UpAddress> => {
  await clients.logs.send(new CreateLogGroupCommand({ logGroupName: `/${cluster}/${name}` }))
  const balancer = await makeBalancer(clients, name, service)
  const made = await clients.ecs.send(new RegisterTaskDefinitionCommand(definitionOf(cluster, name, service)))
  const [targetGroupArn, alternateTargetGroupArn] = balancer.groups
  await clients.ecs.send(
    new CreateServiceCommand({
      cluster,
      serviceName: name,
      taskDefinition: made.taskDefinition?.taskDefinitionArn,
      desiredCount: service.tasks,
      launchType: launchTypeOf(service),
      deploymentConfiguration: STRATEGIES[service.strategy],
      ...(service.network === 'bridge'
        ? {}
        : { networkConfiguration: { awsvpcConfiguration: { subnets: SUBNETS } } }),
      loadBalancers: [
        {
          targetGroupArn,
          containerName: name,
          containerPort: service.port,
          advancedConfiguration: {
            alternateTargetGroupArn,
            productionListenerRule: balancer.production,
            testListenerRule: balancer.test,
            roleArn: ROLE,
          },
        },
      ],
    }),
  )
  return { url: `http://${balancer.host}:${PRODUCTION}`, test: `http://${balancer.host}:${TEST}` }
}

/** What infrastructure code would make, over the cluster's own API: each service behind a load balancer of its own. */
export const buildUp = async (
  endpoint: string,
  { cluster, services }: UpFile,
): Promise<Readonly<Record<string, UpAddress>>> => {
  const credentials = { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' }
  const where = { endpoint, region: process.env.AWS_REGION ?? 'eu-west-1', credentials }
  const clients: Clients = {
    ecs: new ECSClient(where),
    elb: new ElasticLoadBalancingV2Client(where),
    logs: new CloudWatchLogsClient(where),
  }
  await clients.ecs.send(new CreateClusterCommand({ clusterName: cluster }))
  const made: [string, UpAddress][] = []
  for (const [name, service] of Object.entries(services))
    made.push([name, await makeService(clients, cluster, name, service)])
  for (const client of Object.values(clients)) client.destroy()
  return Object.fromEntries(made)
}
