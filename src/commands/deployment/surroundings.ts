import type { DeploymentConfiguration, Service } from '@aws-sdk/client-ecs'
import { type Check, caution, ok } from '../../ecs/check.js'
import { listenerChecks, listenersOf } from '../../ecs/codedeploy/checks.js'
import { isCodeDeploys, type LiveGroup } from '../../ecs/codedeploy/group.js'
import { isShifting } from '../../ecs/shifting.js'
import { primaryOf, revisionOf } from '../../ecs/sight.js'
import { type TrafficFacts, trafficChecks } from '../../ecs/traffic-checks.js'
import type { Answer, Ecs } from '../../platform/aws/ecs.js'
import { type Forecast, limits } from '../../rollout/forecast.js'
import { isOf } from '../../rollout/guards.js'
import { type Instant, StaggerError } from '../../words.js'
import { nameOf, type Target } from './target.js'

/** What is looked at beside the service itself, for one strategy. */
export interface Plans {
  readonly service: Service
  readonly now: Instant
  readonly forecast: Forecast
  readonly configuration: DeploymentConfiguration
  /** Where CodeDeploy deploys it. */
  readonly group?: LiveGroup | undefined
  readonly ci: boolean
}

/** What was asked, or why it could not be: a question that fails costs its own answer and no other. */
class Asking {
  readonly unasked: Check[] = []

  async or<T>(otherwise: T, what: string, asked: () => Promise<Answer<T>>): Promise<T> {
    try {
      return (await asked()).value
    } catch (error) {
      if (!(error instanceof StaggerError)) throw error
      this.unasked.push(
        caution(`${what} could not be checked: ${error.problems[0]?.problem ?? error.message}`),
      )
      return otherwise
    }
  }
}

/** Everything around a service that decides how a deployment ends; nothing is changed. */
export const checkSurroundings = async (
  ecs: Ecs,
  target: Target,
  plans: Plans,
): Promise<readonly Check[]> => {
  const asking = new Asking()
  const facts = await trafficFacts(ecs, target, plans, asking)
  const { stickiness } = target.settings
  const traffic = trafficChecks(plans.service, facts, { shifting: isShifting(plans.forecast), stickiness })
  const alarms = await alarmChecks(ecs, plans, asking)
  const listeners = await listenersThere(ecs, target, plans, asking)
  return [...traffic, ...listeners, ...alarms, ...(await limitChecks(ecs, plans)), ...asking.unasked]
}

/** The listeners whose traffic CodeDeploy moves; it puts the second target group there by itself. */
const listenersThere = async (
  ecs: Ecs,
  { settings }: Target,
  { service, group }: Plans,
  asking: Asking,
): Promise<readonly Check[]> => {
  const arns = group ? listenersOf(group.group) : []
  if (!group || arns.length === 0) return []
  const told = await asking.or([], 'its listeners', () => ecs.describeListeners(arns))
  return listenerChecks(service, new Map(told.map(({ arn, actions }) => [arn, actions])), settings)
}

const limitChecks = async (ecs: Ecs, { forecast, now, ci }: Plans): Promise<readonly Check[]> => {
  const until = forecast.leastMinutes === 0 ? null : await ecs.credentialsExpire()
  const left = until === null ? null : Math.floor((until - now) / 60_000)
  return limits(forecast, { ci, left }).map(caution)
}

const present = (arns: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(arns.filter((arn) => arn !== undefined)),
]

const trafficFacts = async (
  ecs: Ecs,
  target: Target,
  { service }: Plans,
  asking: Asking,
): Promise<TrafficFacts> => {
  const balancers = service.loadBalancers ?? []
  const groups = present(
    balancers.flatMap((one) => [one.targetGroupArn, one.advancedConfiguration?.alternateTargetGroupArn]),
  )
  const rules = present(
    balancers.flatMap(({ advancedConfiguration: one }) => [
      one?.productionListenerRule,
      one?.testListenerRule,
    ]),
  )
  const [forwardings, described, health, serving] = await Promise.all([
    forwardingsOf(ecs, rules, asking),
    groups.length > 0 ? asking.or([], 'its target groups', () => ecs.describeTargetGroups(groups)) : [],
    Promise.all(groups.map(async (arn) => [arn, await healthOf(ecs, arn, asking)] as const)),
    rules.length > 0 ? servingGroups(ecs, target, service, asking) : [],
  ])
  const known = health.flatMap(([arn, targets]) => (targets ? [[arn, targets] as const] : []))
  const settled = primaryOf(service)?.rolloutState !== 'IN_PROGRESS'
  return { forwardings, groups: described, health: new Map(known), serving, settled }
}

const healthOf = (ecs: Ecs, arn: string, asking: Asking) =>
  asking.or(null, 'the health of its targets', () => ecs.describeTargetHealth(arn))

const isListener = (arn: string): boolean => arn.includes(':listener/')

const forwardingsOf = async (
  ecs: Ecs,
  arns: readonly string[],
  asking: Asking,
): Promise<TrafficFacts['forwardings']> => {
  const [listeners, rules] = [arns.filter(isListener), arns.filter((arn) => !isListener(arn))]
  const told = await Promise.all([
    listeners.length > 0 ? asking.or([], 'its listeners', () => ecs.describeListeners(listeners)) : [],
    rules.length > 0 ? asking.or([], 'its rules', () => ecs.describeRules(rules)) : [],
  ])
  return new Map(told.flat().map(({ arn, actions }) => [arn, actions]))
}

/** The target groups that the serving revision was really given: they change places at each deployment. */
const servingGroups = async (
  ecs: Ecs,
  target: Target,
  service: Service,
  asking: Asking,
): Promise<readonly string[]> => {
  const primary = revisionOf(primaryOf(service)?.id)
  const listed = await asking.or([], 'what serves', () => ecs.listServiceDeployments(nameOf(target)))
  const arn = listed.find(({ targetServiceRevisionArn: one }) =>
    isOf(one ?? null, primary ?? ''),
  )?.targetServiceRevisionArn
  if (arn === undefined) return []
  const [revision] = await asking.or([], 'what serves', () => ecs.describeServiceRevisions([arn]))
  return present((revision?.resolvedConfiguration?.loadBalancers ?? []).map((one) => one.targetGroupArn))
}

const alarmChecks = async (
  ecs: Ecs,
  { configuration, service }: Plans,
  asking: Asking,
): Promise<readonly Check[]> => {
  const { alarms } = configuration
  const names = alarms?.enable ? (alarms.alarmNames ?? []) : []
  if (names.length === 0) return []
  const found = await asking.or(null, 'its alarms', () => ecs.describeAlarms(names))
  if (found === null) return []
  return names.map((name) =>
    alarmCheck(name, found.find((one) => one.name === name)?.state, isCodeDeploys(service)),
  )
}

const alarmCheck = (name: string, state: string | undefined, there: boolean): Check => {
  if (state === undefined) return caution(`there is no alarm ${name}: it will fail nothing`)
  if (state === 'ALARM')
    return caution(
      `alarm ${name} is in ALARM already: ${there ? 'CodeDeploy may stop the deployment at once' : 'ECS ignores it for this deployment'}`,
    )
  return ok(`alarm ${name} is ${state}`)
}
