import { randomUUID } from 'node:crypto'
import type { Plan } from '../changes/planned.js'
import { type Environment, findEnvironment } from '../commands/configuration.js'
import { chooseTargets } from '../commands/deployment/choose.js'
import { refuseOlder } from '../commands/deployment/newer.js'
import type { DeployWorld, Rollouts, Target } from '../commands/deployment/target.js'
import { currentLedger } from '../commands/ledger.js'
import { lastGood } from '../commands/rollback.js'
import { namedServices } from '../image/select.js'
import { sharedEcs } from '../platform/aws/sdk-ecs.js'
import { openRegistries } from '../platform/registry/choose.js'
import { type Problem, StaggerError } from '../words.js'
import { configurationIn, planIn, registryIn, type Session } from './session.js'

/** What shall run where, as it is asked for. */
export interface Wanted {
  readonly services: readonly string[]
  readonly environment: string
  readonly version: string | null
  readonly strategy: string | null
  readonly registry: string | null
  /** The last image that the environment ran before. */
  readonly back: boolean
}

export interface Chosen {
  readonly plan: Plan
  readonly environment: Environment
  readonly targets: readonly Target[]
}

/** The images that are wanted, with the places where they shall run. */
export const targetsIn = async (session: Session, wanted: Wanted): Promise<Chosen> => {
  if (wanted.environment === '') throw new StaggerError(noEnvironment)
  const plan = await planIn(session)
  const configuration = await configurationIn(session, plan)
  const environment = findEnvironment(configuration, wanted.environment)
  const { version, strategy, services } = wanted
  const ledger = await currentLedger(session.git, session.invocation.ci)
  const prefix = await registryIn(session, plan, wanted.registry)
  const world = { ...session, registry: openRegistries() }
  const choice = { plan, ledger, services, environment, version, strategy, prefix }
  const going = {
    environment: environment.name,
    services: namedServices(plan.services, services),
    ledger,
    prefix,
  }
  const exact = wanted.back && version === null ? await lastGood(world, going) : null
  const targets = await chooseTargets(world, exact ? { ...choice, exact } : choice)
  if (version === null && !wanted.back)
    await refuseOlder(session.git, environment.name, { head: plan.head, targets, ledger })
  return { plan, environment, targets }
}

const noEnvironment: Problem = {
  code: 'no-environment-named',
  fault: 'caller',
  problem: 'no environment was named',
  why: 'a service runs in one of the environments of stagger.yml',
  fix: 'add --environment ENV, in a workflow the input environment',
}

export const worldOf = (session: Session, signal?: AbortSignal, rollouts?: Rollouts): DeployWorld => ({
  ...session,
  ecsAt: sharedEcs(),
  random: Math.random,
  unique: randomUUID,
  ci: session.invocation.ci,
  ...(signal ? { signal } : {}),
  ...(rollouts ? { rollouts } : {}),
})

/** A cluster on this machine is not the world: nothing there needs a consent. */
export const isRehearsal = (endpoint = process.env.AWS_ENDPOINT_URL ?? ''): boolean =>
  /^https?:\/\/(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?(?:\/|$)/.test(endpoint)
