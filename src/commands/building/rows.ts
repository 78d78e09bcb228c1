import type { PlannedService } from '../../changes/planned.js'
import type { BuiltService } from '../../image/result.js'
import { describeSteps } from '../../image/steps.js'
import type { Secrets } from '../../platform/secrets.js'
import { type Problem, StaggerError } from '../../words.js'
import type { FindVersion } from './known.js'
import type { Job, Made } from './one.js'
import { missingSecrets } from './secrets.js'
import type { Kept, Store } from './store.js'

/** A service that cannot be looked up has a problem instead. */
export type Looked = Job | { readonly planned: PlannedService; readonly problem: Problem }

/** A row to start from: nothing happened yet. */
export const rowOf = ({ planned }: Looked): BuiltService => ({
  name: planned.service.name,
  fingerprint: planned.image.fingerprint,
  digest: null,
  outcome: 'failed',
  tested: false,
  repository: null,
  platforms: [],
  verdicts: [],
  findings: null,
  testsRan: false,
  tags: [],
  version: null,
  seconds: 0,
  problem: null,
  plan: [],
})

export interface Settled {
  readonly row: BuiltService
  readonly job: Looked
  readonly made: Made | null
}

/** What would be done, or what would be refused: in the same words as when it is done. */
export const preview = async (
  { store, secrets }: { readonly store: Store; readonly secrets: Secrets },
  job: Looked,
  versionOf: FindVersion,
): Promise<BuiltService> => {
  if ('problem' in job) return { ...rowOf(job), problem: job.problem }
  const problem = buildsStage(job) ? await missingSecrets(secrets, job.planned.service) : null
  if (problem) return { ...rowOf(job), problem }
  const plan = describeSteps(job.steps, store.where(job.planned.service.name))
  const there = job.found?.digest ? job.found : null
  const version = there && (await versionOf(job.planned.service, there, false))
  return { ...rowOf(job), outcome: 'planned', digest: there?.digest ?? null, version, plan }
}

/** Nothing that a build reads is asked for where only the image that is there would be tested. */
const buildsStage = ({ planned, steps }: Job): boolean =>
  steps.build || (steps.test && (planned.test?.kinds.some(({ kind }) => kind === 'stage') ?? false))

export const successOf = async (
  job: Job,
  made: Made,
  versionOf: FindVersion,
): Promise<Partial<BuiltService>> => {
  const { planned, steps } = job
  const tests = { tested: planned.test !== null, testsRan: steps.test }
  const platforms = job.legs.flatMap(({ platform }, at) =>
    job.legs.length > 1 && platform !== null ? [{ platform, digest: made.legs[at]?.digest ?? null }] : [],
  )
  const names = made.kept ? await named(job, made, made.kept, versionOf) : {}
  return { outcome: made.outcome, ...tests, platforms, ...names }
}

const named = async (
  { planned, name }: Job,
  { outcome }: Made,
  kept: Kept,
  versionOf: FindVersion,
): Promise<Partial<BuiltService>> => {
  const { digest } = kept
  const version = digest === null ? null : await versionOf(planned.service, kept, outcome === 'built')
  const tags = [name, ...(version ? [version] : [])]
  return { digest, repository: digest === null ? null : kept.repository, tags, version }
}

/** What keeps one service from its image is that service's problem; anything else is a bug. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof StaggerError && error.problems[0]) return error.problems[0]
  throw error
}
