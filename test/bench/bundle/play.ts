import { UNSENT } from '../../../src/rehearsal/load/pool.js'
import { playAgain } from '../rollout/again.js'
import { type Ground, layGround } from '../rollout/ground.js'
import { answerHook, ended, newest, underLoad } from '../rollout/phases.js'
import { FAST, runJob } from './job.js'
import type { Row } from './row.js'
import { laySource, type Source } from './source.js'
import { CONTROL, HALTS, type Halt, middleOf, type Strategy } from './strategies.js'
import { type Facts, type Fate, isTooLate, outcomeOf, type Release, wrongs } from './verdict.js'

export interface Plan {
  readonly strategies: readonly Strategy[]
  readonly rate: number
  /** Deploy, and one cancel in the middle of the move. */
  readonly quick: boolean
  tell(row: Row): void
}

/** One job, and what becomes of what it begins. */
interface Part {
  readonly phase: string
  readonly fate: Fate
  readonly halt: Halt | null
}

const cancelled = (halt: Halt, fate: Fate): Part => ({
  phase: `cancel at ${halt.name}${fate === 'leave' ? ', leave' : ''}`,
  fate,
  halt,
})

const partsOf = (strategy: Strategy, quick: boolean): readonly Part[] => {
  const deploy: Part = { phase: 'deploy', fate: 'deploy', halt: null }
  const middle = middleOf(strategy)
  if (!middle) return [deploy]
  const halts = quick ? [middle] : HALTS[strategy]
  const leave = quick ? [] : [cancelled(middle, 'leave')]
  return [deploy, ...halts.map((halt) => cancelled(halt, 'rollback')), ...leave]
}

interface Scene {
  readonly ground: Ground
  readonly source: Source
  readonly strategy: Strategy
  /** What runs now. */
  release: Release
}

let versions = 0

/** How ECS ended it; what waits for an answer that nobody will give goes back. */
const endOf = async (ground: Ground): Promise<string> => {
  const last = await newest(ground)
  if (last.lifecycleHookDetails?.some(({ status }) => status === 'AWAITING_ACTION'))
    await answerHook(ground, last, 'ROLLBACK')
  return ended(ground)
}

const MANY = 12

const servingIn = async ({ shop }: Ground): Promise<readonly string[]> => [
  ...new Set(await Promise.all(Array.from({ length: MANY }, () => shop.ask()))),
]

const runPart = async (scene: Scene, { fate, halt }: Part): Promise<Facts> => {
  const { ground, source, strategy, release: before } = scene
  versions += 1
  const version = `v${versions}`
  const onCancel = fate === 'leave' ? 'leave' : 'rollback'
  const commit = source.commit(version, { strategy, onCancel, pause: halt?.pause ?? null })
  const ran = await runJob(ground, source, strategy, halt)
  const ecs = await endOf(ground)
  const ledger = source.deployed()
  const facts = {
    fate,
    ...ran,
    ecs,
    serving: await servingIn(ground),
    ledger,
    before,
    after: { version, commit },
  }
  scene.release = ecs === 'SUCCESSFUL' ? { version, commit: ledger } : before
  return facts
}

interface Played {
  readonly row: Omit<Row, 'tries'>
  readonly tooLate: boolean
}

const play = async (scene: Scene, part: Part): Promise<Played> => {
  let facts: Facts | undefined
  const { report, wrong } = await underLoad(scene.ground, async () => {
    facts = await runPart(scene, part)
    return wrongs(facts).join('; ') || null
  })
  const { sent, failed, failures, lateness } = report
  const row = {
    strategy: scene.strategy,
    phase: part.phase,
    control: scene.strategy === CONTROL ? CONTROL : null,
    sent,
    failed,
    outcome: facts ? outcomeOf(facts) : '',
    code: facts?.step.code ?? null,
    post: /1 service: ([^.]*)\./.exec(facts?.post.summary ?? '')?.[1] ?? '',
    ecs: facts?.ecs ?? '',
    wrong,
    failures,
    lateness: Math.round(lateness),
  }
  return { row, tooLate: facts !== undefined && isTooLate(facts) }
}

/** Neither where the load could not be sent, nor where nothing was cancelled, is anything proven. */
const isVoid = ({ row, tooLate }: Played): boolean => tooLate || (row.failures[UNSENT] ?? 0) > 0

const laying = async (strategy: Strategy, rate: number): Promise<Scene> => {
  const ground = await layGround({ tasks: 'hollow', pace: { kind: 'speed', times: FAST } }, rate)
  const source = await laySource(ground.endpoint)
  return { ground, source, strategy, release: { version: 'one', commit: null } }
}

const playStrategy = async ({ rate, quick, tell }: Plan, strategy: Strategy): Promise<readonly Row[]> => {
  const scene = await laying(strategy, rate)
  const rows: Row[] = []
  try {
    for (const part of partsOf(strategy, quick)) {
      const { row, tries } = await playAgain(() => play(scene, part), isVoid)
      rows.push({ ...row, tries })
      tell({ ...row, tries })
    }
    return rows
  } finally {
    await scene.source.remove()
    await scene.ground.close()
  }
}

/** Each strategy through the committed bundle of the deploy action, under load. */
export const playBundles = async (plan: Plan): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (const strategy of plan.strategies) rows.push(...(await playStrategy(plan, strategy)))
  return rows
}
