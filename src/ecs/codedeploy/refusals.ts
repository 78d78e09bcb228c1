import type { DeploymentGroupInfo } from '@aws-sdk/client-codedeploy'
import type { EnvironmentSettings } from '../../environment/settings.js'
import { tellPercent } from '../../rollout/ladder.js'
import { ALL, type Shape } from '../../rollout/shape.js'
import type { Problem } from '../../words.js'
import { bakeMinutesOf, clusterName, type GroupName, readyMinutesOf } from './group.js'
import { nearestRouting, routingFor } from './routing.js'

const refusal = (code: string, problem: string, why: string, fix: string): readonly Problem[] => [
  { code, fault: 'caller', problem, why, fix },
]

interface Asked {
  readonly settings: EnvironmentSettings
  readonly name: GroupName
  readonly group: DeploymentGroupInfo
  /** Null where the group's configuration is not known here, and the environment names no strategy. */
  readonly shape: Shape | null
}

type Rule = (asked: Asked) => readonly Problem[]

const updateGroup = ({ application, group }: GroupName, times: object): string =>
  `aws deploy update-deployment-group --application-name ${application} --current-deployment-group-name ${group} --blue-green-deployment-configuration '${JSON.stringify(times)}'`

const otherService: Rule = ({ settings, name, group }) => {
  const { cluster, service } = settings
  const its = group.ecsServices ?? []
  const isIts = its.some(
    (one) =>
      clusterName(one.clusterName ?? 'default') === clusterName(cluster) && one.serviceName === service,
  )
  if (isIts) return []
  const told = its.map(({ clusterName: where, serviceName }) => `${serviceName} in ${where}`).join(', ')
  return refusal(
    'other-service',
    `deployment group ${name.group} does not deploy ${service} in ${cluster}`,
    `It deploys ${told || 'no ECS service'}.`,
    'Name the right one: codeDeploy: { application, group } of the environment.',
  )
}

const unknownRouting: Rule = ({ name, group, shape }) =>
  shape
    ? []
    : refusal(
        'other-strategy',
        `deployment group ${name.group} is set to the configuration ${group.deploymentConfigName}`,
        'This version does not know how it moves traffic, and the environment names no strategy.',
        'Write strategy: in the environment, or name one with --strategy.',
      )

const noShape: Rule = ({ shape }) => {
  if (!shape || routingFor(shape)) return []
  if (!('tenths' in shape))
    return refusal(
      'no-such-strategy',
      `CodeDeploy has no shape for ${shape.strategy}`,
      'It runs both versions whole, side by side, and moves the traffic: all at once, one share first (canary), or in equal shares (linear).',
      'The nearest: strategy: blue-green. Rolling needs the deployment controller ECS.',
    )
  const { strategy, tenths, stepMinutes } = shape
  const { percent, minutes } = nearestRouting(shape)
  return refusal(
    'no-such-step',
    `CodeDeploy has no shape for ${strategy} of ${tellPercent(tenths)} for ${stepMinutes} min`,
    'It takes whole per cent, and at least a minute.',
    `The nearest: ${strategy}: { percent: ${percent}, minutes: ${minutes} }`,
  )
}

const NLB = /:listener\/net\//

const nlb: Rule = ({ group, shape }) => {
  const pairs = group.loadBalancerInfo?.targetGroupPairInfoList ?? []
  const listeners = pairs.flatMap(({ prodTrafficRoute }) => prodTrafficRoute?.listenerArns ?? [])
  const shifts = shape !== null && 'tenths' in shape && shape.tenths < ALL
  if (!shifts || !listeners.some((arn) => NLB.test(arn))) return []
  return refusal(
    'nlb-all-at-once',
    `${shape.strategy} cannot move the traffic of an NLB`,
    'Behind a Network Load Balancer CodeDeploy moves all of the traffic at once.',
    'The nearest: strategy: blue-green.',
  )
}

const otherBake: Rule = ({ settings, name, group }) => {
  const minutes = bakeMinutesOf(group)
  if (settings.bakeMinutes === undefined || settings.bakeMinutes === minutes) return []
  const terminationWaitTimeInMinutes = settings.bakeMinutes
  const times = {
    ...group.blueGreenDeploymentConfiguration,
    terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes },
  }
  return refusal(
    'bake-of-the-group',
    `deployment group ${name.group} keeps the old version for ${minutes} min, not for bakeMinutes: ${settings.bakeMinutes}`,
    'CodeDeploy takes this time from the group, not from a deployment.',
    `The nearest: bakeMinutes: ${minutes}. Or set the group: ${updateGroup(name, times)}`,
  )
}

/** The one place where CodeDeploy waits for a person. */
const PAUSE = 'POST_TEST_TRAFFIC_SHIFT'

const otherPause: Rule = ({ settings, name, group }) => {
  const { pauses = [] } = settings
  const minutes = readyMinutesOf(group)
  const fits = pauses.every(
    ({ at, timeoutMinutes = minutes, onTimeout }) =>
      at.every((stage) => stage === PAUSE) && timeoutMinutes === minutes && onTimeout !== 'continue',
  )
  if (pauses.length === 0 || (minutes !== null && fits)) return []
  const waitTimeInMinutes = minutes ?? pauses[0]?.timeoutMinutes ?? 60
  const times = {
    ...group.blueGreenDeploymentConfiguration,
    deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes },
  }
  return refusal(
    'no-such-pause',
    `CodeDeploy does not wait as the pauses of ${settings.service} say`,
    `It waits once, before production traffic moves, for a time that the group says (${minutes === null ? 'this one does not wait' : `${minutes} min`}); what nobody continues is stopped.`,
    `The nearest: pauses: [{ at: [${PAUSE}], timeoutMinutes: ${waitTimeInMinutes} }]${minutes === null ? `, with the group set to it: ${updateGroup(name, times)}` : ''}`,
  )
}

const ecsHooks: Rule = ({ settings: { hooks = [] } }) =>
  hooks.length === 0
    ? []
    : refusal(
        'hooks-of-ecs',
        'CodeDeploy does not call the hooks of ECS',
        "A hook of ECS answers by what it returns; CodeDeploy's tells PutLifecycleEventHookExecutionStatus.",
        'The nearest: codeDeploy: { hooks: { AfterAllowTestTraffic: FUNCTION } } of the environment.',
      )

const RULES: readonly Rule[] = [otherService, unknownRouting, noShape, nlb, otherBake, otherPause, ecsHooks]

/** Everything that CodeDeploy has no shape for, or would do otherwise; all at once, with the nearest that there is. */
export const groupRefusals = (asked: Asked): readonly Problem[] => RULES.flatMap((rule) => rule(asked))
