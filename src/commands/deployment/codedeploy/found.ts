import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import type { Service } from '@aws-sdk/client-ecs'
import { bakeMinutesOf, type GroupName, groupNameOf } from '../../../ecs/codedeploy/group.js'
import { shapeOfRouting } from '../../../ecs/codedeploy/routing.js'
import { deploymentSight, taskDefinitionIn } from '../../../ecs/codedeploy/sight.js'
import { digestIn, imagesIn } from '../../../ecs/sight.js'
import type { Answer, Ecs } from '../../../platform/aws/ecs.js'
import type { Shape } from '../../../rollout/shape.js'
import type { Digest } from '../../../words.js'
import type { Found, Sought } from '../found.js'
import type { Site } from '../target.js'
import { codeDeployController, sightingOf } from './controller.js'
import { routingNamed } from './gather.js'

/** The same of a service that CodeDeploy deploys; null where there is no such deployment of its group. */
export const findThere = async (
  ecs: Ecs,
  site: Site,
  { now, value: service }: Answer<Service>,
  { deployment, revision }: Sought,
): Promise<Found | null> => {
  const name = groupNameOf(site.settings)
  const id = deployment ?? revision ?? (await underWayIn(ecs, name))
  const sighting = id === undefined ? null : await sightingOf(ecs, site, id)
  if (!sighting || id === undefined) return null
  const { applicationName, deploymentGroupName } = sighting.info
  if (applicationName !== name.application || deploymentGroupName !== name.group) return null
  return {
    desired: service.desiredCount ?? 0,
    shape: await shapeOf(ecs, sighting.info),
    controller: codeDeployController(ecs, site, { revision: id }),
    by: 'CodeDeploy',
    sight: deploymentSight(sighting, now),
    now,
    digest: await digestOf(ecs, sighting.info),
  }
}

/** One that only goes back from another is that one's: stopped by itself, nothing would bring the traffic back. */
const underWayIn = async ({ codeDeploy }: Ecs, name: GroupName): Promise<string | undefined> => {
  const [id] = (await codeDeploy.deployments(name, 'active')).value
  if (id === undefined) return undefined
  const [info] = (await codeDeploy.describeDeployments([id])).value
  return info?.rollbackInfo?.rollbackTriggeringDeploymentId ?? id
}

const shapeOf = async ({ codeDeploy }: Ecs, info: DeploymentInfo): Promise<Shape> => {
  const routing = await routingNamed(codeDeploy, info.deploymentConfigName ?? '')
  return shapeOfRouting(routing ?? { kind: 'all' }, bakeMinutesOf(info))
}

const digestOf = async (ecs: Ecs, { revision }: DeploymentInfo): Promise<Digest | null> => {
  const arn = taskDefinitionIn(revision)
  if (arn === null) return null
  const { taskDefinition } = (await ecs.describeTaskDefinition(arn)).value
  return digestIn(imagesIn(taskDefinition))
}
