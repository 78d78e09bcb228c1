import pLimit from 'p-limit'
import type { Plan, PlannedService } from '../changes/planned.js'
import type { BuildResult, BuiltService } from '../image/result.js'
import { selectServices } from '../image/select.js'
import type { Ledger } from '../ledger/read.js'
import type { Clock } from '../platform/clock.js'
import type { Registry } from '../platform/registry.js'
import { type ExitCode, exitCode, type Problem } from '../words.js'
import { carryOut, type Job, lookUp, type Made, type OneWorld } from './building/one.js'
import { type Recorded, recordImages } from './building/record.js'
import { type Looked, preview, problemOf, rowOf, successOf } from './building/rows.js'
import { openStore, type Store } from './building/store.js'
import { currentLedger } from './ledger.js'

export interface BuildWorld extends OneWorld {
  readonly registry: Registry
  readonly clock: Clock
}

export interface BuildRequest {
  readonly plan: Plan
  /** Asked for by name; else what the plan says needs a build or a test. */
  readonly services: readonly string[]
  /** Where images go, e.g. `ghcr.io/owner/repository`. */
  readonly prefix: string | null
  /** False: everything stays in the local engine. */
  readonly push: boolean
  /** Only says what it would push. */
  readonly dryRun: boolean
  /** Whether this run may write the ledger. A pull request never may. */
  readonly trusted: boolean
  readonly pullRequest: boolean
  readonly run: string | null
}

/** How many services are built at once: one engine does the work of all. */
const AT_ONCE = 3

/** Builds and tests what is asked for and not there yet, and finds what is. One failure stops no other service. */
export const build = async (world: BuildWorld, request: BuildRequest): Promise<BuildResult> => {
  const store = openStore(world, request)
  const selected = selectServices(request.plan, request.services)
  if (!request.push && selected.length > 0) await world.docker.check()
  const ledger = await currentLedger(world.git, false)
  const jobs = await lookUpAll(store, selected, request.plan)
  if (request.push && request.dryRun) return { schema: 1, services: jobs.map((job) => preview(store, job)) }
  if (jobs.some(needsEngine)) await world.docker.check()
  const settled = await settleAll(world, store, jobs, ledger)
  if (mayRemember(request))
    await recordImages(world, settled.flatMap(recordedOf), circumstances(request, ledger))
  return { schema: 1, services: settled.map(({ row }) => row) }
}

/** What only this machine has, and what anybody could have written, is not remembered as good. */
const mayRemember = ({ push, trusted, pullRequest }: BuildRequest): boolean => push && trusted && !pullRequest

const circumstances = ({ plan, run }: BuildRequest, ledger: Ledger) => ({ ledger, commit: plan.head, run })

export const buildExitCode = ({ services }: BuildResult): ExitCode =>
  exitCode(services.flatMap(({ problem }) => (problem ? [problem.fault] : [])))

const lookUpAll = (store: Store, selected: readonly PlannedService[], { head }: Plan): Promise<Looked[]> =>
  Promise.all(
    selected.map((planned) =>
      lookUp(store, planned, head).catch((error) => ({ planned, problem: problemOf(error) })),
    ),
  )

const needsEngine = (job: Looked): boolean => !('problem' in job) && (job.steps.build || job.steps.test)

interface Settled {
  readonly row: BuiltService
  readonly job: Looked
  readonly made: Made | null
}

const settleAll = async (
  world: BuildWorld,
  store: Store,
  jobs: readonly Looked[],
  ledger: Ledger,
): Promise<readonly Settled[]> => {
  const limit = pLimit(AT_ONCE)
  const all = await Promise.allSettled(jobs.map((job) => limit(() => settle(world, store, job, ledger))))
  return all.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

const settle = async (world: BuildWorld, store: Store, job: Looked, ledger: Ledger): Promise<Settled> => {
  if ('problem' in job) return { job, made: null, row: { ...rowOf(job), problem: job.problem } }
  const begun = world.clock.now()
  const ended = await carryOut(world, store, job).catch((error) => ({ problem: problemOf(error) }))
  const seconds = Math.round((world.clock.now() - begun) / 100) / 10
  if ('problem' in ended) return failed(world, job, ended.problem, seconds)
  const row = { ...rowOf(job), ...successOf(job, ended, ledger), seconds }
  world.progress.say(`${row.name}: ${row.outcome} in ${seconds} s`)
  return { job, made: ended, row }
}

const failed = ({ progress }: BuildWorld, job: Job, problem: Problem, seconds: number): Settled => {
  progress.say(`${job.planned.service.name}: failed after ${seconds} s: ${problem.problem}`)
  return { job, made: null, row: { ...rowOf(job), problem, seconds } }
}

const recordedOf = ({ job, made }: Settled): readonly Recorded[] => {
  if (!made || 'problem' in job || made.kept.digest === null) return []
  const { planned, fingerprint } = job
  return [{ planned, fingerprint, repository: made.kept.repository, digest: made.kept.digest }]
}
