import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '../changes/planned.js'
import { planHeadline, planJson, planMarkdown, planMatrix, planText } from '../report/plan.js'
import type { ActionBody, Inputs } from './action.js'
import type { Shown } from './cli.js'
import { inSession, planIn, type Session } from './session.js'

export interface PlanOptions {
  readonly repo: string
  readonly base?: string
  readonly head?: string
  readonly environment?: string
}

const make = (session: Session, { base, head, environment }: PlanOptions): Promise<Plan> =>
  planIn(session, { base: base ?? null, head: head ?? null, environment: environment ?? null })

export const planCommand: Shown<PlanOptions> = async (options, progress) => {
  const plan = await inSession(options.repo, progress, (session) => make(session, options))
  return { code: 0, json: planJson(plan), text: planText(plan) }
}

/** The action: outputs hold names that were checked; paths and reasons go into a file. */
export const action: ActionBody = async (progress, inputs) => {
  const options = {
    repo: inputs.text('working-directory', '.'),
    ...given(inputs, 'base', 'head', 'environment'),
  }
  const plan = await inSession(options.repo, progress, (session) => make(session, options))
  const affected = plan.services.filter((service) => service.affected)
  return {
    code: 0,
    headline: planHeadline(plan),
    summary: planMarkdown(plan),
    outputs: {
      matrix: JSON.stringify(planMatrix(plan)),
      any: String(affected.length > 0),
      services: JSON.stringify(affected.map(({ service }) => service.name)),
      plan: writePlan(plan),
    },
  }
}

const given = (inputs: Inputs, ...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, inputs.text(name, '')]).filter(([, value]) => value !== ''))

const writePlan = (plan: Plan): string => {
  const folder = process.env.RUNNER_TEMP ?? tmpdir()
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `stagger-plan-${plan.head.slice(0, 12)}.json`)
  writeFileSync(path, JSON.stringify(planJson(plan)))
  return path
}
