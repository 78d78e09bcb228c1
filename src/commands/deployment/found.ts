import type { ServiceDeployment } from '@aws-sdk/client-ecs'
import { isCodeDeploys } from '../../ecs/codedeploy/group.js'
import { liveShape } from '../../ecs/configuration.js'
import { deploymentSight, digestIn, images, newestFirst } from '../../ecs/sight.js'
import type { Ecs } from '../../platform/aws/ecs.js'
import { followMinutes, forecast } from '../../rollout/forecast.js'
import { isFinal, isOf } from '../../rollout/guards.js'
import type { Shape } from '../../rollout/shape.js'
import type { DeploymentSight, Started } from '../../rollout/sight.js'
import { type Digest, type Instant, lastSegment, type Strategy } from '../../words.js'
import { findThere } from './codedeploy/found.js'
import { type Controller, controllerOf } from './controller.js'
import { missingService } from './problems.js'
import { nothingUnderWay, nothingUnderWayThere } from './takeup-problems.js'
import { nameOf, type Site } from './target.js'

/** A rollout that another process began, as it is now. */
export interface Found {
  /** How many tasks are wanted. */
  readonly desired: number
  readonly shape: Shape
  readonly controller: Controller
  readonly by: NonNullable<Started['by']>
  readonly sight: DeploymentSight
  readonly now: Instant
  readonly digest: Digest | null
}

/** By what it is found: its ARN, else the revision that it brings, else that it is the one under way. */
export interface Sought {
  readonly deployment: string | null
  readonly revision?: string
}

export const find = async (ecs: Ecs, site: Site, sought: Sought): Promise<Found> => {
  const { now, value: service } = await ecs.describeService(nameOf(site))
  if (!service) throw missingService(site, null)
  if (isCodeDeploys(service)) {
    const there = await findThere(ecs, site, { now, value: service }, sought)
    if (!there) throw nothingUnderWayThere(site, sought.deployment)
    return there
  }
  const deployment = await deploymentOf(ecs, site, sought)
  if (!deployment) throw nothingUnderWay(site, sought.deployment)
  const sight = deploymentSight(deployment)
  const revisions = sight.target === null ? [] : (await ecs.describeServiceRevisions([sight.target])).value
  return {
    desired: service.desiredCount ?? 0,
    shape: liveShape(service.deploymentConfiguration ?? {}) ?? USUAL,
    controller: controllerOf(ecs, site, { revision: revisionIn(sight) }),
    by: 'ECS',
    sight,
    now,
    digest: digestIn(images(revisions)),
  }
}

const deploymentOf = (ecs: Ecs, site: Site, { deployment, revision }: Sought) => {
  if (deployment !== null) return described(ecs, deployment)
  return revision === undefined ? underWay(ecs, site) : bringing(ecs, site, revision)
}

export const described = async (ecs: Ecs, arn: string): Promise<ServiceDeployment | null> =>
  (await ecs.describeServiceDeployments([arn])).value[0] ?? null

const bringing = async (ecs: Ecs, site: Site, revision: string): Promise<ServiceDeployment | null> => {
  const { value } = await ecs.listServiceDeployments(nameOf(site))
  const ours = value.find(({ targetServiceRevisionArn: arn }) => isOf(arn ?? null, revision))
  return ours?.serviceDeploymentArn ? described(ecs, ours.serviceDeploymentArn) : null
}

/** The newest one, if it is not over. */
const underWay = async (ecs: Ecs, site: Site): Promise<ServiceDeployment | null> => {
  const { value } = await ecs.listServiceDeployments(nameOf(site))
  const [newest] = newestFirst(value)
  const found = newest?.serviceDeploymentArn ? await described(ecs, newest.serviceDeploymentArn) : null
  return found && !isFinal(deploymentSight(found)) ? found : null
}

const revisionIn = ({ target }: DeploymentSight): string => lastSegment(target ?? '')

const USUAL = { strategy: 'rolling' as const, minimum: 100, maximum: 200 }

/** How it is followed from here on. */
export const startedFrom = (
  { desired, shape, by, sight, now, digest }: Found,
  { settings }: Site,
): { readonly strategy: Strategy; readonly started: Started } => {
  const minutes = followMinutes(settings, forecast(shape, settings, desired))
  const { onCancel = 'leave', onTimeout = 'leave' } = settings
  const revision = revisionIn(sight)
  const limits = { timeoutMilliseconds: minutes * 60_000, onCancel, onTimeout }
  return { strategy: shape.strategy, started: { revision, digest, at: now, answered: [], by, ...limits } }
}
