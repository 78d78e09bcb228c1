import { CodeDeploy, type CreateDeploymentGroupCommandInput } from '@aws-sdk/client-codedeploy'
import { type Clients, register, setStage } from '../stage.js'

/** A service whose deployment controller is CodeDeploy, with its application and group: made, and serving `one`. */
export interface CodeDeployShop {
  readonly deploying: CodeDeploy
  readonly url: string
  /** Makes the deployment group again, as it is but for what is changed. */
  regroup(change?: Partial<CreateDeploymentGroupCommandInput>): Promise<void>
}

const NAME = { applicationName: 'AppECS-demo-cart', deploymentGroupName: 'DgpECS-demo-cart' }

const green = async ({ elb }: Clients): Promise<void> => {
  const made = await elb.createTargetGroup({
    Name: 'green',
    Protocol: 'HTTP',
    Port: 8080,
    VpcId: 'vpc-1',
    TargetType: 'ip',
    HealthCheckPath: '/health',
    HealthCheckIntervalSeconds: 5,
    HealthCheckTimeoutSeconds: 2,
  })
  const TargetGroupArn = made.TargetGroups?.[0]?.TargetGroupArn ?? ''
  const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: '1' }]
  await elb.modifyTargetGroupAttributes({ TargetGroupArn, Attributes })
}

export const wait = (minutes: number) => ({
  deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT' as const },
  terminateBlueInstancesOnDeploymentSuccess: {
    action: 'TERMINATE' as const,
    terminationWaitTimeInMinutes: minutes,
  },
})

/** Waits for somebody before production traffic moves. */
export const readyFor = (minutes: number) => ({
  ...wait(0),
  deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT' as const, waitTimeInMinutes: minutes },
})

const groupOf = (listener: string): CreateDeploymentGroupCommandInput => ({
  ...NAME,
  serviceRoleArn: 'arn:aws:iam::000000000000:role/codedeploy',
  deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
  blueGreenDeploymentConfiguration: wait(0),
  ecsServices: [{ clusterName: 'demo', serviceName: 'cart' }],
  loadBalancerInfo: {
    targetGroupPairInfoList: [
      {
        targetGroups: [{ name: 'cart' }, { name: 'green' }],
        prodTrafficRoute: { listenerArns: [listener] },
      },
    ],
  },
})

const isServing = async ({ ecs }: Clients): Promise<boolean> => {
  const { services } = await ecs.describeServices({ cluster: 'demo', services: ['cart'] })
  return services?.[0]?.events?.some(({ message }) => /steady state/.test(message ?? '')) ?? false
}

export const createCodeDeployShop = async (clients: Clients, endpoint: string): Promise<CodeDeployShop> => {
  const stage = await setStage(clients)
  await green(clients)
  const { Listeners } = await clients.elb.describeListeners({ LoadBalancerArn: stage.loadBalancer })
  await clients.ecs.createService({
    cluster: 'demo',
    serviceName: 'cart',
    taskDefinition: await register(clients, 'one'),
    desiredCount: 2,
    deploymentController: { type: 'CODE_DEPLOY' },
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
    loadBalancers: [{ targetGroupArn: stage.targetGroup, containerName: 'app', containerPort: 8080 }],
  })
  while (!(await isServing(clients))) await new Promise((resolve) => setTimeout(resolve, 50))
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const deploying = new CodeDeploy({ endpoint, region: 'eu-central-1', credentials, maxAttempts: 1 })
  await deploying.createApplication({ applicationName: NAME.applicationName, computePlatform: 'ECS' })
  const group = groupOf(Listeners?.[0]?.ListenerArn ?? '')
  await deploying.createDeploymentGroup(group)
  const regroup = async (change: Partial<CreateDeploymentGroupCommandInput> = {}): Promise<void> => {
    await deploying.deleteDeploymentGroup(NAME)
    await deploying.createDeploymentGroup({ ...group, ...change })
  }
  return { deploying, url: stage.url, regroup }
}
