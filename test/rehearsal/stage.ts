import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs'
import { ECS, type RegisterTaskDefinitionCommandInput, type ServiceDeployment } from '@aws-sdk/client-ecs'
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2'
import { STS } from '@aws-sdk/client-sts'

export interface Clients {
  readonly ecs: ECS
  readonly elb: ElasticLoadBalancingV2
  readonly logs: CloudWatchLogs
  readonly sts: STS
  destroy(): void
}

/** Real clients, that know nothing but the endpoint. */
export const clientsOf = (endpoint: string): Clients => {
  const settings = {
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' },
    maxAttempts: 1,
  }
  const clients = {
    ecs: new ECS(settings),
    elb: new ElasticLoadBalancingV2(settings),
    logs: new CloudWatchLogs(settings),
    sts: new STS(settings),
  }
  return { ...clients, destroy: () => Object.values(clients).forEach((client) => void client.destroy()) }
}

export const definition = (
  version: string,
  container: Partial<NonNullable<RegisterTaskDefinitionCommandInput['containerDefinitions']>[number]> = {},
): RegisterTaskDefinitionCommandInput => ({
  family: 'cart',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  containerDefinitions: [
    {
      name: 'app',
      image: 'node:24-slim',
      environment: [
        { name: 'VERSION', value: version },
        // What the version of the tests that never gets healthy is without a container.
        ...(version === 'sick' ? [{ name: 'HOLLOW', value: 'sick' }] : []),
      ],
      portMappings: [{ containerPort: 8080 }],
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-group': '/demo/cart',
          'awslogs-region': 'eu-central-1',
          'awslogs-stream-prefix': 'cart',
        },
      },
      ...container,
    },
  ],
})

/** The same in the network mode bridge; without a host port the machine gives any that is free. */
export const bridged = (
  given: RegisterTaskDefinitionCommandInput,
  hostPort?: number,
): RegisterTaskDefinitionCommandInput => ({
  ...given,
  networkMode: 'bridge',
  requiresCompatibilities: ['EC2'],
  containerDefinitions: (given.containerDefinitions ?? []).map((container) => ({
    ...container,
    portMappings: (container.portMappings ?? []).map((mapping) => ({ ...mapping, hostPort })),
  })),
})

export interface Stage {
  readonly url: string
  readonly targetGroup: string
  readonly loadBalancer: string
}

/** A cluster, a log group, and a load balancer whose listener forwards to a target group. */
export const setStage = async ({ ecs, elb, logs }: Clients): Promise<Stage> => {
  await ecs.createCluster({ clusterName: 'demo' })
  await logs.createLogGroup({ logGroupName: '/demo/cart' })
  const balancer = (await elb.createLoadBalancer({ Name: 'demo', Subnets: ['subnet-a', 'subnet-b'] }))
    .LoadBalancers?.[0]
  const group = (
    await elb.createTargetGroup({
      Name: 'cart',
      Protocol: 'HTTP',
      Port: 8080,
      VpcId: 'vpc-1',
      TargetType: 'ip',
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 5,
      HealthCheckTimeoutSeconds: 2,
    })
  ).TargetGroups?.[0]
  const TargetGroupArn = group?.TargetGroupArn ?? ''
  await elb.modifyTargetGroupAttributes({
    TargetGroupArn,
    Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '3' }],
  })
  await elb.createListener({
    LoadBalancerArn: balancer?.LoadBalancerArn,
    Protocol: 'HTTP',
    Port: 8080,
    DefaultActions: [{ Type: 'forward', TargetGroupArn }],
  })
  return {
    url: `http://${balancer?.DNSName}:8080/`,
    targetGroup: TargetGroupArn,
    loadBalancer: balancer?.LoadBalancerArn ?? '',
  }
}

export const createCart = async ({ ecs }: Clients, stage: Stage, taskDefinition: string) =>
  (
    await ecs.createService({
      cluster: 'demo',
      serviceName: 'cart',
      taskDefinition,
      desiredCount: 2,
      launchType: 'FARGATE',
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
      loadBalancers: [{ targetGroupArn: stage.targetGroup, containerName: 'app', containerPort: 8080 }],
    })
  ).service

export const register = async ({ ecs }: Clients, ...given: Parameters<typeof definition>): Promise<string> =>
  (await ecs.registerTaskDefinition(definition(...given))).taskDefinition?.taskDefinitionArn ?? ''

const ENDED = /^(SUCCESSFUL|STOPPED|ROLLBACK_SUCCESSFUL|ROLLBACK_FAILED)$/

/** Follows the newest service deployment to its end. */
export const followNewest = async ({ ecs }: Clients): Promise<ServiceDeployment> => {
  for (;;) {
    const listed = await ecs.listServiceDeployments({ cluster: 'demo', service: 'cart' })
    const arn = listed.serviceDeployments?.[0]?.serviceDeploymentArn ?? ''
    const found = await ecs.describeServiceDeployments({ serviceDeploymentArns: [arn] })
    const [deployment] = found.serviceDeployments ?? []
    if (deployment && ENDED.test(deployment.status ?? '')) return deployment
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
