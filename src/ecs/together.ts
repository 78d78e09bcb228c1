import type { Outcome, Problem, ServiceName } from '../words.js'
import { type Deployed, isThere, isUnderWay } from './deployed.js'

/** What became of one of several ECS services. */
export type Part = Pick<
  Deployed,
  'outcome' | 'reason' | 'deployment' | 'strategy' | 'seconds' | 'problems' | 'pause'
> & {
  readonly service: string
}

/** A service as one, with its ECS services where its image runs in several. */
export interface Whole {
  readonly deployed: Deployed
  readonly parts: readonly Part[]
}

/** Those of one service side by side, in the order in which they came. */
export const byService = <One>(
  all: readonly One[],
  serviceOf: (one: One) => ServiceName,
): readonly (readonly One[])[] => {
  const found = new Map<ServiceName, readonly One[]>()
  for (const one of all) found.set(serviceOf(one), [...(found.get(serviceOf(one)) ?? []), one])
  return [...found.values()]
}

/** The rows of each service as one. */
export const wholes = (rows: readonly Deployed[]): readonly Whole[] =>
  byService(rows, ({ name }) => name).map(whole)

const whole = (rows: readonly Deployed[]): Whole => {
  const [first, ...others] = rows as readonly [Deployed, ...Deployed[]]
  if (others.length === 0 && first.ecs === undefined) return { deployed: first, parts: [] }
  const outcome = outcomeOf(rows)
  const problems = problemsOf(rows, outcome)
  const seconds = Math.max(...rows.map((row) => row.seconds))
  const { ecs: _, ...common } = {
    ...first,
    outcome,
    problems,
    seconds,
    deployment: null,
    unseen: rows.some(isUnderWay),
    pause: null,
    marks: [],
  }
  return { deployed: common, parts: rows.map(partOf) }
}

const partOf = ({
  ecs = '',
  outcome,
  reason,
  deployment,
  strategy,
  seconds,
  problems,
  pause,
}: Deployed): Part => ({
  service: ecs,
  ...{ outcome, reason, deployment, strategy, seconds, problems, pause },
})

/** The worst first: one that did not get there is enough. */
const WORST: readonly (Outcome | null)[] = [
  'rollback-failed',
  'timed-out',
  'stopped',
  'superseded',
  'rolled-back',
  null,
  'paused',
  'successful',
  'unchanged',
]

const outcomeOf = (rows: readonly Deployed[]): Outcome | null =>
  WORST.find((one) => rows.some(({ outcome }) => outcome === one)) ?? null

/** With the one in front that says which of them run what. */
const problemsOf = (rows: readonly Deployed[], outcome: Outcome | null): readonly Problem[] => {
  const all = rows.flatMap(({ problems }) => problems)
  const [first] = all
  if (!first) return []
  const { name, environment } = rows[0] as Deployed
  const many = rows.filter(isThere).length
  return [
    {
      code: outcome ?? first.code,
      fault: first.fault,
      problem: `${name} was deployed to ${many} of its ${rows.length} ECS services in ${environment}`,
      why: runningText(rows),
      fix: `Deploy again to bring it to all of them, or stagger rollback ${name} --environment ${environment} to take all of them back. ${first.fix}`,
    },
    ...all,
  ]
}

/** Which of them run what. */
export const runningText = (rows: readonly Deployed[]): string => `${rows.map(runs).join('; ')}.`

const runs = (row: Deployed): string => {
  const { ecs, version, digest, outcome } = row
  const ours = `${version === null ? '' : `${version}, `}${digest.slice(0, 'sha256:'.length + 12)}`
  if (isThere(row)) return `${ecs} runs ${ours}`
  if (outcome === null) return isUnderWay(row) ? `${ecs} is under way` : `${ecs} was not touched`
  if (outcome === 'rolled-back') return `${ecs} was rolled back to what it ran before`
  return `${ecs} is ${outcome}, and may run either`
}
