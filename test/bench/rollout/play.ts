import { setTimeout as wait } from 'node:timers/promises'
import type { Control } from '../../../src/rehearsal/control.js'
import { UNSENT } from '../../../src/rehearsal/load/pool.js'
import type { RouterName } from '../../../src/rehearsal/router/router.js'
import { playAgain } from './again.js'
import { type Ground, layGround } from './ground.js'
import {
  answerHook,
  ended,
  expecting,
  type Measured,
  newest,
  type Row,
  release,
  type Strategy,
  stagesOf,
  underLoad,
  untilPaused,
} from './phases.js'

export interface Plan {
  readonly strategies: readonly Strategy[]
  readonly routers: readonly RouterName[]
  readonly rate: number
  /** Deploy, abort and a crash, and not each stage. */
  readonly quick: boolean
  tell(row: Row): void
}

type Setting = Pick<Row, 'strategy' | 'router' | 'control'>

const rowOf = (
  setting: Setting,
  phase: string,
  { report, wrong }: Measured,
  share: Row['share'] = null,
): Row => ({
  strategy: setting.strategy,
  router: setting.router,
  phase,
  control: setting.control,
  sent: report.sent,
  failed: report.failed,
  share,
  wrong,
  failures: report.failures,
  lateness: Math.round(report.lateness),
  tries: 1,
})

const deploy = (ground: Ground, strategy: Strategy): Promise<Measured> =>
  underLoad(ground, async () => {
    await release(ground, strategy)
    return expecting(ended(ground), 'SUCCESSFUL')
  })

const rollBackAt = (ground: Ground, strategy: Strategy, stage: string): Promise<Measured> =>
  underLoad(ground, async () => {
    await release(ground, strategy, [stage])
    await answerHook(ground, await untilPaused(ground), 'ROLLBACK')
    return expecting(ended(ground), 'ROLLBACK_SUCCESSFUL')
  })

/** In the middle of the shift; of ROLLING, of the replacement. */
const isShifting = async (ground: Ground, strategy: Strategy): Promise<boolean> => {
  const { lifecycleStage, targetServiceRevision } = await newest(ground)
  return strategy === 'ROLLING'
    ? (targetServiceRevision?.runningTaskCount ?? 0) > 0
    : ['PRODUCTION_TRAFFIC_SHIFT', 'BAKE_TIME'].includes(lifecycleStage ?? '')
}

const abort = (ground: Ground, strategy: Strategy): Promise<Measured> =>
  underLoad(ground, async () => {
    await release(ground, strategy)
    while (!(await isShifting(ground, strategy))) await wait(100)
    const { serviceDeploymentArn } = await newest(ground)
    await ground.clients.ecs.stopServiceDeployment({ serviceDeploymentArn, stopType: 'ROLLBACK' })
    return expecting(ended(ground), 'ROLLBACK_SUCCESSFUL')
  })

/** The controller forgets everything at one of its effects, and goes on from what it wrote down. */
const crash = (ground: Ground, strategy: Strategy, after: number): Promise<Measured> =>
  underLoad(ground, async () => {
    await ground.backstage('faults', { kind: 'crash', after, seconds: 1 })
    await release(ground, strategy)
    return expecting(ended(ground), 'SUCCESSFUL')
  })

const ODDS_Z = 4.9

/** Smooth shares are exact to the request; random ones are within what comes up once in a million times. */
const isOff = (router: string, asked: number, count: number, sent: number): boolean => {
  const off = Math.abs(count - asked * sent)
  return off > (router === 'nginx' ? ODDS_Z * Math.sqrt(sent * asked * (1 - asked)) + 1 : 1)
}

const ASKED: Partial<Record<Strategy, number>> = { CANARY: 0.1, LINEAR: 0.25 }

/** The first step's share, held by a pause before the second, and counted over a load of its own. */
const measureShare = async (ground: Ground, setting: Setting): Promise<Row> => {
  const asked = ASKED[setting.strategy] ?? 0
  let version = ''
  // The time of the first step passes only once it has had its requests.
  const held = await underLoad(ground, async () => {
    version = await release(ground, setting.strategy, ['PRE_PRODUCTION_TRAFFIC_SHIFT'])
    await answerHook(ground, await untilPaused(ground), 'CONTINUE')
    await wait(500)
    await untilPaused(ground)
    return null
  })
  if (held.wrong !== null) return rowOf(setting, 'share', held)
  const { report, wrong } = await underLoad(ground, () => wait(4000, null))
  await answerHook(ground, await untilPaused(ground), 'ROLLBACK')
  await ended(ground)
  const count = report.byVersion[version] ?? 0
  const off = isOff(setting.router, asked, count, report.sent)
  const observed = count / Math.max(1, report.sent)
  const off_by = `${count} of ${report.sent} requests, asked for ${asked}`
  return rowOf(setting, 'share', { report, wrong: wrong ?? (off ? off_by : null) }, { asked, observed })
}

/**
 * Where the load had as many requests under way as it may have, it did not send those that were due: such a rollout proves
 * nothing, and is played again. Whoever stands still for good is found out all the same.
 */
const isUnsent = ({ failures }: Row): boolean => (failures[UNSENT] ?? 0) > 0

const playOne = async (plan: Plan, setting: Setting, router: RouterName): Promise<readonly Row[]> => {
  const { strategy } = setting
  const control = setting.control as Control | null
  const pace = { kind: 'speed', times: 600 } as const
  const options = { router, tasks: 'hollow', pace, ...(control ? { control } : {}) } as const
  const ground = await layGround(options, plan.rate)
  const rows: Row[] = []
  const play = async (one: () => Promise<Row>): Promise<void> => {
    const row = await playAgain(one, isUnsent)
    rows.push(row)
    plan.tell(row)
  }
  const add = (phase: string, measure: () => Promise<Measured>): Promise<void> =>
    play(async () => rowOf(setting, phase, await measure()))
  try {
    await add('deploy', () => deploy(ground, strategy))
    if (control) return rows
    if (ASKED[strategy] !== undefined) await play(() => measureShare(ground, setting))
    const stages = plan.quick ? [] : stagesOf(strategy)
    for (const stage of stages) await add(`rollback at ${stage}`, () => rollBackAt(ground, strategy, stage))
    await add('abort', () => abort(ground, strategy))
    for (const after of plan.quick ? [4] : [0, 4, 9])
      await add(`crash at effect ${after + 1}`, () => crash(ground, strategy, after))
    return rows
  } finally {
    await ground.close()
  }
}

/** What a load must find, or it finds nothing. */
const CONTROLS: readonly (readonly [Control, Strategy, RouterName])[] = [
  ['reload', 'LINEAR', 'nginx'],
  ['stop-first', 'ROLLING', 'in-process'],
  ['no-drain', 'ROLLING', 'in-process'],
]

export const playRollouts = async (plan: Plan): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (const router of plan.routers)
    for (const strategy of plan.strategies)
      rows.push(...(await playOne(plan, { strategy, router, control: null }, router)))
  for (const [control, strategy, router] of CONTROLS)
    if (plan.routers.includes(router))
      rows.push(...(await playOne(plan, { strategy, router, control }, router)))
  return rows
}

/** Without a control nothing fails and every share is right; with one, something does. */
export const isFine = ({ control, failed, wrong, failures }: Row): boolean =>
  control === null ? failed === 0 && wrong === null : failed > (failures[UNSENT] ?? 0)
