import type { Plan, PlannedService } from '../changes/planned.js'
import type { BuildResult, BuiltService } from '../image/result.js'
import { selectServices } from '../image/select.js'
import type { BuildSettings } from '../image/settings.js'
import type { Ledger } from '../ledger/read.js'
import type { Git } from '../platform/git/git.js'
import { type ExitCode, exitCode } from '../words.js'
import { withBases } from './building/bases.js'
import { lookUp } from './building/one.js'
import { type Recorded, recordImages } from './building/record.js'
import { type Looked, preview, problemOf, type Settled } from './building/rows.js'
import { savedBy } from './building/saved.js'
import { type SettleWorld, settleAll } from './building/settle.js'
import { openStore, type Store } from './building/store.js'
import { openWorkshop } from './building/workshop.js'
import { currentLedger } from './ledger.js'

export type BuildWorld = Omit<SettleWorld, 'store' | 'workshop'>

/** How many services are built at once: one engine does the work of all. */
const AT_ONCE = 3

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
  readonly settings: BuildSettings
  /** Of an image for several platforms, the one to build here; null for all. */
  readonly platform: string | null
}

/** Builds and tests what is asked for and not there yet, and finds what is. One failure stops no other service. */
export const build = async (world: BuildWorld, request: BuildRequest): Promise<BuildResult> => {
  const store = openStore(world, { ...request, adopt: request.settings.adopt === 'pull-requests' })
  const selected = selectServices(request.plan, request.services)
  if (!request.push && selected.length > 0) await world.docker.check()
  const ledger = await currentLedger(world.git, false)
  const look = lookerUp({ ...world, store }, request)
  const asked = await Promise.all(selected.map(look))
  const jobs = await withBases(asked, request.plan, look)
  if (request.push && request.dryRun)
    return resultOf(
      request,
      ledger,
      jobs.map((job) => preview(store, job)),
    )
  const workshop = await openWorkshop(world, store, { push: request.push, idle: !jobs.some(needsBuilder) })
  const atOnce = request.settings.jobs ?? AT_ONCE
  const settled = await settleAll({ ...world, store, workshop }, jobs, ledger, atOnce).finally(
    workshop.release,
  )
  if (mayRemember(request)) await recordImages(world, settled.flatMap(recordedOf), circumstances(request))
  return resultOf(
    request,
    ledger,
    settled.filter(isNews(asked)).map(({ row }) => row),
  )
}

const resultOf = (
  { plan }: BuildRequest,
  ledger: Ledger,
  services: readonly BuiltService[],
): BuildResult => ({ schema: 1, services, saved: savedBy(plan, ledger, services) })

/** What only this machine has, and what anybody could have written, is not remembered as good. */
const mayRemember = ({ push, trusted, pullRequest }: BuildRequest): boolean => push && trusted && !pullRequest

const circumstances = ({ plan, run }: BuildRequest) => ({ commit: plan.head, run })

export const buildExitCode = ({ services }: BuildResult): ExitCode =>
  exitCode(services.flatMap(({ problem }) => (problem ? [problem.fault] : [])))

const lookerUp =
  (world: { readonly git: Git; readonly store: Store }, { plan, platform }: BuildRequest) =>
  (planned: PlannedService): Promise<Looked> =>
    lookUp(world, planned, { commit: plan.head, platform }).catch((error) => ({
      planned,
      problem: problemOf(error),
    }))

/** What was only looked up for others, and is there, nobody asked about. */
const isNews =
  (asked: readonly Looked[]) =>
  ({ job, row }: Settled): boolean =>
    asked.includes(job) || row.outcome !== 'reused'

const needsBuilder = (job: Looked): boolean => !('problem' in job) && (job.steps.build || job.steps.test)

const recordedOf = ({ job, made, row }: Settled): readonly Recorded[] => {
  if ('problem' in job || !made?.kept?.digest) return []
  const { planned, fingerprint } = job
  const { repository, digest } = made.kept
  return [
    { planned, fingerprint, repository, digest, seconds: made.outcome === 'built' ? row.seconds : null },
  ]
}
