import { aftercare } from '../../src/commands/aftercare.js'
import { deploy, deployExitCode, type Target } from '../../src/commands/deploy.js'
import type { UnderWay } from '../../src/commands/deployment/target.js'
import { type TakeUp, takeUp } from '../../src/commands/takeup.js'
import { verify, verifyExitCode } from '../../src/commands/verify.js'
import type { Deployed, DeployResult } from '../../src/ecs/deployed.js'
import type { CloudCommand } from '../../src/ecs/policy.js'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { sharedEcs } from '../../src/platform/aws/sdk-ecs.js'
import { systemClock } from '../../src/platform/clock.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import type { Digest, EnvironmentName, ServiceName, Version } from '../../src/words.js'
import { type Clients, clientsOf, definition } from '../rehearsal/stage.js'
import { type Recorder, recordBefore } from './recorder.js'

export const region = 'eu-central-1'
export const service = 'cart' as ServiceName

/** Every action that the commands of a file asked for, on any of its stages. */
export const asked = new Map<CloudCommand, Set<string>>()

export interface Told extends Deployed {
  readonly code: number
}

export interface Ground {
  readonly rehearsal: Rehearsal
  readonly clients: Clients
  readonly recorder: Recorder
}

/** A cluster of its own, where nobody has made anything yet. */
export const openGround = async (): Promise<Ground> => {
  const warn = (line: string) => void process.stderr.write(`${line}\n`)
  const progress = { say: () => {}, warn, group: () => {} }
  const rehearsal = await serveRehearsal({ progress, tasks: 'hollow', requestsPerStep: 0 })
  const clients = clientsOf(rehearsal.endpoint)
  return { rehearsal, clients, recorder: await recordBefore(rehearsal.endpoint) }
}

/** A service `cart` in a cluster of its own, and somebody who deploys to it. */
export class RolloutStage {
  readonly said: string[] = []
  readonly usual: Partial<EnvironmentSettings> = {}
  #count = 0

  constructor(readonly ground: Ground) {}

  get clients(): Clients {
    return this.ground.clients
  }

  get recorder(): Recorder {
    return this.ground.recorder
  }

  get endpoint(): string {
    return this.ground.rehearsal.endpoint
  }

  readonly sleep = (milliseconds: number, stopped?: AbortSignal): Promise<void> =>
    systemClock.sleep(Math.min(milliseconds, 100), stopped)

  /** It looks more often than it would, and waits for nothing that is over. */
  world(signal?: AbortSignal) {
    const hear = (line: string) => void this.said.push(line)
    return {
      ecsAt: sharedEcs(),
      clock: { now: systemClock.now, sleep: this.sleep },
      progress: { say: hear, warn: hear, group: () => {} },
      random: () => 0,
      unique: () => `token-${process.pid}-${this.#count}`,
      ci: false,
      ...(signal ? { signal } : {}),
    }
  }

  /** A new image, whose tasks behave as they are told, and answer after so many milliseconds. */
  target(changes: Partial<EnvironmentSettings> = {}, hollow = '', delay = 0): Target {
    this.#count += 1
    const digest = `sha256:${String(this.#count).padStart(64, '0')}` as Digest
    const environment = [
      { name: 'VERSION', value: '{version}' },
      { name: 'HOLLOW', value: hollow },
      ...(delay > 0 ? [{ name: 'DELAY', value: String(delay) }] : []),
    ]
    const place = { region, endpoint: this.recorder.endpoint, cluster: 'demo', service }
    return {
      service,
      environment: 'uat' as EnvironmentName,
      settings: { ...place, taskDefinition: 't', ...this.usual, ...changes },
      template: { path: 't', text: JSON.stringify(definition('x', { image: '{image}', environment })) },
      image: `registry/cart@${digest}`,
      digest,
      version: `1.0.${this.#count}` as Version,
    }
  }

  #record(command: CloudCommand): void {
    const known = asked.get(command) ?? new Set()
    for (const action of this.recorder.take()) known.add(action)
    asked.set(command, known)
  }

  #told(command: CloudCommand, result: DeployResult): Told {
    this.#record(command)
    return { ...(result.services[0] as Deployed), code: deployExitCode(result) }
  }

  async bring(one: Target, signal?: AbortSignal): Promise<Told> {
    return this.#told('deploy', await deploy(this.world(signal), { targets: [one], dryRun: false }))
  }

  async answer(wish: 'continue' | 'stop' | 'resume', one: Target, more: Partial<TakeUp> = {}): Promise<Told> {
    const wishes = [{ wish, site: one, deployment: null, hook: null, ...more }]
    const result = await takeUp(this.world(), { wishes, dryRun: false })
    return this.#told(wish === 'resume' ? 'deploy' : wish, result)
  }

  async verify(one: Target) {
    const verified = await verify(this.world(), [one])
    this.#record('verify')
    return { checks: verified[0]?.checks ?? [], code: verifyExitCode(verified) }
  }

  async afterwards(rollouts: readonly UnderWay[]): Promise<Told> {
    this.recorder.take()
    return this.#told('stop', await aftercare(this.world(), rollouts))
  }

  backstage(room: 'faults' | 'clock', wish: object): Promise<Response> {
    return fetch(`${this.endpoint}/_rehearsal/${room}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    })
  }

  async described() {
    const asked = { cluster: 'demo', services: [service] }
    return (await this.clients.ecs.describeServices(asked)).services?.[0]
  }

  async close(): Promise<void> {
    this.clients.destroy()
    await this.recorder.close()
    await this.ground.rehearsal.close()
  }
}
