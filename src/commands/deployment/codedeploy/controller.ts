import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import type { Service } from '@aws-sdk/client-ecs'
import { eventLines } from '../../../ecs/codedeploy/events.js'
import { asServing } from '../../../ecs/codedeploy/group.js'
import { deploymentSight, type Sighting, serviceSight, taskSetOf } from '../../../ecs/codedeploy/sight.js'
import { imagesIn } from '../../../ecs/sight.js'
import type { Answer, Ecs } from '../../../platform/aws/ecs.js'
import type { Look } from '../../../rollout/following.js'
import type { Observation } from '../../../rollout/sight.js'
import type { Controller, Moved } from '../controller.js'
import { nameOf, type Site } from '../target.js'

/** A deployment is known by its id from the first; what it brings is known by its task set. */
export const codeDeployController = (ecs: Ecs, site: Site, { revision: id }: Moved): Controller => ({
  observe: (look) => observe(ecs, site, id, look),
  stop: (deployment) => ecs.codeDeploy.stopDeployment(deployment),
  goOn: (deployment) => ecs.codeDeploy.continueDeployment(deployment),
  look: async (deployment) => {
    const { now } = await ecs.describeService(nameOf(site))
    const sighting = await sightingOf(ecs, site, deployment)
    return sighting && deploymentSight(sighting, now)
  },
  trail: async () => {
    const { value: target } = await ecs.codeDeploy.target(id, nameOf(site))
    return { revision: taskSetOf(target) ?? id, said: eventLines(target) }
  },
})

const observe = async (ecs: Ecs, site: Site, id: string, look: Look): Promise<Answer<Observation>> => {
  const { now, value: service } = await ecs.describeService(nameOf(site))
  const ours = await sightingOf(ecs, site, id)
  const others = look.list && ours ? await othersOf(ecs, ours) : []
  const value: Observation = {
    kind: 'seen',
    service: service && serviceSight(service, id, ours?.target ?? null),
    deployments: [
      ...(ours ? [deploymentSight(ours, now)] : []),
      ...others.map((info) => deploymentSight({ info, target: null, back: null }, now)),
    ],
    images: look.revision === null || !service ? null : await imagesOf(ecs, service),
  }
  return { now, value }
}

/** Its task sets are a call of their own: there are none yet. */
const isToBegin = ({ status }: DeploymentInfo): boolean => status === 'Created' || status === 'Queued'

/** Null where CodeDeploy does not know it. */
export const sightingOf = async (ecs: Ecs, site: Site, id: string): Promise<Sighting | null> => {
  const [info] = (await ecs.codeDeploy.describeDeployments([id])).value
  if (!info) return null
  const target = isToBegin(info) ? null : (await ecs.codeDeploy.target(id, nameOf(site))).value
  const back = info.rollbackInfo?.rollbackDeploymentId
  const backs = back === undefined ? [] : (await ecs.codeDeploy.describeDeployments([back])).value
  return { info, target, back: backs[0] ?? null }
}

const MOST_DESCRIBED = 20

/** Who else deploys with this group since; what only goes back from another is nobody's. */
const othersOf = async ({ codeDeploy }: Ecs, { info }: Sighting): Promise<readonly DeploymentInfo[]> => {
  const { applicationName: application = '', deploymentGroupName: group = '', deploymentId } = info
  const since = info.createTime ?? new Date(0)
  const { value: ids } = await codeDeploy.deployments({ application, group }, { since })
  const others = ids.slice(0, MOST_DESCRIBED).filter((id) => id !== deploymentId)
  const infos = others.length > 0 ? (await codeDeploy.describeDeployments(others)).value : []
  return infos.filter(({ creator }) => creator !== 'codeDeployRollback')
}

/** Of what serves now. A task definition never changes, and names its image by the digest. */
export const imagesOf = async (ecs: Ecs, service: Service): Promise<readonly string[]> => {
  const { value } = await ecs.describeTaskDefinition(asServing(service).taskDefinition ?? '')
  return imagesIn(value.taskDefinition)
}
