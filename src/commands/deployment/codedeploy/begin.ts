import type { CodeDeployPlan } from '../../../ecs/codedeploy/plan.js'
import { createRequest } from '../../../ecs/codedeploy/request.js'
import { taskDefinitionIn } from '../../../ecs/codedeploy/sight.js'
import { isPassing } from '../../../ecs/passing.js'
import type { Answer, Ecs } from '../../../platform/aws/ecs.js'
import type { Target } from '../target.js'

/** The id of the deployment that was begun. After a lost answer it is looked for: a group has one at a time, and it takes no token. */
export const beginThere = async (
  { codeDeploy }: Ecs,
  { service, version, image }: Target,
  plan: CodeDeployPlan,
  taskDefinition: string,
): Promise<Answer<string>> => {
  const description = [service, version, image].filter((part) => part !== null).join(' ')
  try {
    return await codeDeploy.createDeployment(createRequest(plan, taskDefinition, description))
  } catch (error) {
    if (!isPassing(error)) throw error
    const { now, value: ids } = await codeDeploy.deployments(plan.name, 'active')
    const { value: infos } = ids.length > 0 ? await codeDeploy.describeDeployments(ids) : { value: [] }
    const ours = infos.find(({ revision }) => taskDefinitionIn(revision) === taskDefinition)
    if (!ours?.deploymentId) throw error
    return { now, value: ours.deploymentId }
  }
}
