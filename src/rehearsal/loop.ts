import type { Instant } from '../words.js'
import { carryOut } from './carry-out.js'
import type { Pacer, Stood } from './clock/pacer.js'
import { standingOf } from './clock/standing.js'
import type { Control } from './control.js'
import type { Effect } from './controller/effects.js'
import type { Observation } from './controller/observation.js'
import { revisionOf, type Service, wantedRevision } from './controller/state.js'
import { step } from './controller/step.js'
import { tendLoneTasks } from './lone-tasks.js'
import { look } from './look.js'
import { look as lookAt } from './metrics/alarms.js'
import type { World } from './world.js'

const EVERY = 200

export interface LoopOptions {
  readonly bug: (error: unknown) => void
  readonly control?: Control | undefined
  readonly pacer: Pacer
  /** How many requests a step must have seen before its time may be skipped. */
  readonly requestsPerStep: number
  /** Comes after what was decided is the service's state, and before the first of its effects. */
  readonly decided?: () => void
  /** Comes before each effect. Where it throws, the turn ends there: the controller has crashed. */
  readonly before?: (effect: Effect) => void
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

type Advanced = Pick<Stood, 'standing'> & { readonly service: Service }

const stand = (world: World, { service, standing }: Advanced, requestsPerStep: number): Stood => {
  const groups = groupsOf(service)
  const requests = groups.reduce((sum, group) => sum + world.measured.requests(group), 0)
  return { service: service.arn, standing, requests, needs: groups.length === 0 ? 0 : requestsPerStep }
}

const decide = (world: World, arn: string, options: LoopOptions): readonly [Advanced, readonly Effect[]] => {
  const record = world.services.get(arn)
  if (!record) throw new Error(`there is no service ${arn}`)
  const seen: Observation = look(world, record.service)
  const now: Instant = world.clock.now()
  const decided = step(record.service, seen, now, options.control)
  world.services.set(arn, { ...record, service: decided.service })
  forgetTasks(world, record.service, decided.service)
  return [{ service: decided.service, standing: standingOf(decided, seen, now) }, decided.effects]
}

const advance = (world: World, arn: string, options: LoopOptions): Stood => {
  const [advanced, effects] = decide(world, arn, options)
  options.decided?.()
  for (const effect of effects) {
    options.before?.(effect)
    carryOut(world, advanced.service, effect)
  }
  return stand(world, advanced, options.requestsPerStep)
}

const lookAtAlarms = ({ alarms, metrics }: World, now: number): void => {
  for (const [name, alarm] of alarms) alarms.set(name, lookAt(metrics, alarm, now))
}

const tendAll = (world: World, { bug }: LoopOptions): void => {
  try {
    tendLoneTasks(world)
  } catch (error) {
    bug(error)
  }
}

const activeIn = (world: World): readonly string[] =>
  [...world.services].filter(([, { service }]) => service.status !== 'INACTIVE').map(([arn]) => arn)

/** Whose turn went wrong is busy: no time is skipped over it. */
const advanceAll = (world: World, options: LoopOptions): readonly Stood[] =>
  activeIn(world).map((arn) => {
    try {
      return advance(world, arn, options)
    } catch (error) {
      options.bug(error)
      return { service: arn, standing: { kind: 'busy' }, requests: 0, needs: 0 }
    }
  })

/** Lets the controller look at every service, again and again. */
export const createLoop = (
  world: World,
  options: LoopOptions,
): { start(): void; nudge(): void; stop(): void } => {
  let timer: NodeJS.Timeout | undefined
  const turn = (): void => {
    lookAtAlarms(world, world.clock.now())
    tendAll(world, options)
    options.pacer.turn(advanceAll(world, options), world.alarms.size > 0)
  }
  return {
    start: () => {
      timer ??= setInterval(turn, EVERY)
    },
    nudge: () => void setImmediate(() => timer && turn()),
    stop: () => {
      clearInterval(timer)
      timer = undefined
    },
  }
}
