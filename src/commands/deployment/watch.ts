import { isPassing } from '../../ecs/passing.js'
import { deploymentSight, images, serviceSight } from '../../ecs/sight.js'
import type { Answer, Ecs } from '../../platform/aws/ecs.js'
import { newsLine } from '../../report/rollout.js'
import { begin, type Effect, type Following, type Look, step } from '../../rollout/follow.js'
import type { Ending } from '../../rollout/judge.js'
import type { Observation, Started } from '../../rollout/sight.js'
import { type Instant, type Problem, StaggerError } from '../../words.js'
import { leftBehind, unwatched } from './problems.js'
import { type DeployWorld, nameOf, type Target } from './target.js'

export interface Watched {
  /** Null where we left before it was over. */
  readonly ending: Ending | null
  readonly deployment: string | null
  readonly problems: readonly Problem[]
}

/** Carries out what the follower wants, until it knows the ending. */
export const watch = async (
  world: DeployWorld,
  ecs: Ecs,
  target: Target,
  started: Started,
): Promise<Watched> => {
  const ahead = started.at - world.clock.now()
  let [state, effects] = begin(started)
  try {
    while (state.ending === null) {
      const { value, now } = await nextSight(world, ecs, target, effects, ahead)
      ;[state, effects] = step(state, value, { now, jitter: world.random() })
      tell(world, target, effects)
    }
    return { ending: state.ending, deployment: arnOf(state), problems: [] }
  } catch (error) {
    return { ending: null, deployment: arnOf(state), problems: unfinished(world, target, state, error) }
  }
}

const arnOf = ({ ours }: Following): string | null => ours?.arn ?? null

const unfinished = (
  world: DeployWorld,
  target: Target,
  state: Following,
  error: unknown,
): readonly Problem[] => {
  if (world.signal?.aborted) return [leftBehind(target, arnOf(state))]
  if (!(error instanceof StaggerError)) throw error
  return error.problems.map((problem) => unwatched(target, arnOf(state), problem))
}

const tell = ({ progress }: DeployWorld, { service }: Target, effects: readonly Effect[]): void => {
  for (const effect of effects) if (effect.kind === 'announce') progress.say(newsLine(service, effect.news))
}

/** Our own clock stands in for the server's only while the server cannot be asked, and is set by it. */
const nextSight = async (
  world: DeployWorld,
  ecs: Ecs,
  target: Target,
  effects: readonly Effect[],
  ahead: number,
): Promise<Answer<Observation>> => {
  const look = effects.find((effect) => effect.kind === 'look')
  if (!look) throw new Error('a follower that has not ended looks again')
  await world.clock.sleep(look.after, world.signal)
  return observe(ecs, target, look.at).catch((error: unknown) => {
    if (!isPassing(error)) throw error
    const now = (world.clock.now() + ahead) as Instant
    return { now, value: { kind: 'lost', why: error.problems[0]?.why ?? error.message } }
  })
}

const MOST_DESCRIBED = 20

const observe = async (ecs: Ecs, target: Target, look: Look): Promise<Answer<Observation>> => {
  const { now, value: service } = await ecs.describeService(nameOf(target))
  const listed = look.list ? await newest(ecs, target) : []
  const arns = [...new Set([...(look.deployment === null ? [] : [look.deployment]), ...listed])]
  const deployments =
    arns.length > 0 ? await ecs.describeServiceDeployments(arns.slice(0, MOST_DESCRIBED)) : null
  const revisions = look.revision === null ? null : await ecs.describeServiceRevisions([look.revision])
  const value: Observation = {
    kind: 'seen',
    service: service && serviceSight(service),
    deployments: (deployments?.value ?? []).map(deploymentSight),
    images: revisions && images(revisions.value),
  }
  return { now, value }
}

const newest = async (ecs: Ecs, target: Target): Promise<readonly string[]> => {
  const { value } = await ecs.listServiceDeployments(nameOf(target))
  return [...value]
    .sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))
    .flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? [])
}
