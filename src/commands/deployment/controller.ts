import { deploymentSight, images, newestFirst, serviceSight } from '../../ecs/sight.js'
import type { Answer, Ecs } from '../../platform/aws/ecs.js'
import type { Look } from '../../rollout/following.js'
import type { DeploymentSight, Observation, Started } from '../../rollout/sight.js'
import { codeDeployController } from './codedeploy/controller.js'
import { nameOf, type Site } from './target.js'

/** Who moves a service's traffic: what a rollout is followed and stopped with. */
export interface Controller {
  observe(look: Look): Promise<Answer<Observation>>
  /** Asks that it goes back. Refused where it is over. */
  stop(deployment: string): Promise<Answer<unknown>>
  /** Answers a pause. */
  goOn(deployment: string, hook: string): Promise<Answer<unknown>>
  /** One deployment as it is now; null where there is none of this name. */
  look(deployment: string): Promise<DeploymentSight | null>
  /** What is left to look at of one that ended badly. */
  trail(): Promise<Trail>
}

export interface Trail {
  /** The `N` of `ecs-svc/N`, by which its tasks are known. */
  readonly revision: string
  readonly said: readonly string[]
}

/** Of a rollout only who moves its traffic, and the name of what it brings. */
export type Moved = Pick<Started, 'revision' | 'by'>

export const controllerOf = (ecs: Ecs, site: Site, started: Moved): Controller =>
  started.by === 'CodeDeploy' ? codeDeployController(ecs, site, started) : ecsController(ecs, site, started)

const ecsController = (ecs: Ecs, site: Site, { revision }: Moved): Controller => ({
  observe: (look) => observe(ecs, site, look),
  stop: (deployment) => ecs.stopServiceDeployment(deployment),
  goOn: (deployment, hook) => ecs.continueServiceDeployment(deployment, hook, 'CONTINUE'),
  look: async (deployment) => {
    const [found] = (await ecs.describeServiceDeployments([deployment])).value
    return found ? deploymentSight(found) : null
  },
  trail: async () => ({ revision, said: [] }),
})

const MOST_DESCRIBED = 20

const observe = async (ecs: Ecs, target: Site, look: Look): Promise<Answer<Observation>> => {
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

const newest = async (ecs: Ecs, target: Site): Promise<readonly string[]> => {
  const { value } = await ecs.listServiceDeployments(nameOf(target))
  return newestFirst(value).flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? [])
}
