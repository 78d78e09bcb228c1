import { type DeployWorld, deploy, type Target } from '../../src/commands/deploy.js'
import type { DeployResult } from '../../src/ecs/deployed.js'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import type { Digest, EnvironmentName, ServiceName, Version } from '../../src/words.js'
import { type Behaviour, MemoryCluster } from '../platform/aws/memory-cluster.js'
import { MemoryEcs } from '../platform/aws/memory-ecs.js'
import { VirtualClock } from '../platform/clock.js'

const LOG = { 'awslogs-group': 'shop', 'awslogs-stream-prefix': '{service}' }
export const TEMPLATE = JSON.stringify({
  family: '{service}',
  containerDefinitions: [
    { name: 'app', image: '{image}', logConfiguration: { logDriver: 'awslogs', options: LOG } },
  ],
})

const settings: EnvironmentSettings = {
  cluster: 'shop',
  service: '',
  taskDefinition: 'deploy/task.json',
  timeoutMinutes: 10,
}
export const digestOf = (letter: string) => `sha256:${letter.repeat(64)}` as Digest
const imageOf = (service: string, letter: string) => `registry/${service}@${digestOf(letter)}`

/** A cluster `shop` in which the named services run the image `a`, and somebody who deploys to it. */
export class Stage {
  readonly clock = new VirtualClock()
  readonly cluster = new MemoryCluster('shop', this.clock)
  readonly ecs = new MemoryEcs(this.cluster)
  readonly said: string[] = []
  readonly stopper = new AbortController()

  constructor(...services: readonly string[]) {
    for (const service of services) {
      const { taskDefinitionArn = '' } = this.register(service, 'a')
      const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } }
      this.cluster.addService(service, taskDefinitionArn, { deploymentConfiguration: breaker })
    }
  }

  register(service: string, letter: string) {
    const text = TEMPLATE.replaceAll('{service}', service).replaceAll('{image}', imageOf(service, letter))
    return this.cluster.register(JSON.parse(text))
  }

  behave(service: string, letter: string, behaviour: Behaviour): this {
    this.cluster.behaviours.set(imageOf(service, letter), behaviour)
    return this
  }

  /** Somebody else deploys another image, `milliseconds` from now. */
  overtake(service: string, milliseconds: number): void {
    this.clock.after(milliseconds, () => {
      const found = this.cluster.services.get(service)
      if (found) this.cluster.update(found, this.register(service, 'e').taskDefinitionArn ?? '', false, {})
    })
  }

  target(service: string, letter: string, changes: Partial<Target> = {}): Target {
    return {
      service: service as ServiceName,
      environment: 'uat' as EnvironmentName,
      settings: { ...settings, service },
      template: { path: 'deploy/task.json', text: TEMPLATE },
      image: imageOf(service, letter),
      digest: digestOf(letter),
      version: '1.4.0' as Version,
      ...changes,
    }
  }

  get world(): DeployWorld {
    const say = (line: string) => void this.said.push(line)
    const progress = {
      say,
      warn: (line: string) => say(`warning: ${line}`),
      group: (title: string) => say(title),
    }
    return {
      ecsAt: async () => this.ecs,
      clock: this.clock,
      progress,
      random: () => 0.5,
      unique: () => `token-${this.ecs.calls.length}`,
      ci: false,
      signal: this.stopper.signal,
    }
  }

  deploy(...targets: readonly Target[]): Promise<DeployResult> {
    return deploy(this.world, { targets, dryRun: false })
  }

  get writes(): readonly string[] {
    return this.ecs.calls.filter((call) => call === 'registerTaskDefinition' || call === 'updateService')
  }
}
