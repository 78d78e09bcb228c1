import { groupNameOf } from '../../ecs/codedeploy/group.js'
import type { DeploymentSight } from '../../rollout/sight.js'
import { type Problem, StaggerError } from '../../words.js'
import type { Site } from './target.js'

const problem = (code: string, text: string, why: string, fix: string): StaggerError =>
  new StaggerError({ code, fault: 'caller', problem: text, why, fix } satisfies Problem)

export const nothingUnderWay = ({ service, environment }: Site, arn: string | null): StaggerError =>
  problem(
    'nothing-under-way',
    arn === null
      ? `no deployment of ${service} to ${environment} is under way`
      : `there is no deployment ${arn}`,
    arn === null ? 'The newest one is over, or there is none.' : 'ECS keeps deployments for 90 days.',
    `How the last one ended: stagger status, or aws ecs list-service-deployments --service ${service}`,
  )

/** The same of a service that CodeDeploy deploys. */
export const nothingUnderWayThere = (
  { service, environment, settings }: Site,
  id: string | null,
): StaggerError => {
  const { application, group } = groupNameOf(settings)
  return problem(
    'nothing-under-way',
    id === null
      ? `no deployment of ${service} to ${environment} is under way`
      : `there is no deployment ${id} of ${service} in ${environment}`,
    id === null
      ? 'The newest one is over, or there is none.'
      : `The deployment group ${group} has none of this id.`,
    `How the last one ended: aws deploy list-deployments --application-name ${application} --deployment-group-name ${group}`,
  )
}

export const alreadyOver = ({ service }: Site, { arn, status, reason }: DeploymentSight): StaggerError =>
  problem(
    'already-over',
    `the deployment of ${service} is over already`,
    `${arn} is ${status}${reason === null ? '' : `: ${reason}`}.`,
    `To go back to an older version: stagger rollback ${service}`,
  )

export const notPaused = (
  { service }: Site,
  { arn, status, stage, pauses }: DeploymentSight,
  hook: string | null,
): StaggerError => {
  const waiting = pauses.map((pause) => pause.hook)
  const there = waiting.length > 0 ? ` What waits: ${waiting.join(', ')}.` : ' Nothing waits.'
  return problem(
    'not-paused',
    hook === null
      ? `the deployment of ${service} waits for no answer`
      : `nothing waits for an answer by the name ${hook}`,
    `${arn} is ${status}${stage === null ? '' : ` at ${stage}`}.${there}`,
    'Each pause has a name of its own, and is answered once; look again, or take it up with stagger deploy --resume.',
  )
}
