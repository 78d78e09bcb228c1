import type { DeploymentConfiguration, LoadBalancer } from '@aws-sdk/client-ecs'
import { bridged, type Clients, definition, followNewest, register } from './stage.js'

/** A service behind two target groups, as the strategies that shift traffic need it: made, and serving `one`. */
export interface Shop {
  readonly address: string
  /** One request, not sent twice: the version that answered, or how it failed. */
  ask(port?: number): Promise<string>
  /** The weights of production traffic: of the group that does not serve first, then of the other. */
  weights(): Promise<readonly [green: number, blue: number]>
  readonly blue: string
  readonly green: string
  readonly production: string
}

const group = async (
  { elb }: Clients,
  Name: string,
  delay: string,
  TargetType: 'ip' | 'instance',
): Promise<string> => {
  const made = await elb.createTargetGroup({
    Name,
    Protocol: 'HTTP',
    Port: 8080,
    VpcId: 'vpc-1',
    TargetType,
    HealthCheckPath: '/health',
    HealthCheckIntervalSeconds: 5,
    HealthCheckTimeoutSeconds: 2,
  })
  const TargetGroupArn = made.TargetGroups?.[0]?.TargetGroupArn ?? ''
  await elb.modifyTargetGroupAttributes({
    TargetGroupArn,
    Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: delay }],
  })
  return TargetGroupArn
}

type Groups = readonly [blue: string, green: string]

const listener = async ({ elb }: Clients, balancer: string, Port: number, [blue, green]: Groups) => {
  const TargetGroups = [
    { TargetGroupArn: blue, Weight: 1 },
    { TargetGroupArn: green, Weight: 0 },
  ]
  const made = await elb.createListener({
    LoadBalancerArn: balancer,
    Protocol: 'HTTP',
    Port,
    DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }],
  })
  const rules = await elb.describeRules({ ListenerArn: made.Listeners?.[0]?.ListenerArn })
  return rules.Rules?.[0]?.RuleArn ?? ''
}

const bindingOf = ([blue, green]: Groups, production: string, testing: string): LoadBalancer => ({
  targetGroupArn: blue,
  containerName: 'app',
  containerPort: 8080,
  advancedConfiguration: {
    alternateTargetGroupArn: green,
    productionListenerRule: production,
    testListenerRule: testing,
    roleArn: 'arn:aws:iam::000000000000:role/ecs',
  },
})

export interface ShopOptions {
  readonly desired?: number
  /** Seconds of the target groups' deregistration delay. */
  readonly delay?: string
  readonly container?: Parameters<typeof register>[2]
  readonly network?: 'awsvpc' | 'bridge'
}

/** In bridge tasks are registered by the machine that they run on. */
const networkOf = async (clients: Clients, { container, network }: ShopOptions) => {
  if (network !== 'bridge')
    return {
      taskDefinition: await register(clients, 'one', container),
      launchType: 'FARGATE' as const,
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
    }
  const made = await clients.ecs.registerTaskDefinition(bridged(definition('one', container)))
  return { taskDefinition: made.taskDefinition?.taskDefinitionArn, launchType: 'EC2' as const }
}

export const createShop = async (clients: Clients, options: ShopOptions = {}): Promise<Shop> => {
  const { desired = 2, delay = '3', network } = options
  const type = network === 'bridge' ? 'instance' : 'ip'

  const { ecs, elb, logs } = clients
  await ecs.createCluster({ clusterName: 'demo' })
  await logs.createLogGroup({ logGroupName: '/demo/cart' })
  const made = await elb.createLoadBalancer({ Name: 'demo', Subnets: ['subnet-a', 'subnet-b'] })
  const { LoadBalancerArn = '', DNSName: address = '' } = made.LoadBalancers?.[0] ?? {}
  const groups: Groups = [
    await group(clients, 'blue', delay, type),
    await group(clients, 'green', delay, type),
  ]
  const production = await listener(clients, LoadBalancerArn, 8080, groups)
  const testing = await listener(clients, LoadBalancerArn, 8081, groups)
  await ecs.createService({
    cluster: 'demo',
    serviceName: 'cart',
    ...(await networkOf(clients, options)),
    desiredCount: desired,
    deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 },
    loadBalancers: [bindingOf(groups, production, testing)],
  })
  await followNewest(clients)
  const weights = async (): Promise<readonly [number, number]> => {
    const { Rules } = await elb.describeRules({ RuleArns: [production] })
    const tuples = Rules?.[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups ?? []
    const of = (arn: string) => tuples.find(({ TargetGroupArn }) => TargetGroupArn === arn)?.Weight ?? 0
    return [of(groups[1]), of(groups[0])]
  }
  const ask = async (port = 8080): Promise<string> => {
    const headers = { connection: 'close' }
    const answer = await fetch(`http://${address}:${port}/`, { method: 'POST', headers })
    return answer.ok ? answer.text() : `failed with ${answer.status}`
  }
  return { address, ask, weights, blue: groups[0], green: groups[1], production }
}

export const update = async (
  clients: Clients,
  version: string,
  deploymentConfiguration: DeploymentConfiguration,
  container?: ShopOptions['container'],
): Promise<void> => {
  const taskDefinition = await register(clients, version, container)
  await clients.ecs.updateService({
    cluster: 'demo',
    service: 'cart',
    taskDefinition,
    deploymentConfiguration,
  })
}
