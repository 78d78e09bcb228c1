import type { DeploymentGroupInfo } from '@aws-sdk/client-codedeploy'
import type { Service, Tag, TaskDefinition } from '@aws-sdk/client-ecs'
import type { EnvironmentSettings } from '../../environment/settings.js'
import { shapeOfLadder } from '../../rollout/ladder.js'
import { type Shape, shapeOf } from '../../rollout/shape.js'
import { lastSegment } from '../../words.js'
import { type Routing, shapeOfRouting, USUAL } from './routing.js'

/** What is known of a service whose controller is CodeDeploy, besides the service itself. */
export interface LiveGroup {
  readonly name: GroupName
  readonly group: DeploymentGroupInfo
  /** How traffic shall move, and the configuration by which it does. */
  readonly shape: Shape
  readonly config: string
  /** The deployment that is under way; a group has at most one. */
  readonly active: Active | null
}

export interface GroupName {
  readonly application: string
  readonly group: string
}

export interface Active {
  readonly id: string
  /** It only goes back from another one: nobody can follow or stop it as his own. */
  readonly goesBack: boolean
  /** What it brings; null where that is not to be found out. */
  readonly taskDefinition: TaskDefinition | null
  readonly tags: readonly Tag[]
}

export const isCodeDeploys = ({ deploymentController }: Service): boolean =>
  deploymentController?.type === 'CODE_DEPLOY'

export const clusterName = lastSegment

/** As the environment says, else as the console of ECS names them. */
export const groupNameOf = ({ cluster, service, codeDeploy }: EnvironmentSettings): GroupName => ({
  application: codeDeploy?.application ?? `AppECS-${clusterName(cluster)}-${service}`,
  group: codeDeploy?.group ?? `DgpECS-${clusterName(cluster)}-${service}`,
})

/** How long both versions run once the new one has all traffic. */
export const bakeMinutesOf = ({
  blueGreenDeploymentConfiguration: times,
}: Pick<DeploymentGroupInfo, 'blueGreenDeploymentConfiguration'>): number =>
  times?.terminateBlueInstancesOnDeploymentSuccess?.terminationWaitTimeInMinutes ?? 0

/** How long it waits for somebody before production traffic moves; null where it does not. */
export const readyMinutesOf = ({
  blueGreenDeploymentConfiguration: times,
}: DeploymentGroupInfo): number | null => {
  const { actionOnTimeout, waitTimeInMinutes = 0 } = times?.deploymentReadyOption ?? {}
  return actionOnTimeout === 'STOP_DEPLOYMENT' ? waitTimeInMinutes : null
}

/** The group's wait, in the words of the environment: what a forecast counts. */
export const withWait = (settings: EnvironmentSettings, group: DeploymentGroupInfo): EnvironmentSettings => {
  const timeoutMinutes = readyMinutesOf(group)
  const pauses =
    timeoutMinutes === null ? undefined : [{ at: ['POST_TEST_TRAFFIC_SHIFT' as const], timeoutMinutes }]
  return { ...settings, pauses }
}

/** What was asked for by name, else the ladder, else what the group is set to; null where nobody knows how that moves traffic. */
export const shapeWanted = (
  settings: EnvironmentSettings,
  group: DeploymentGroupInfo,
  routing: Routing | null,
): Shape | null => {
  const bakeMinutes = settings.bakeMinutes ?? bakeMinutesOf(group)
  const live = routing && shapeOfRouting(routing, bakeMinutes)
  const { strategy = live?.strategy, steps } = settings
  if (steps && settings.strategy === undefined) return shapeOfLadder(steps, bakeMinutes)
  if (strategy === undefined) return null
  if (strategy === 'all-at-once') return { strategy, bakeMinutes }
  return shapeOf(strategy, { ...settings, bakeMinutes }, live?.strategy === strategy ? live : usual(strategy))
}

/** Where nobody says the numbers: those of a configuration that is there in every account. */
const usual = (strategy: Shape['strategy']): Shape | null =>
  strategy === 'canary' || strategy === 'linear' ? { strategy, ...USUAL[strategy], bakeMinutes: 0 } : null

const primaryTaskSet = ({ taskSets = [] }: Service) => taskSets.find(({ status }) => status === 'PRIMARY')

/** A service of CodeDeploy's as others tell themselves: what serves is the task definition of its PRIMARY task set. */
export const asServing = (service: Service): Service => {
  const primary = primaryTaskSet(service)
  const taskDefinition = primary?.taskDefinition ?? service.taskDefinition
  return {
    ...service,
    ...(taskDefinition === undefined ? {} : { taskDefinition }),
    loadBalancers: primary?.loadBalancers ?? service.loadBalancers ?? [],
    ...(primary?.capacityProviderStrategy?.length
      ? { capacityProviderStrategy: primary.capacityProviderStrategy }
      : {}),
  }
}
