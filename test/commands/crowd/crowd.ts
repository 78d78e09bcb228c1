import { type DeployWorld, deploy, type Target } from '../../../src/commands/deploy.js'
import type { DeployResult } from '../../../src/ecs/deployed.js'
import { sharedEcs } from '../../../src/platform/aws/sdk-ecs.js'
import { systemClock } from '../../../src/platform/clock.js'
import type { Digest, EnvironmentName, ServiceName } from '../../../src/words.js'
import { type Clients, definition } from '../../rehearsal/stage.js'

export const names = (services: number): readonly string[] =>
  Array.from({ length: services }, (_, index) => `service-${index}`)

/** So many services of one task each, that all run. */
export const gatherCrowd = async ({ ecs, logs }: Clients, services: number): Promise<void> => {
  await ecs.createCluster({ clusterName: 'demo' })
  await logs.createLogGroup({ logGroupName: '/demo/cart' })
  await ecs.registerTaskDefinition(definition('one'))
  for (const serviceName of names(services))
    await ecs.createService({
      cluster: 'demo',
      serviceName,
      taskDefinition: 'cart',
      desiredCount: 1,
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
    })
}

const digest = `sha256:${'1'.repeat(64)}` as Digest

export const targetOf = (name: string, endpoint: string): Target => {
  const text = JSON.stringify({ ...definition('two', { image: '{image}' }), family: name })
  return {
    service: name as ServiceName,
    environment: 'uat' as EnvironmentName,
    settings: {
      region: 'eu-central-1',
      endpoint,
      cluster: 'demo',
      service: name,
      taskDefinition: 't',
      strategy: 'rolling',
    },
    template: { path: 't', text },
    image: `registry/${name}@${digest}`,
    digest,
    version: null,
  }
}

export const world: Omit<DeployWorld, 'ecsAt'> = {
  clock: systemClock,
  progress: { say: () => {}, warn: () => {}, group: () => {} },
  random: Math.random,
  unique: () => 'token',
  ci: true,
}

/** Deploys all of them in one call, each with a new image. */
export const deployCrowd = (endpoint: string, services: number): Promise<DeployResult> => {
  const targets = names(services).map((name) => targetOf(name, endpoint))
  return deploy({ ...world, ecsAt: sharedEcs() }, { targets, dryRun: false })
}
