import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '../changes/planned.js'
import type { Runners } from '../report/plan/build-matrix.js'
import { explainJson, explainText } from '../report/plan/explain.js'
import { planHeadline } from '../report/plan/headline.js'
import { planJson } from '../report/plan/json.js'
import { planMarkdown } from '../report/plan/markdown.js'
import { MOST_JOBS } from '../report/plan/matrix.js'
import { planOutputs } from '../report/plan/outputs.js'
import { planText } from '../report/plan/text.js'
import { type Problem, StaggerError } from '../words.js'
import type { ActionBody, Inputs } from './action.js'
import type { Result, Shown } from './cli.js'
import { configurationIn, inSession, planForEvent, type Session } from './session.js'

export interface PlanOptions {
  readonly repo: string
  readonly base?: string
  readonly head?: string
  readonly environment?: string
  /** Tells of this service alone, and all of it. */
  readonly explain?: string
  readonly maxJobs?: string
}

const make = (session: Session, { base, head, environment }: PlanOptions): Promise<Plan> =>
  planForEvent(session, { base: base ?? null, head: head ?? null, environment: environment ?? null })

export const planCommand: Shown<PlanOptions> = async (options, progress) => {
  const { explain, maxJobs } = options
  const most = mostJobs(maxJobs)
  const plan = await inSession(options.repo, progress, (session) => make(session, options))
  return explain === undefined
    ? shown(
        () => planJson(plan, most),
        () => planText(plan, process.stdout.columns),
      )
    : shown(
        () => explainJson(plan, explain),
        () => explainText(plan, explain),
      )
}

/** Of a large plan, what nobody asked to see takes its time too. */
const shown = (json: () => unknown, text: () => string): Result => ({
  code: 0,
  get json() {
    return json()
  },
  get text() {
    return text()
  },
})

/** The action: outputs hold names that were checked; paths and reasons go into a file. */
export const action: ActionBody = async (progress, inputs) => {
  const options = {
    repo: inputs.text('working-directory', '.'),
    ...given(inputs, 'base', 'head', 'environment'),
  }
  const most = mostJobs(inputs.text('max-jobs', String(MOST_JOBS)))
  const { plan, runners } = await inSession(options.repo, progress, async (session) => {
    const made = await make(session, options)
    return { plan: made, runners: await runnersIn(session, made) }
  })
  const outputs = planOutputs(plan, writePlan(plan, most), most, undefined, runners)
  if (outputs.complete === 'false') progress.warn(INCOMPLETE)
  return { code: 0, headline: planHeadline(plan), summary: planMarkdown(plan), outputs }
}

/** A plan of nothing has no commit to read them from. */
const runnersIn = async (session: Session, plan: Plan): Promise<Runners> =>
  plan.services.length === 0 ? {} : ((await configurationIn(session, plan)).build?.runners ?? {})

const INCOMPLETE =
  'the outputs of a job may hold 1 MB: fingerprints, and where they had to go the names in `services`, are in the plan’s file alone'

const given = (inputs: Inputs, ...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, inputs.text(name, '')]).filter(([, value]) => value !== ''))

const mostJobs = (text = String(MOST_JOBS)): number => {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1 || number > MOST_JOBS) throw new StaggerError(badMaxJobs(text))
  return number
}

const badMaxJobs = (text: string): Problem => ({
  code: 'bad-max-jobs',
  fault: 'caller',
  problem: `max-jobs is ${JSON.stringify(text)}`,
  why: `it is a whole number from 1 to ${MOST_JOBS}: GitHub starts no more jobs from one matrix`,
  fix: `leave it out for ${MOST_JOBS}, or give such a number`,
})

const writePlan = (plan: Plan, most: number): string => {
  const folder = process.env.RUNNER_TEMP ?? tmpdir()
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `stagger-plan-${plan.head.slice(0, 12)}.json`)
  writeFileSync(path, JSON.stringify(planJson(plan, most)))
  return path
}
