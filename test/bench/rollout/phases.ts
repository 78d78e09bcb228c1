import { setTimeout as wait } from 'node:timers/promises'
import type { DeploymentConfiguration, ServiceDeployment } from '@aws-sdk/client-ecs'
import { emptyReport, type LoadReport } from '../../../src/rehearsal/load/report.js'
import { definition, followNewest } from '../../rehearsal/stage.js'
import type { Ground } from './ground.js'

export type Strategy = 'ROLLING' | 'BLUE_GREEN' | 'CANARY' | 'LINEAR'

export interface Row {
  readonly strategy: Strategy
  readonly router: string
  readonly phase: string
  readonly control: string | null
  readonly sent: number
  readonly failed: number
  readonly share: { readonly asked: number; readonly observed: number } | null
  /** What was wrong besides failed requests; null where nothing was. */
  readonly wrong: string | null
  readonly failures: LoadReport['failures']
  /** The longest that a request went out after it was due, in milliseconds: a machine with too much to do shows here. */
  readonly lateness: number
  /** How often it was played until the machine could send everything that was due. */
  readonly tries: number
}

export const CONFIGURATIONS: Readonly<Record<Strategy, DeploymentConfiguration>> = {
  ROLLING: { strategy: 'ROLLING' },
  BLUE_GREEN: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 10 },
  CANARY: {
    strategy: 'CANARY',
    bakeTimeInMinutes: 10,
    canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 10 },
  },
  LINEAR: {
    strategy: 'LINEAR',
    bakeTimeInMinutes: 10,
    linearConfiguration: { stepPercent: 25, stepBakeTimeInMinutes: 6 },
  },
}

const PAUSABLE = [
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
] as const

type Stage = (typeof PAUSABLE)[number]

/** ROLLING pauses before and after the replacement only. */
export const stagesOf = (strategy: Strategy): readonly Stage[] =>
  strategy === 'ROLLING' ? ['PRE_SCALE_UP', 'POST_SCALE_UP'] : PAUSABLE

/** Milliseconds that a task takes to answer: what is in flight when it is told to go. */
const DELAY = '20'
let versions = 0

/** A new revision of the shop, and the version that its tasks answer with. */
export const release = async (
  { clients }: Ground,
  strategy: Strategy,
  stages: readonly string[] = [],
): Promise<string> => {
  versions += 1
  const version = `v${versions}`
  const environment = [
    { name: 'VERSION', value: version },
    { name: 'DELAY', value: DELAY },
  ]
  const made = await clients.ecs.registerTaskDefinition(definition(version, { environment }))
  const lifecycleHooks = stages.length === 0 ? [] : [{ targetType: 'PAUSE', lifecycleStages: stages }]
  await clients.ecs.updateService({
    cluster: 'demo',
    service: 'cart',
    taskDefinition: made.taskDefinition?.taskDefinitionArn,
    deploymentConfiguration: {
      ...CONFIGURATIONS[strategy],
      lifecycleHooks: lifecycleHooks as DeploymentConfiguration['lifecycleHooks'],
    },
  })
  return version
}

export const newest = async ({ clients }: Ground): Promise<ServiceDeployment> => {
  const listed = await clients.ecs.listServiceDeployments({ cluster: 'demo', service: 'cart' })
  const arns = [listed.serviceDeployments?.[0]?.serviceDeploymentArn ?? '']
  const found = await clients.ecs.describeServiceDeployments({ serviceDeploymentArns: arns })
  return found.serviceDeployments?.[0] as ServiceDeployment
}

export const untilPaused = async (ground: Ground): Promise<ServiceDeployment> => {
  for (;;) {
    const deployment = await newest(ground)
    if (deployment.lifecycleHookDetails?.some(({ status }) => status === 'AWAITING_ACTION')) return deployment
    if (/^(?:SUCC|STOP|ROLLBACK_[SF])/.test(deployment.status ?? ''))
      throw new Error(`it ended as ${deployment.status} and never paused`)
    await wait(200)
  }
}

export const answerHook = (
  { clients }: Ground,
  { serviceDeploymentArn, lifecycleHookDetails = [] }: ServiceDeployment,
  action: 'CONTINUE' | 'ROLLBACK',
) =>
  clients.ecs.continueServiceDeployment({
    serviceDeploymentArn,
    hookId: lifecycleHookDetails.find(({ status }) => status === 'AWAITING_ACTION')?.hookId,
    action,
  })

/** The end of the newest deployment, also where the controller is down in between. */
export const ended = async ({ clients }: Ground): Promise<string> => {
  for (;;) {
    const deployment = await followNewest(clients).catch((error: Error) => {
      if (error.name !== 'ServerException') throw error
    })
    if (deployment) return deployment.status ?? ''
    await wait(300)
  }
}

export interface Measured {
  readonly report: LoadReport
  readonly wrong: string | null
}

/** Does something under load, and a little longer: idle connections are felt after the work. */
export const underLoad = async (ground: Ground, work: () => Promise<string | null>): Promise<Measured> => {
  const load = await ground.load()
  let wrong: string | null
  try {
    await wait(500)
    wrong = await work()
    await wait(1000)
  } catch (error) {
    wrong = (error as Error).message
  }
  const report = await load.stop().catch((error: Error) => {
    wrong = error.message
    return emptyReport
  })
  return { report, wrong }
}

export const expecting = async (ended: Promise<string>, wanted: string): Promise<string | null> => {
  const status = await ended
  return status === wanted ? null : `it ended as ${status}, not ${wanted}`
}
