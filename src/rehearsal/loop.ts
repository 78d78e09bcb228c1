import type { Instant } from '../words.js'
import { carryOut } from './carry-out.js'
import type { Pacer, Stood } from './clock/pacer.js'
import { type Standing, standingOf } from './clock/standing.js'
import type { Control } from './control.js'
import { awaited } from './controller/calls.js'
import type { Effect } from './controller/effects.js'
import type { Observation } from './controller/observation.js'
import { revisionOf, type Service, wantedRevision } from './controller/state.js'
import { step } from './controller/step.js'
import { Crashed } from './faults/crash.js'
import type { Crash } from './faults/fault.js'
import { followLoneTasks, tendLoneTasks } from './lone-tasks.js'
import { look as lookFor } from './look.js'
import { look as lookAt } from './metrics/alarms.js'
import type { ServiceRecord, World } from './world.js'

const EVERY = 200
/** Many requests one after the other are looked at together. */
const SOON = 10

export interface LoopOptions {
  readonly bug: (error: unknown) => void
  readonly control?: Control | undefined
  readonly pacer: Pacer
  /** How many requests a step must have seen before its time may be skipped. */
  readonly requestsPerStep: number
  /** Comes after what was decided is the service's state, and before the first of its effects; and after each turn. */
  readonly decided?: () => void
  /** Comes before each effect, and may throw `Crashed`. */
  readonly before?: () => void
  readonly crashed?: (crash: Crash) => void
}

const forgetTasks = (world: World, before: Service, after: Service): void => {
  const kept = new Set(after.tasks.map(({ id }) => id))
  for (const { id } of before.tasks) if (!kept.has(id)) world.driver.forget(id)
}

const groupsOf = (service: Service): readonly string[] =>
  service.deployments.length === 0
    ? []
    : revisionOf(service, wantedRevision(service)).targets.flatMap(({ targetGroup, traffic }) =>
        traffic ? [targetGroup, traffic.other] : [targetGroup],
      )

interface Advanced {
  readonly arn: string
  readonly standing: Standing
  readonly service: Service
  readonly effects: readonly Effect[]
}

const stand = (world: World, { arn, service, standing }: Advanced, requestsPerStep: number): Stood => {
  const groups = groupsOf(service)
  const requests = groups.reduce((sum, group) => sum + world.measured.requests(group), 0)
  return { service: arn, standing, requests, needs: groups.length === 0 ? 0 : requestsPerStep }
}

const decide = (world: World, record: ServiceRecord, { control }: LoopOptions): Advanced => {
  const { arn } = record.service
  const seen: Observation = lookFor(world, record.service)
  const now: Instant = world.clock.now()
  const decided = step(record.service, seen, now, control)
  world.services.set(arn, { ...record, service: decided.service })
  forgetTasks(world, record.service, decided.service)
  return { ...decided, arn, standing: standingOf(decided, seen, now) }
}

/** Whose turn went wrong is busy: no time is skipped over it. */
const guarded = (world: World, record: ServiceRecord, options: LoopOptions): Advanced => {
  try {
    return decide(world, record, options)
  } catch (error) {
    options.bug(error)
    return { arn: record.service.arn, standing: { kind: 'busy' }, service: record.service, effects: [] }
  }
}

const perform = (world: World, { service, effects }: Advanced, options: LoopOptions): void => {
  for (const effect of effects) {
    options.before?.()
    carryOut(world, service, effect)
  }
}

/** All is decided before the first effect, so that it is written down once. */
const advanceAll = (world: World, options: LoopOptions): readonly Stood[] => {
  const active = [...world.services.values()].filter(({ service }) => service.status !== 'INACTIVE')
  const advanced = active.map((record) => guarded(world, record, options))
  options.decided?.()
  forgetCalls(world)
  tendLoneTasks(world, options.bug)
  for (const one of advanced)
    try {
      perform(world, one, options)
    } catch (error) {
      if (error instanceof Crashed) throw error
      options.bug(error)
    }
  return advanced.map((one) => stand(world, one, options.requestsPerStep))
}

/** Nobody waits any more for what the others were asked. */
const forgetCalls = ({ functions, services, clock }: World): void => {
  const now = clock.now()
  functions.keep(new Set([...services.values()].flatMap(({ service }) => awaited(service, now))))
}

const lookAtAlarms = ({ alarms, metrics }: World, now: number): void => {
  for (const [name, alarm] of alarms) alarms.set(name, lookAt(metrics, alarm, now))
}

export interface Loop {
  start(): void
  /** Looks now instead of at the next turn. */
  nudge(): void
  stop(): void
}

/** Lets the controller look at every service, again and again. */
export const createLoop = (world: World, options: LoopOptions): Loop => {
  let timer: NodeJS.Timeout | undefined
  let nudged: NodeJS.Timeout | undefined
  const look = (): void => {
    lookAtAlarms(world, world.clock.now())
    followLoneTasks(world)
    options.pacer.turn(advanceAll(world, options), world.alarms.size > 0)
    options.decided?.()
  }
  const turn = (): void => {
    try {
      look()
    } catch (error) {
      if (error instanceof Crashed) options.crashed?.(error.crash)
      else options.bug(error)
    }
  }
  return {
    start: () => {
      timer ??= setInterval(turn, EVERY)
    },
    nudge: () => {
      nudged ??= setTimeout(() => {
        nudged = undefined
        if (timer) turn()
      }, SOON)
    },
    stop: () => {
      clearInterval(timer)
      clearTimeout(nudged)
      timer = undefined
      nudged = undefined
    },
  }
}
