import { setTimeout as sleep } from 'node:timers/promises'
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs'
import { jest } from '@jest/globals'
import { sdkEcs } from '../../../src/platform/aws/sdk-ecs.js'
import { BASE_IMAGE } from '../../../src/rehearsal/ground/base-image.js'
import { serveRehearsal } from '../../../src/rehearsal/serve.js'
import { testGround } from '../../ground/ground.js'
import { ecsContract } from './ecs.contract.js'

jest.setTimeout(120_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

const region = 'eu-west-1'
const SCRIPTS = {
  well: 'setInterval(() => {}, 1000)',
  fails: 'console.log("cannot go on"); process.exitCode = 7',
}

const definition = (behaviour: 'well' | 'fails', environment: string) => ({
  family: 'cart',
  networkMode: 'awsvpc' as const,
  containerDefinitions: [
    {
      name: 'app',
      image: BASE_IMAGE,
      memory: 64,
      entryPoint: ['node', '-e', SCRIPTS[behaviour]],
      environment: [{ name: 'WHAT', value: environment }],
      stopTimeout: 2,
      logConfiguration: {
        logDriver: 'awslogs' as const,
        options: {
          'awslogs-create-group': 'true',
          'awslogs-group': 'shop',
          'awslogs-stream-prefix': 'cart',
          'awslogs-region': region,
        },
      },
    },
  ],
})

/** What infrastructure code would have made. */
const build = async (client: ECSClient) => {
  await client.send(new CreateClusterCommand({ clusterName: 'shop' }))
  await client.send(new RegisterTaskDefinitionCommand(definition('well', 'first')))
  await client.send(
    new CreateServiceCommand({
      cluster: 'shop',
      serviceName: 'cart',
      taskDefinition: 'cart',
      desiredCount: 1,
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      deploymentConfiguration: {
        deploymentCircuitBreaker: {
          enable: true,
          rollback: true,
          thresholdConfiguration: { type: 'COUNT', value: 2 },
        },
      },
    }),
  )
  while (!(await isStable(client))) await sleep(250)
}

const isStable = async (client: ECSClient): Promise<boolean> => {
  const { services } = await client.send(new DescribeServicesCommand({ cluster: 'shop', services: ['cart'] }))
  const [deployment] = services?.[0]?.deployments ?? []
  if (deployment?.rolloutState === 'FAILED') throw new Error(deployment.rolloutStateReason)
  return deployment?.rolloutState === 'COMPLETED'
}

ecsContract('the rehearsal cluster, through the SDK,', async () => {
  const dockerHost = testGround().engine.host
  const progress = {
    say: () => {},
    warn: (line: string) => process.stderr.write(`${line}\n`),
    group: () => {},
  }
  const rehearsal = await serveRehearsal({ progress, dockerHost })
  const client = new ECSClient({ region, endpoint: rehearsal.endpoint })
  const stop = async () => {
    client.destroy()
    await rehearsal.close()
  }
  await build(client).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  const ecs = await sdkEcs({ endpoint: rehearsal.endpoint, region })
  return { ecs, cluster: 'shop', service: 'cart', definition, sleep: (ms: number) => sleep(ms), stop }
})
