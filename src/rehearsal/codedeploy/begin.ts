import type {
  AlarmConfiguration,
  AutoRollbackConfiguration,
  CreateDeploymentInput,
  DeploymentGroupInfo,
} from '@aws-sdk/client-codedeploy'
import type { LoadBalancer } from '@aws-sdk/client-ecs'
import { refuse } from '../api/fault.js'
import type { Hook } from '../controller/course.js'
import type { Stage } from '../controller/stages.js'
import { lastCompleted, revisionOf, type Service, type Settings } from '../controller/state.js'
import { deploy } from '../ecs/declare.js'
import { definitionAt } from '../ecs/definitions.js'
import { functionIn } from '../lambda/address.js'
import { hasOwnAddress } from '../tasks/ports.js'
import type { Definition, ListenerRule, ServiceRecord, World } from '../world.js'
import { type AppSpec, readAppSpec } from './appspec.js'
import { planOf } from './configs.js'
import { EVENTS } from './events.js'

const ruleOf = (world: World, listener: string | undefined): ListenerRule | undefined =>
  world.listeners.get(listener ?? '')?.rules.at(-1)

interface Pair {
  readonly live: string
  readonly other: string
  readonly production: ListenerRule
  readonly test: ListenerRule | undefined
}

/** The two groups of a deployment group, by who serves now, and the rules that shift between them. */
const pairOf = (world: World, group: DeploymentGroupInfo, { service }: ServiceRecord): Pair => {
  const pair = group.loadBalancerInfo?.targetGroupPairInfoList?.[0]
  const groups = (pair?.targetGroups ?? []).flatMap(({ name }) => {
    const found = [...world.targetGroups.values()].find(({ shape }) => shape.TargetGroupName === name)
    return found ? [found.shape.TargetGroupArn] : []
  })
  const completed = lastCompleted(service)
  const bound = completed ? revisionOf(service, completed).targets.map(({ targetGroup }) => targetGroup) : []
  const live = groups.find((arn) => bound.includes(arn))
  const other = groups.find((arn) => arn !== live)
  const production = ruleOf(world, pair?.prodTrafficRoute?.listenerArns?.[0])
  return live && other && production
    ? { live, other, production, test: ruleOf(world, pair?.testTrafficRoute?.listenerArns?.[0]) }
    : refuse(
        'InvalidECSServiceException',
        'The ECS service has no completed task set in a target group of the pair.',
      )
}

const balancerOf = (
  { live, other, production, test }: Pair,
  spec: AppSpec,
  role: string | undefined,
): LoadBalancer => ({
  targetGroupArn: live,
  containerName: spec.containerName,
  containerPort: spec.containerPort,
  advancedConfiguration: {
    alternateTargetGroupArn: other,
    productionListenerRule: production.arn,
    testListenerRule: test?.arn,
    roleArn: role,
  },
})

const stageOf = (event: string): Stage =>
  EVENTS.find(([name]) => name === event)?.[1] ??
  refuse('InvalidRevisionException', `There is no event ${event}.`)

/** CodeDeploy waits so long for what a function reports. */
const REPORT_MINUTES = 60

/** Without a test listener there is no test traffic that anything could come after. */
const asksOf = (world: World, { hooks }: AppSpec, test: boolean, reportsTo: string): readonly Hook[] =>
  hooks
    .filter(([event]) => test || !event.includes('TestTraffic'))
    .map(([event, target]) => ({
      stages: [stageOf(event)],
      timeoutMinutes: REPORT_MINUTES,
      action: 'ROLLBACK',
      lambda: { target: callable(world, target), reportsTo },
    }))

const callable = ({ functions }: World, target: string): string =>
  functions.knows(target)
    ? target
    : refuse(
        'InvalidRevisionException',
        `Hooks of an AppSpec are played where the function has an address; start the rehearsal cluster with \`--lambda http://127.0.0.1:3001\`, or with \`--lambda ${functionIn(target)}=…\`.`,
      )

/** `STOP_DEPLOYMENT` waits for a person before any traffic moves, and gives up when nobody came. */
const readyOf = ({ blueGreenDeploymentConfiguration: times }: DeploymentGroupInfo): readonly Hook[] => {
  const { actionOnTimeout, waitTimeInMinutes = 0 } = times?.deploymentReadyOption ?? {}
  return actionOnTimeout === 'STOP_DEPLOYMENT'
    ? [{ stages: ['POST_TEST_TRAFFIC_SHIFT'], timeoutMinutes: waitTimeInMinutes, action: 'ROLLBACK' }]
    : []
}

/** What a deployment is begun with, besides what shall run. */
export interface Manner {
  readonly id: string
  readonly config: string
  readonly autoRollback: AutoRollbackConfiguration
  readonly alarms: AlarmConfiguration
}

/** CodeDeploy waits so long for new tasks. */
const SCALE_UP_MINUTES = 60

const settingsOf = (
  world: World,
  before: Settings,
  group: DeploymentGroupInfo,
  { config, autoRollback: back, alarms }: Manner,
  asked: readonly Hook[],
): Settings => {
  const end = group.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess
  return {
    ...before,
    plan: planOf(world, config),
    scaleUpMinutes: SCALE_UP_MINUTES,
    bakeMinutes: end?.terminationWaitTimeInMinutes ?? 0,
    hooks: [...asked, ...readyOf(group)],
    breaker: { ...before.breaker, enable: false },
    alarms: {
      enable: alarms.enabled ?? false,
      names: (alarms.alarms ?? []).flatMap(({ name }) => name ?? []),
      rollback: back.enabled === true && (back.events ?? []).includes('DEPLOYMENT_STOP_ON_ALARM'),
    },
  }
}

/** CodeDeploy, and not the user, puts the second group on the listeners: with nothing of the traffic. */
const putBoth = ({ live, other, production, test }: Pair): void => {
  for (const rule of [production, test]) if (rule) rule.weights = { [live]: 100, [other]: 0 }
}

/** The target groups and the network of a service are made for one network mode. Inferred: AWS has no name for it here. */
const checkMode = ({ definition }: Definition, { declared }: ServiceRecord): void => {
  if (hasOwnAddress(definition) !== (declared.networkConfiguration !== undefined))
    refuse(
      'InvalidRevisionException',
      `The network mode ${definition.networkMode} of the task definition does not fit the ECS service.`,
    )
}

/** The service with the deployment begun; what was declared of it stays what it was. */
export const beginOn = (
  world: World,
  record: ServiceRecord,
  group: DeploymentGroupInfo,
  input: CreateDeploymentInput,
  manner: Manner,
): ServiceRecord => {
  const spec = readAppSpec(input.revision ?? {})
  const definition =
    definitionAt(world, spec.taskDefinition) ??
    refuse('InvalidRevisionException', `The task definition ${spec.taskDefinition} cannot be found.`)
  const container = definition.definition.containerDefinitions?.find(
    ({ name }) => name === spec.containerName,
  )
  if (!container?.portMappings?.some(({ containerPort }) => containerPort === spec.containerPort))
    refuse(
      'InvalidRevisionException',
      `The task definition has no container ${spec.containerName} with the port ${spec.containerPort}.`,
    )
  checkMode(definition, record)
  const pair = pairOf(world, group, record)
  const asked = asksOf(world, spec, pair.test !== undefined, manner.id)
  const settings = settingsOf(world, record.service.settings, group, manner, asked)
  const loadBalancers = [balancerOf(pair, spec, group.serviceRoleArn)]
  const changed = {
    ...record,
    declared: { ...record.declared, loadBalancers },
    service: { ...record.service, settings },
  }
  putBoth(pair)
  const begun = deploy(changed, definition, world.clock.now())
  return { ...begun, service: named(begun.service, manner.id), declared: record.declared }
}

/** The task set says which deployment made it. */
const named = (service: Service, externalId: string): Service => {
  const newest = service.revisions.at(-1)
  return newest
    ? { ...service, revisions: [...service.revisions.slice(0, -1), { ...newest, externalId }] }
    : service
}
