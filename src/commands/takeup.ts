import type { Deployed, DeployResult } from '../ecs/deployed.js'
import { isPassing } from '../ecs/passing.js'
import { GUARDS, isFinal } from '../rollout/guards.js'
import type { DeploymentSight } from '../rollout/sight.js'
import { type Digest, StaggerError } from '../words.js'
import { follow, NOTHING, type Result } from './deployment/follow.js'
import { type Found, find, startedFrom } from './deployment/found.js'
import { alreadyOver, notPaused } from './deployment/takeup-problems.js'
import { type DeployWorld, placeOf, type Site, toldOf } from './deployment/target.js'
import { secondsSince } from './elapsed.js'

/** What is wanted of a rollout that somebody else began, or an earlier run. */
export interface TakeUp {
  readonly wish: 'resume' | 'continue' | 'stop'
  readonly site: Site
  /** The service deployment; null for the one that is under way. */
  readonly deployment: string | null
  /** Which pause is answered; null for the one that waits. */
  readonly hook: string | null
}

/** Takes rollouts up again: follows them, answers their pauses, or has them rolled back. */
export const takeUp = async (
  world: DeployWorld,
  { wishes, dryRun }: { readonly wishes: readonly TakeUp[]; readonly dryRun: boolean },
): Promise<DeployResult> => ({
  dryRun,
  services: withoutIdle(await Promise.all(wishes.map((wish) => takeUpOne(world, wish, dryRun)))),
})

const IDLE = ['nothing-under-way', 'not-paused', 'already-over']

const isIdle = ({ problems: [first] }: Deployed): boolean => first !== undefined && IDLE.includes(first.code)

/** Of several ECS services those that wait for nothing are not meant, as long as one of them is. */
const withoutIdle = (rows: readonly Deployed[]): readonly Deployed[] =>
  rows.filter((row) => !isIdle(row) || rows.every((other) => other.name !== row.name || isIdle(other)))

type Ended = Result & Pick<Deployed, 'strategy'> & { readonly digest: Digest | null }

const takeUpOne = async (world: DeployWorld, wish: TakeUp, dryRun: boolean): Promise<Deployed> => {
  const begun = world.clock.now()
  const { digest, ...result } = await carryOut(toldOf(world, wish.site), wish, dryRun).catch(
    (error: unknown): Ended => {
      if (!(error instanceof StaggerError)) throw error
      return { ...NOTHING, problems: error.problems, strategy: 'rolling', digest: null }
    },
  )
  const seconds = secondsSince(world.clock, begun)
  const { service: name, environment, ecs } = wish.site
  return {
    name,
    ...(ecs === undefined ? {} : { ecs }),
    environment,
    version: null,
    digest: digest ?? ('' as Digest),
    seconds,
    ...result,
  }
}

const carryOut = async (world: DeployWorld, wish: TakeUp, dryRun: boolean): Promise<Ended> => {
  const ecs = await world.ecsAt(placeOf(wish.site))
  const found = await find(ecs, wish.site, wish)
  const { strategy, started } = startedFrom(found, wish.site)
  const common = { strategy, digest: found.digest }
  const hook = wish.wish === 'continue' ? pauseOf(found, wish) : null
  if (wish.wish === 'stop' && isFinal(found.sight)) throw alreadyOver(wish.site, found.sight)
  world.progress.say(`${wish.site.service}: ${wish.wish} ${found.sight.arn}`)
  if (dryRun) return { ...NOTHING, ...common, deployment: found.sight.arn }
  await ask(world, found, { ...wish, hook })
  const answered = hook === null ? [] : [hook]
  const result = await follow(world, ecs, wish.site, { ...started, answered })
  return { ...(wish.wish === 'stop' ? withoutWanted(result) : result), ...common }
}

/** Who wanted it to go back has what he wanted. */
export const withoutWanted = (result: Result): Result =>
  result.outcome === 'rolled-back' ? { ...result, problems: [], diagnosis: null } : result

const pauseOf = ({ sight }: Found, { site, hook }: TakeUp): string => {
  const found = sight.pauses.find((pause) => hook === null || pause.hook === hook)
  if (!found) throw notPaused(site, sight, hook)
  return found.hook
}

/** An answer may be lost after it was heard: then nothing waits for it any more. What goes back already need not be asked to. */
export const ask = async (
  world: DeployWorld,
  { sight, controller }: Found,
  { wish, hook }: Pick<TakeUp, 'wish' | 'hook'>,
): Promise<void> => {
  if (wish === 'resume' || (wish === 'stop' && !GUARDS.mayStop(sight))) return
  const send = (): Promise<unknown> =>
    hook === null ? controller.stop(sight.arn) : controller.goOn(sight.arn, hook)
  await send().catch(async (error: unknown) => {
    if (!isPassing(error)) throw error
    await world.clock.sleep(2_000, world.signal)
    const now = await controller.look(sight.arn)
    if (now && wasHeard(now, hook)) return
    await send()
  })
}

const wasHeard = (sight: DeploymentSight, hook: string | null): boolean =>
  hook === null
    ? sight.status !== 'IN_PROGRESS' && sight.status !== 'PENDING'
    : sight.pauses.every((pause) => pause.hook !== hook)

/** The ARN of a service deployment tells where it is: …:service-deployment/CLUSTER/SERVICE/ID. */
export const placeOfDeployment = (
  arn: string,
): { readonly region: string; readonly cluster: string; readonly service: string } | null => {
  const found = /^arn:[\w-]+:ecs:([\w-]+):\d*:service-deployment\/([^/]+)\/([^/]+)\/[^/]+$/.exec(arn)
  const [, region, cluster, service] = found ?? []
  return region && cluster && service ? { region, cluster, service } : null
}
