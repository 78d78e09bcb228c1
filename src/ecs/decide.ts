import type {
  DeploymentConfiguration,
  RegisterTaskDefinitionCommandInput,
  Service,
  Tag,
  TaskDefinition,
  UpdateServiceCommandInput,
} from '@aws-sdk/client-ecs'
import type { EnvironmentSettings } from '../environment/settings.js'
import { type Forecast, forecast } from '../rollout/forecast.js'
import { shapeOfLadder } from '../rollout/ladder.js'
import { type Shape, shapeOf } from '../rollout/shape.js'
import { type Problem, StaggerError } from '../words.js'
import type { LiveGroup } from './codedeploy/group.js'
import { alarmNames, type CodeDeployPlan, planFor, serviceRefusals, underWay } from './codedeploy/plan.js'
import { configurationToSend, liveShape, wantedConfiguration } from './configuration.js'
import { cautions, foreign, refusals, unknownStrategy } from './preflight.js'
import { primaryOf, revisionOf } from './sight.js'
import { type Difference, differences } from './task-definition.js'

/** What the service runs now. */
export interface Live {
  readonly service: Service
  readonly taskDefinition: TaskDefinition
  readonly tags: readonly Tag[]
  /** Where CodeDeploy deploys it. */
  readonly codeDeploy?: LiveGroup
}

/**
 * What has to be done. `join`: what is wanted is already on its way, begun by somebody who did not stay (a
 * cancelled job, say); it is followed, not begun again. `again`: it was wanted before, and failed.
 */
export type Decision = {
  readonly configuration: DeploymentConfiguration | null
  readonly cautions: readonly string[]
  readonly forecast: Forecast
  /** What CodeDeploy is asked for, where it and not ECS deploys the service. */
  readonly codeDeploy?: CodeDeployPlan
} & (
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'join'; readonly revision: string }
  | { readonly kind: 'again' }
  | {
      readonly kind: 'register'
      readonly input: RegisterTaskDefinitionCommandInput
      readonly differences: readonly Difference[]
    }
)

/** Does a deployment begin with it? */
export const begins = ({ kind }: Decision): boolean => kind === 'register' || kind === 'again'

export const decide = (
  live: Live,
  wanted: RegisterTaskDefinitionCommandInput,
  settings: EnvironmentSettings,
): Decision => {
  const { service, taskDefinition, tags, codeDeploy } = live
  if (codeDeploy) return decideThere(live, codeDeploy, wanted, settings)
  const { configuration, expected, warned } = planned(service, settings)
  const changes = differences(taskDefinition, tags, wanted)
  const common = { configuration, forecast: expected }
  if (changes.length === 0) return { ...common, ...alreadyThere(service), cautions: [] }
  return { ...common, kind: 'register', input: wanted, differences: changes, cautions: warned }
}

/** The same where CodeDeploy deploys: nothing is updated, and what is under way is not replaced. */
const decideThere = (
  { service, taskDefinition, tags }: Live,
  group: LiveGroup,
  wanted: RegisterTaskDefinitionCommandInput,
  settings: EnvironmentSettings,
): Decision => {
  refuse([
    ...foreign(service).filter(({ code }) => code !== 'deployment-controller'),
    ...serviceRefusals(service),
  ])
  const { expected: forecast, plan, warned } = planFor(service, group, settings)
  const common = { configuration: null, forecast, codeDeploy: plan }
  const { active } = group
  if (active) {
    const same = active.taskDefinition && differences(active.taskDefinition, active.tags, wanted).length === 0
    if (!same) throw new StaggerError(underWay(group, service.serviceName ?? '', active))
    return { ...common, kind: 'join', revision: active.id, cautions: [] }
  }
  const changes = differences(taskDefinition, tags, wanted)
  if (changes.length === 0) return { ...common, kind: 'unchanged', cautions: [] }
  return { ...common, kind: 'register', input: wanted, differences: changes, cautions: warned }
}

/** How the service's traffic will move; throws what keeps it from that. */
export const planned = (service: Service, settings: EnvironmentSettings) => {
  refuse(foreign(service))
  const live = service.deploymentConfiguration ?? {}
  const shape = selected(service, settings)
  const expected = forecast(shape, settings, service.desiredCount ?? 0)
  refuse(refusals(service, expected))
  const wanted = wantedConfiguration(live, shape, settings)
  const warned = cautions(service, expected, wanted)
  return { configuration: configurationToSend(live, wanted), expected, warned }
}

const refuse = ([first, ...rest]: readonly Problem[]): void => {
  if (first) throw new StaggerError(first, ...rest)
}

/** What was asked for by name, else the ladder, else what the service is set to. */
const selected = (service: Service, settings: EnvironmentSettings): Shape => {
  const live = liveShape(service.deploymentConfiguration ?? {})
  const { strategy = live?.strategy, steps, bakeMinutes = 0 } = settings
  if (steps && settings.strategy === undefined) return shapeOfLadder(steps, bakeMinutes)
  if (strategy === undefined) throw new StaggerError(...(unknownStrategy(service) as [Problem]))
  return shapeOf(strategy, settings, live)
}

const alreadyThere = (service: Service) => {
  const primary = primaryOf(service)
  const revision = revisionOf(primary?.id)
  if (primary?.rolloutState === 'FAILED') return { kind: 'again' } as const
  if (primary?.rolloutState === 'IN_PROGRESS' && revision !== null) return { kind: 'join', revision } as const
  return { kind: 'unchanged' } as const
}

/** What such a deployment will go by, of what is there and of what is sent. */
export const effectiveConfiguration = (
  { service, codeDeploy }: Live,
  { configuration, codeDeploy: plan }: Decision,
): DeploymentConfiguration => {
  if (!codeDeploy || !plan) return { ...service.deploymentConfiguration, ...configuration }
  const names = alarmNames(plan, codeDeploy)
  return { alarms: { enable: names.length > 0, rollback: true, alarmNames: [...names] } }
}

/** The least that does it. Null where there is nothing to send; `taskDefinition` is what was registered. */
export const updateRequest = (
  decision: Decision,
  { cluster, service }: EnvironmentSettings,
  taskDefinition: string | null,
): UpdateServiceCommandInput | null => {
  const { kind, configuration } = decision
  const changes = {
    ...(taskDefinition === null ? {} : { taskDefinition }),
    ...(configuration === null ? {} : { deploymentConfiguration: configuration }),
    ...(kind === 'again' ? { forceNewDeployment: true } : {}),
  }
  return Object.keys(changes).length === 0 ? null : { cluster, service, ...changes }
}
