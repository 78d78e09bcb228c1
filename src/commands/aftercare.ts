import type { Deployed, DeployResult } from '../ecs/deployed.js'
import type { Ecs } from '../platform/aws/ecs.js'
import { isFinal } from '../rollout/guards.js'
import { type Digest, StaggerError } from '../words.js'
import { follow, NOTHING, type Result } from './deployment/follow.js'
import { type Found, find, startedFrom } from './deployment/found.js'
import { leftBehind } from './deployment/problems.js'
import { type DeployWorld, placeOf, type Site, toldOf, type UnderWay } from './deployment/target.js'
import { secondsSince } from './elapsed.js'
import { ask, withoutWanted } from './takeup.js'

/** What a step that was cut off left under way goes back or goes on, as its environment wants it. */
export const aftercare = async (
  world: DeployWorld,
  rollouts: readonly UnderWay[],
): Promise<DeployResult> => ({
  dryRun: false,
  services: await Promise.all(rollouts.map((rollout) => seeTo(world, rollout))),
})

type Seen = Result & Pick<Deployed, 'strategy' | 'digest'>

const seeTo = async (world: DeployWorld, rollout: UnderWay): Promise<Deployed> => {
  const begun = world.clock.now()
  const { service: name, environment, settings, ecs } = rollout.site
  const seen = await carryOut(toldOf(world, rollout.site), rollout).catch((error: unknown): Seen => {
    if (!(error instanceof StaggerError)) throw error
    const { strategy = 'rolling' } = settings
    return {
      ...NOTHING,
      deployment: rollout.deployment,
      problems: error.problems,
      strategy,
      digest: '' as Digest,
    }
  })
  const seconds = secondsSince(world.clock, begun)
  return { name, ...(ecs === undefined ? {} : { ecs }), environment, version: null, seconds, ...seen }
}

const carryOut = async (world: DeployWorld, rollout: UnderWay): Promise<Seen> => {
  const ecs = await world.ecsAt(placeOf(rollout.site))
  const found = await find(ecs, rollout.site, rollout)
  const site = afterwards(rollout.site)
  const { strategy, started } = startedFrom(found, site)
  const goesBack = rollout.site.settings.onCancel === 'rollback'
  const result =
    goesBack || isFinal(found.sight)
      ? await bringBack(world, ecs, { found, site, started })
      : leave(world, site, found)
  return { ...result, strategy, digest: found.digest ?? ('' as Digest) }
}

/** A job that was cancelled is ended after five minutes, whatever its steps are at. */
const MINUTES = 4

/** Who is asked to stop once more stops: what could be asked for was asked for. */
const afterwards = (site: Site): Site => ({
  ...site,
  settings: { ...site.settings, timeoutMinutes: MINUTES, onCancel: 'leave', onTimeout: 'leave' },
})

interface Back {
  readonly found: Found
  readonly site: Site
  readonly started: ReturnType<typeof startedFrom>['started']
}

/** What is over is looked at only: how it ended was not seen. */
const bringBack = async (world: DeployWorld, ecs: Ecs, { found, site, started }: Back): Promise<Result> => {
  const { arn } = found.sight
  world.progress.say(`${site.service}: what became of ${arn} was not seen; it is looked after`)
  await ask(world, found, { wish: 'stop', hook: null })
  return withoutWanted(await follow(world, ecs, site, started))
}

const leave = ({ progress }: DeployWorld, site: Site, { sight: { arn } }: Found): Result => {
  const { problem, why, fix } = leftBehind(site, arn)
  progress.warn(`${problem}. ${why} ${fix}`)
  return { ...NOTHING, deployment: arn, reason: problem }
}
