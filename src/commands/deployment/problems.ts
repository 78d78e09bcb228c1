import { nearest } from '../../catalog/nearest.js'
import type { Diagnosis } from '../../ecs/diagnosis.js'
import type { Ending } from '../../rollout/judge.js'
import { type Outcome, type Problem, StaggerError } from '../../words.js'
import type { Site } from './target.js'

const flags = ({ settings: { region, endpoint } }: Site): string =>
  [region && ` --region ${region}`, endpoint && ` --endpoint-url ${endpoint}`].filter(Boolean).join('')

/** CodeDeploy names its deployments in its own way; before one is named nobody else is known. */
const isThere = (deployment: string | null): boolean => deployment?.startsWith('d-') === true
const mover = (deployment: string | null): string => (isThere(deployment) ? 'CodeDeploy' : 'ECS')

const lookCommand = (target: Site, deployment: string | null): string =>
  isThere(deployment)
    ? `aws deploy get-deployment --deployment-id ${deployment}${flags(target)}`
    : deployment === null
      ? `aws ecs list-service-deployments --cluster ${target.settings.cluster} --service ${target.settings.service}${flags(target)}`
      : `aws ecs describe-service-deployments --service-deployment-arns ${deployment}${flags(target)}`

/** `names` are those that are there; null where they could not be asked for. */
const there = (kind: string, names: readonly string[] | null): string => {
  if (names === null) return ''
  return names.length > 0
    ? ` There ${names.length === 1 ? 'is' : 'are'}: ${[...names].sort().slice(0, 20).join(', ')}.`
    : ` There is no ${kind} at all.`
}

const meant = (name: string, names: readonly string[] | null): string => {
  const close = nearest(name, names ?? [])
  return close.length > 0 ? `Did you mean ${close.join(' or ')}? ` : ''
}

/** ECS calls it MISSING, and mostly it means that another cluster was asked. */
export const missingService = (target: Site, names: readonly string[] | null): StaggerError => {
  const { cluster, service } = target.settings
  return new StaggerError({
    code: 'service-not-found',
    fault: 'caller',
    problem: `there is no service ${service} in the cluster ${cluster}`,
    why: `The cluster ${cluster} was asked${flags(target)}.${there('service', names)}`,
    fix: `${meant(service, names)}Correct service or cluster of the environment ${target.environment} in stagger.yml; Stagger deploys to services and never makes one.`,
  })
}

/** The problem as AWS told it, with the clusters that there are. */
export const missingCluster = (
  target: Site,
  problem: Problem,
  names: readonly string[] | null,
): StaggerError =>
  new StaggerError({
    ...problem,
    problem: `there is no cluster ${target.settings.cluster}${flags(target)}`,
    why: `${problem.why}${there('cluster', names)}`,
    fix: `${meant(target.settings.cluster, names)}Correct cluster, region or endpoint of the environment ${target.environment} in stagger.yml.`,
  })

export const noDeployment = (target: Site, id: string | undefined): StaggerError =>
  new StaggerError({
    code: 'no-deployment',
    fault: 'thing',
    problem: `ECS took the update of ${target.service} and began no deployment`,
    why: `Its PRIMARY deployment is ${id ?? 'none'}, as before the update.`,
    fix: `Look at it: ${lookCommand(target, null)}`,
  })

/** We were asked to stop; the rollout is ECS's, and goes on without us. */
export const leftBehind = (target: Site, deployment: string | null): Problem => ({
  code: 'left',
  fault: 'thing',
  problem: `the deployment of ${target.service} goes on without being watched`,
  why: `Stagger was asked to stop. ${mover(deployment)} ends the rollout by itself, and rolls it back if its tasks fail.`,
  fix: `Look at it: ${lookCommand(target, deployment)}. Run the same deployment again to watch it to its end.`,
})

/** The deployment was begun, and then ECS could not be asked any more. */
export const unwatched = (target: Site, deployment: string | null, problem: Problem): Problem => ({
  ...problem,
  why: `${problem.why} The deployment of ${target.service} was begun, and goes on in ${mover(deployment)}.`,
  fix: `${problem.fix} Then look at it: ${lookCommand(target, deployment)}`,
})

const HEADLINE: Record<Exclude<Outcome, 'successful' | 'unchanged' | 'paused'>, string> = {
  'rolled-back': 'was rolled back',
  'rollback-failed': 'failed, and so did its rollback',
  stopped: 'was stopped before it was over',
  superseded: 'was superseded by another deployment',
  'timed-out': 'was not over in time',
}

export const endedBadly = (
  target: Site,
  { outcome, reason }: Ending,
  deployment: string | null,
  diagnosis: Diagnosis,
): readonly Problem[] => {
  if (outcome === 'successful' || outcome === 'unchanged' || outcome === 'paused') return []
  return [
    {
      code: outcome,
      fault: 'thing',
      problem: `the deployment of ${target.service} to ${target.environment} ${HEADLINE[outcome]}`,
      why: [reason ?? `${mover(deployment)} gave no reason`, serving(diagnosis)].filter(Boolean).join('. '),
      fix: fixFor(outcome, target, deployment, refusing(reason)),
    },
  ]
}

const serving = ({ serving: tasks }: Diagnosis): string => {
  if (tasks === null) return ''
  if (tasks === 0) return 'No task of the version before is running'
  return `The version before still serves, with ${tasks} ${tasks === 1 ? 'task' : 'tasks'}`
}

/** The function that turned it around, as ECS's reason names it. */
const refusing = (reason: string | null): string | null =>
  /lifecycle hook\(s\) failed.*:function:([\w-]+)/.exec(reason ?? '')?.[1] ?? null

const logOf = (target: Site, name: string): string =>
  target.settings.endpoint ? '' : ` (aws logs tail /aws/lambda/${name}${flags(target)})`

const fixFor = (outcome: Outcome, target: Site, deployment: string | null, hook: string | null): string => {
  const look = `Look at it: ${lookCommand(target, deployment)}`
  if (outcome === 'rolled-back' && hook !== null)
    return `Correct what the function ${hook} found${logOf(target, hook)}, or the function itself, and deploy again. ${look}`
  if (outcome === 'rolled-back') return `Correct what the tasks and logs show, and deploy again. ${look}`
  if (outcome === 'superseded') return `Deploy again if this version is still wanted. ${look}`
  if (outcome === 'timed-out')
    return `It goes on in ${mover(deployment)}; raise timeoutMinutes if it needs longer. ${look}`
  return look
}
