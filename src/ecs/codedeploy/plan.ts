import type {
  AlarmConfiguration,
  AutoRollbackConfiguration,
  AutoRollbackEvent,
  DeploymentGroupInfo,
} from '@aws-sdk/client-codedeploy'
import type { Service } from '@aws-sdk/client-ecs'
import type { EnvironmentSettings } from '../../environment/settings.js'
import { type Forecast, forecast } from '../../rollout/forecast.js'
import type { Problem } from '../../words.js'
import { type Active, type GroupName, type LiveGroup, readyMinutesOf, withWait } from './group.js'

/** What CodeDeploy is asked for, but for the task definition. */
export interface CodeDeployPlan {
  readonly name: GroupName
  readonly config: string
  readonly container: { readonly name: string; readonly port: number }
  readonly rollback: AutoRollbackConfiguration
  /** Null for the group's own. */
  readonly alarms: AlarmConfiguration | null
  readonly hooks: Readonly<Record<string, string>>
  /** What an AppSpec that leaves it out would set back to AWS's own. */
  readonly kept: Pick<Service, 'platformVersion' | 'capacityProviderStrategy'>
}

export interface Planned {
  readonly expected: Forecast
  readonly plan: CodeDeployPlan
  readonly warned: readonly string[]
}

export const planFor = (
  service: Service,
  { name, group, shape, config }: LiveGroup,
  settings: EnvironmentSettings,
): Planned => {
  const [balancer] = service.loadBalancers ?? []
  const { platformVersion, capacityProviderStrategy } = service
  const plan: CodeDeployPlan = {
    name,
    config,
    container: { name: balancer?.containerName ?? '', port: balancer?.containerPort ?? 0 },
    rollback: rollbackOf(group, settings),
    alarms: alarmsOf(group, settings),
    hooks: hooksOf(settings),
    kept: {
      ...(platformVersion === undefined || platformVersion === 'LATEST' ? {} : { platformVersion }),
      ...(capacityProviderStrategy?.length ? { capacityProviderStrategy } : {}),
    },
  }
  const expected = forecast(shape, withWait(settings, group), service.desiredCount ?? 0)
  return { expected, plan, warned: cautions(service, group, plan) }
}

const hooksOf = ({ codeDeploy }: EnvironmentSettings): CodeDeployPlan['hooks'] =>
  Object.fromEntries(
    Object.entries(codeDeploy?.hooks ?? {}).flatMap(([event, lambda]) => (lambda ? [[event, lambda]] : [])),
  )

/** As rolling always has its circuit breaker: what fails goes back, whatever the group says. */
const rollbackOf = (
  { autoRollbackConfiguration: set }: DeploymentGroupInfo,
  { alarms }: EnvironmentSettings,
): AutoRollbackConfiguration => {
  const known: readonly AutoRollbackEvent[] = set?.enabled ? (set.events ?? []) : []
  const others = alarms ? known.filter((event) => event !== 'DEPLOYMENT_STOP_ON_ALARM') : known
  const events: AutoRollbackEvent[] = [
    'DEPLOYMENT_FAILURE',
    ...(alarms?.rollback ? (['DEPLOYMENT_STOP_ON_ALARM'] as const) : []),
    ...others,
  ]
  return { enabled: true, events: [...new Set(events)].sort() }
}

const alarmsOf = (
  { alarmConfiguration }: DeploymentGroupInfo,
  { alarms }: EnvironmentSettings,
): AlarmConfiguration | null =>
  alarms
    ? {
        enabled: true,
        ignorePollAlarmFailure: alarmConfiguration?.ignorePollAlarmFailure ?? false,
        alarms: alarms.names.map((name) => ({ name })),
      }
    : null

/** The alarms that such a deployment goes by. */
export const alarmNames = ({ alarms }: CodeDeployPlan, { group }: LiveGroup): readonly string[] => {
  const { enabled, alarms: set = [] } = alarms ?? group.alarmConfiguration ?? {}
  return enabled ? set.flatMap(({ name }) => name ?? []) : []
}

const cautions = (
  { desiredCount }: Service,
  group: DeploymentGroupInfo,
  { hooks }: CodeDeployPlan,
): readonly string[] => {
  const minutes = readyMinutesOf(group)
  return [
    ...(desiredCount === 0 ? ['its desired count is 0: nothing will run, and nothing can fail'] : []),
    ...(minutes === null
      ? []
      : [`its deployment group waits ${minutes} min for stagger continue, and stops what nobody continues`]),
    ...(Object.keys(hooks).length > 0
      ? ['a hook that never answers CodeDeploy is waited for up to an hour']
      : []),
  ]
}

/** What CodeDeploy needs of the service itself. */
export const serviceRefusals = ({ serviceName, loadBalancers = [] }: Service): readonly Problem[] =>
  loadBalancers[0]?.containerName
    ? []
    : [
        {
          code: 'no-load-balancer',
          fault: 'caller',
          problem: `service ${serviceName} has no load balancer that CodeDeploy could move the traffic of`,
          why: 'A deployment names the container and the port to which its target group sends requests.',
          fix: 'Give it one in your infrastructure code, or the deployment controller ECS.',
        },
      ]

/** A group has one deployment at a time, and another would be refused. */
export const underWay = (
  { name }: LiveGroup,
  service: string,
  { id, goesBack }: Pick<Active, 'id' | 'goesBack'>,
): Problem => ({
  code: 'deployment-under-way',
  fault: 'caller',
  problem: goesBack
    ? `CodeDeploy still rolls ${service} back: ${id}`
    : `another deployment of ${service} is under way: ${id}`,
  why: `A deployment group has one at a time, and ${name.group} would refuse a second; CodeDeploy does not replace the first.`,
  fix: goesBack
    ? `Wait for it: aws deploy wait deployment-successful --deployment-id ${id}. Then run this again.`
    : `Wait for it: stagger deploy ${service} --environment ENV --resume ${id}. Or have it rolled back: stagger stop ${service} --environment ENV. Then deploy again.`,
})
