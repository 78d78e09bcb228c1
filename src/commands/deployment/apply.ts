import type { Service } from '@aws-sdk/client-ecs'
import { asServing, isCodeDeploys } from '../../ecs/codedeploy/group.js'
import { begins, type Decision, type Live, updateRequest } from '../../ecs/decide.js'
import { isPassing } from '../../ecs/passing.js'
import { primaryOf, revisionOf } from '../../ecs/sight.js'
import { differences } from '../../ecs/task-definition.js'
import type { Answer, Ecs, RegisteredTaskDefinition } from '../../platform/aws/ecs.js'
import { followMinutes } from '../../rollout/forecast.js'
import type { Started } from '../../rollout/sight.js'
import { type Instant, StaggerError } from '../../words.js'
import { runBefore } from './before.js'
import { beginThere } from './codedeploy/begin.js'
import { gatherGroup } from './codedeploy/gather.js'
import { missingCluster, missingService, noDeployment } from './problems.js'
import { suspendScaling } from './scaling.js'
import type { Before } from './several.js'
import { type DeployWorld, nameOf, type Target } from './target.js'

/** Runs one action at a time for each key: AWS refuses two registrations of one family at once. */
export type Turns = <T>(key: string, action: () => Promise<T>) => Promise<T>

export const gather = async (ecs: Ecs, target: Target): Promise<Answer<Live>> => {
  const { now, value: service } = await ecs.describeService(nameOf(target)).catch(withClusters(ecs, target))
  if (!service) throw missingService(target, await names(ecs.listServices(target.settings.cluster)))
  if (isCodeDeploys(service)) return gatherThere(ecs, target, { now, value: asServing(service) })
  const { value } = await ecs.describeTaskDefinition(service.taskDefinition ?? '')
  return { now, value: { service, ...value } }
}

const gatherThere = async (
  ecs: Ecs,
  target: Target,
  { now, value: service }: Answer<Service>,
): Promise<Answer<Live>> => {
  const codeDeploy = await gatherGroup(ecs, target, service)
  const { value } = await ecs.describeTaskDefinition(service.taskDefinition ?? '')
  return { now, value: { service, ...value, codeDeploy } }
}

const withClusters =
  (ecs: Ecs, target: Target) =>
  async (error: unknown): Promise<never> => {
    if (!(error instanceof StaggerError) || error.problems[0]?.code !== 'cluster-not-found') throw error
    throw missingCluster(target, error.problems[0], await names(ecs.listClusters()))
  }

/** Only for advice: whoever may not list them is told all the same what is missing. */
const names = (asked: Promise<Answer<readonly string[]>>): Promise<readonly string[] | null> =>
  asked.then(
    ({ value }) => value,
    (error: unknown) => {
      if (error instanceof StaggerError) return null
      throw error
    },
  )

/** What a decision is carried out with. */
export interface Applying {
  readonly world: DeployWorld
  readonly ecs: Ecs
  readonly target: Target
  readonly turns: Turns
  readonly before: Before
}

/** Does what was decided. Null where no deployment follows from it. */
export const apply = async (
  applying: Applying,
  { now, value: live }: Answer<Live>,
  decision: Decision,
): Promise<Started | null> => {
  const { ecs, target } = applying
  const registered = await register(applying, decision)
  if (registered !== null) await applying.before(() => runBefore(applying, live, registered))
  if (begins(decision)) await suspendScaling(ecs, target)
  if (decision.codeDeploy) return applyThere(applying, now, decision, registered)
  const request = updateRequest(decision, target.settings, registered)
  const answer = request ? await update(ecs, target, request) : { now, value: live.service }
  if (decision.kind === 'unchanged') return null
  const before = decision.kind === 'join' ? null : primaryOf(live.service)?.id
  const minutes = followMinutes(target.settings, decision.forecast)
  return startedBy(target, answer, before, minutes)
}

/** CodeDeploy is asked for a deployment, and the service is never updated. */
const applyThere = async (
  { ecs, target }: Applying,
  now: Instant,
  decision: Decision,
  registered: string | null,
): Promise<Started | null> => {
  const limits = limitsOf(target, followMinutes(target.settings, decision.forecast))
  const started = { digest: target.digest, answered: [], by: 'CodeDeploy' as const, ...limits }
  if (decision.kind === 'join') return { ...started, revision: decision.revision, at: now }
  if (!decision.codeDeploy || registered === null) return null
  const begun = await beginThere(ecs, target, decision.codeDeploy, registered)
  return { ...started, revision: begun.value, at: begun.now }
}

/** Whoever died between registering and updating left one behind that is exactly what is wanted. */
const register = async ({ ecs, turns }: Applying, decision: Decision): Promise<string | null> => {
  if (decision.kind !== 'register') return null
  const { input } = decision
  return turns(input.family ?? '', async () => {
    const left = await latest(ecs, input.family ?? '')
    if (
      left?.taskDefinition.taskDefinitionArn &&
      differences(left.taskDefinition, left.tags, input).length === 0
    )
      return left.taskDefinition.taskDefinitionArn
    const { value } = await ecs.registerTaskDefinition(input)
    return value.taskDefinitionArn ?? `${value.family}:${value.revision}`
  })
}

/** The newest of the family; null where there is none yet, or it may not be seen. */
export const latest = (ecs: Ecs, family: string): Promise<RegisteredTaskDefinition | null> =>
  ecs.describeTaskDefinition(family).then(
    ({ value }) => value,
    (error: unknown) => {
      if (error instanceof StaggerError && error.problems.every(({ fault }) => fault === 'caller'))
        return null
      throw error
    },
  )

type Update = NonNullable<ReturnType<typeof updateRequest>>

/** After a lost answer the service is read, not written: our task definition can only be there if we were heard. */
const update = async (ecs: Ecs, target: Target, request: Update): Promise<Answer<Service>> => {
  try {
    return await ecs.updateService(request)
  } catch (error) {
    if (!isPassing(error) || request.taskDefinition === undefined) throw error
    const { now, value } = await ecs.describeService(nameOf(target))
    if (!value || primaryOf(value)?.taskDefinition !== request.taskDefinition) throw error
    return { now, value }
  }
}

const startedBy = (
  target: Target,
  { now, value }: Answer<Service>,
  before: string | null | undefined,
  minutes: number,
): Started => {
  const id = primaryOf(value)?.id
  const revision = revisionOf(id)
  if (revision === null || id === before) throw noDeployment(target, id)
  return { revision, digest: target.digest, at: now, answered: [], ...limitsOf(target, minutes) }
}

const limitsOf = ({ settings: { onCancel = 'leave', onTimeout = 'leave' } }: Target, minutes: number) => ({
  timeoutMilliseconds: minutes * 60_000,
  onCancel,
  onTimeout,
})
