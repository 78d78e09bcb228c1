import { isPassing } from '../../ecs/passing.js'
import type { Answer, Ecs } from '../../platform/aws/ecs.js'
import { newsLine } from '../../report/rollout.js'
import { begin, step } from '../../rollout/follow.js'
import type { Effect, Following } from '../../rollout/following.js'
import type { Ending } from '../../rollout/judge.js'
import type { Mark } from '../../rollout/news.js'
import type { Observation, Started } from '../../rollout/sight.js'
import { type Instant, type Problem, StaggerError } from '../../words.js'
import { type Controller, controllerOf } from './controller.js'
import { leftBehind, unwatched } from './problems.js'
import type { DeployWorld, Site } from './target.js'

export interface Watched {
  /** Null where we left before it was over. */
  readonly ending: Ending | null
  readonly deployment: string | null
  readonly problems: readonly Problem[]
  readonly marks: readonly Mark[]
}

/** Carries out what the follower wants, until it knows the ending. */
export const watch = async (
  world: DeployWorld,
  ecs: Ecs,
  target: Site,
  started: Started,
): Promise<Watched> => {
  const controller = controllerOf(ecs, target, started)
  const watcher: Watcher = { world, controller, target, ahead: started.at - world.clock.now() }
  let [state, effects] = begin(started)
  try {
    while (state.ending === null) {
      const { value, now } = await carryOut(watcher, state, effects)
      const known = arnOf(state)
      ;[state, effects] = step(state, value, { now, jitter: world.random() })
      if (arnOf(state) !== known) name(world, target, state)
      tell(world, target, effects, started.by)
    }
    return { ending: state.ending, deployment: arnOf(state), problems: [], marks: state.marks }
  } catch (error) {
    const problems = unfinished(world, target, state, error)
    return { ending: null, deployment: arnOf(state), problems, marks: state.marks }
  }
}

interface Watcher {
  readonly world: DeployWorld
  readonly controller: Controller
  readonly target: Site
  /** By how much the server's clock is ahead of ours. */
  readonly ahead: number
}

const name = ({ rollouts }: DeployWorld, site: Site, state: Following): void =>
  rollouts?.begun({ site, revision: state.started.revision, deployment: arnOf(state) })

const arnOf = ({ ours }: Following): string | null => ours?.arn ?? null

const unfinished = (
  world: DeployWorld,
  target: Site,
  state: Following,
  error: unknown,
): readonly Problem[] => {
  if (isCancelled(world, state)) return [leftBehind(target, arnOf(state))]
  if (!(error instanceof StaggerError)) throw error
  return error.problems.map((problem) => unwatched(target, arnOf(state), problem))
}

/** Asked to stop, and nobody told the follower yet. */
const isCancelled = ({ signal }: DeployWorld, { stopping }: Following): boolean =>
  signal?.aborted === true && stopping?.why !== 'cancelled'

const tell = (
  { progress }: DeployWorld,
  { service }: Site,
  effects: readonly Effect[],
  by: Started['by'],
): void => {
  for (const effect of effects)
    if (effect.kind === 'announce') progress.say(newsLine(service, effect.news, effect.left, by))
}

/** Our own clock stands in for the server's only while the server cannot be asked, and is set by it. */
const ourTime = ({ world, ahead }: Watcher): Instant => (world.clock.now() + ahead) as Instant

const carryOut = async (
  watcher: Watcher,
  state: Following,
  effects: readonly Effect[],
): Promise<Answer<Observation>> => {
  const { controller } = watcher
  const stop = effects.find((effect) => effect.kind === 'stop')
  if (stop) return askToStop(watcher, stop.deployment)
  const look = effects.find((effect) => effect.kind === 'look')
  if (!look) throw new Error('a follower that has not ended looks again')
  if (!(await pause(watcher, state, look.after)))
    return { now: ourTime(watcher), value: { kind: 'cancelled' } }
  return controller.observe(look.at).catch((error: unknown) => {
    if (!isPassing(error)) throw error
    return lost(watcher, error)
  })
}

const lost = (watcher: Watcher, error: StaggerError): Answer<Observation> => ({
  now: ourTime(watcher),
  value: { kind: 'lost', why: error.problems[0]?.why ?? error.message },
})

/** False where we were asked to stop meanwhile, and the deployment is to be rolled back then. */
const pause = async ({ world, target }: Watcher, state: Following, after: number): Promise<boolean> => {
  if (state.stopping?.why === 'cancelled') return world.clock.sleep(after).then(() => true)
  try {
    await world.clock.sleep(after, world.signal)
    return true
  } catch (error) {
    if (isCancelled(world, state) && target.settings.onCancel === 'rollback') return false
    throw error
  }
}

/** One that has ended meanwhile is refused by ECS; the next look tells how it ended. */
const askToStop = async (watcher: Watcher, deployment: string): Promise<Answer<Observation>> => {
  try {
    const { now } = await watcher.controller.stop(deployment)
    return { now, value: { kind: 'stop-taken' } }
  } catch (error) {
    if (!(error instanceof StaggerError)) throw error
    return lost(watcher, error)
  }
}
