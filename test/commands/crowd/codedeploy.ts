import { CodeDeploy } from '@aws-sdk/client-codedeploy'
import { deploy } from '../../../src/commands/deploy.js'
import type { DeployResult } from '../../../src/ecs/deployed.js'
import { sharedEcs } from '../../../src/platform/aws/sdk-ecs.js'
import type { Bucket } from '../../../src/rehearsal/api/rates.js'
import { wait } from '../../rehearsal/codedeploy/shop.js'
import { type Clients, definition } from '../../rehearsal/stage.js'
import { names, targetOf, world } from './crowd.js'

const READS = [
  'BatchGetDeployments',
  'GetDeploymentConfig',
  'GetDeploymentGroup',
  'GetDeploymentTarget',
  'ListDeployments',
]
const WRITES = ['CreateDeployment', 'StopDeployment', 'ContinueDeployment']

/** AWS documents no rates of CodeDeploy. Any must do; these are supposed, and low. */
export const SUPPOSED: readonly Bucket[] = [
  ...READS.map((action) => ({ actions: [action], burst: 20, sustained: 10 })),
  ...WRITES.map((action) => ({ actions: [action], burst: 10, sustained: 2 })),
]

const groupOf = async ({ elb }: Clients, Name: string): Promise<string> => {
  const made = await elb.createTargetGroup({
    ...{ Name, Protocol: 'HTTP', Port: 8080, VpcId: 'vpc-1', TargetType: 'ip' },
    ...{ HealthCheckPath: '/health', HealthCheckIntervalSeconds: 30, HealthCheckTimeoutSeconds: 2 },
  })
  const TargetGroupArn = made.TargetGroups?.[0]?.TargetGroupArn ?? ''
  const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: '0' }]
  await elb.modifyTargetGroupAttributes({ TargetGroupArn, Attributes })
  return TargetGroupArn
}

interface Front {
  readonly balancer: string
  readonly deploying: CodeDeploy
}

/** One service with its two target groups, its listener, its application and its deployment group. */
const gatherOne = async (clients: Clients, { balancer, deploying }: Front, name: string, port: number) => {
  const [blue] = [await groupOf(clients, `${name}-blue`), await groupOf(clients, `${name}-green`)]
  const made = await clients.elb.createListener({
    LoadBalancerArn: balancer,
    Protocol: 'HTTP',
    Port: port,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: blue }],
  })
  await clients.ecs.createService({
    cluster: 'demo',
    serviceName: name,
    taskDefinition: 'cart',
    desiredCount: 1,
    deploymentController: { type: 'CODE_DEPLOY' },
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
    loadBalancers: [{ targetGroupArn: blue, containerName: 'app', containerPort: 8080 }],
  })
  const applicationName = `AppECS-demo-${name}`
  await deploying.createApplication({ applicationName, computePlatform: 'ECS' })
  await deploying.createDeploymentGroup({
    applicationName,
    deploymentGroupName: `DgpECS-demo-${name}`,
    serviceRoleArn: 'arn:aws:iam::000000000000:role/codedeploy',
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    blueGreenDeploymentConfiguration: wait(0),
    ecsServices: [{ clusterName: 'demo', serviceName: name }],
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: `${name}-blue` }, { name: `${name}-green` }],
          prodTrafficRoute: { listenerArns: [made.Listeners?.[0]?.ListenerArn ?? ''] },
        },
      ],
    },
  })
}

const FIRST_PORT = 9000

/** Once each has a task set whose tasks all run: until then CodeDeploy takes no deployment. */
const settled = async ({ ecs }: Clients, services: readonly string[]): Promise<void> => {
  for (const name of services)
    for (;;) {
      const { services: found } = await ecs.describeServices({ cluster: 'demo', services: [name] })
      if (found?.[0]?.events?.some(({ message }) => /steady state/.test(message ?? ''))) break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
}

/** So many services of one task each that CodeDeploy deploys, and that all run. */
export const gatherThere = async (clients: Clients, endpoint: string, services: number): Promise<void> => {
  await clients.ecs.createCluster({ clusterName: 'demo' })
  await clients.logs.createLogGroup({ logGroupName: '/demo/cart' })
  await clients.ecs.registerTaskDefinition(definition('one'))
  const made = await clients.elb.createLoadBalancer({ Name: 'demo', Subnets: ['subnet-a', 'subnet-b'] })
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const deploying = new CodeDeploy({ endpoint, region: 'eu-central-1', credentials, maxAttempts: 1 })
  const front = { balancer: made.LoadBalancers?.[0]?.LoadBalancerArn ?? '', deploying }
  for (const [at, name] of names(services).entries()) await gatherOne(clients, front, name, FIRST_PORT + at)
  await settled(clients, names(services))
  deploying.destroy()
}

/** Deploys all of them in one call, each with a new image. */
export const deployThere = (endpoint: string, services: number): Promise<DeployResult> => {
  const targets = names(services).map((name) => {
    const target = targetOf(name, endpoint)
    return { ...target, settings: { ...target.settings, strategy: 'all-at-once' as const } }
  })
  return deploy({ ...world, ecsAt: sharedEcs() }, { targets, dryRun: false })
}
