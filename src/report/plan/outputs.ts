import type { Plan } from '../../changes/planned.js'
import { type Problem, StaggerError } from '../../words.js'
import { buildMatrix, type Runners } from './build-matrix.js'
import { type Leg, planMatrix } from './matrix.js'

/**
 * "Outputs can be a maximum of 1 MB per job. […] Size is approximated based on UTF-16 encoding": 500,000 code units
 * (https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/pass-job-outputs).
 * A tenth is left to the other outputs of the job.
 */
const MOST_UNITS = 450_000

type Outputs = Readonly<Record<'any' | 'matrix' | 'builds' | 'services' | 'complete' | 'plan', string>>

/**
 * What the action hands to the jobs that follow. Whatever does not fit stands in the plan's file alone, and
 * `complete` says so; an output is never cut. Throws `plan-too-large` where not even the matrix fits.
 */
export const planOutputs = (
  plan: Plan,
  file: string,
  maxJobs?: number,
  most = MOST_UNITS,
  runners: Runners = {},
): Outputs => {
  const { include } = planMatrix(plan, maxJobs)
  const names = plan.services.filter(({ affected }) => affected).map(({ service }) => service.name)
  const builds =
    Object.keys(runners).length === 0 ? '' : JSON.stringify({ include: buildMatrix(plan, include, runners) })
  const made = (legs: readonly Partial<Leg>[], services: string, complete: boolean): Outputs => ({
    any: String(legs.length > 0),
    matrix: JSON.stringify({ include: legs }),
    builds,
    services,
    complete: String(complete),
    plan: file,
  })
  const bare = include.map(({ fingerprint: _, ...leg }) => leg)
  const fitting = [
    made(include, JSON.stringify(names), true),
    made(bare, JSON.stringify(names), false),
    made(bare, '', false),
  ].find((outputs) => size(outputs) <= most)
  if (!fitting) throw new StaggerError(tooLarge(names.length, file))
  return fitting
}

const size = (outputs: Outputs): number =>
  Object.entries(outputs).reduce((sum, [name, value]) => sum + name.length + value.length, 0)

const tooLarge = (services: number, file: string): Problem => ({
  code: 'plan-too-large',
  fault: 'caller',
  problem: `the names of ${services} affected services are more than the outputs of a job may hold`,
  why: 'GitHub allows 1 MB for all outputs of a job, two bytes for each character',
  fix: `read the names from the plan in a step of this job (${file}), or let one job run \`stagger build\`, which builds all that is affected`,
})
