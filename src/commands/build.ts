import pLimit from 'p-limit'
import type { Plan, PlannedService } from '../changes/planned.js'
import { hasCacheOfItsOwn } from '../image/cache.js'
import type { BuildResult, BuiltService } from '../image/result.js'
import { selectServices } from '../image/select.js'
import type { BuildSettings } from '../image/settings.js'
import { missingTests } from '../image/testing/problems.js'
import { unableToAttest } from '../image/unable.js'
import type { Ledger } from '../ledger/read.js'
import type { Marks } from '../platform/marks.js'
import { type ExitCode, exitCode, StaggerError } from '../words.js'
import { withBases } from './building/bases.js'
import { toldElsewhere } from './building/elsewhere.js'
import { type FindVersion, versionsKnown } from './building/known.js'
import { lookUp } from './building/one.js'
import { policyOf } from './building/policy.js'
import { type Recorded, recordImages } from './building/record.js'
import { type Looked, preview, problemOf, type Settled } from './building/rows.js'
import { savedBy } from './building/saved.js'
import { type SettleWorld, settleAll } from './building/settle.js'
import { openStore, type Store } from './building/store.js'
import { allVerdicts, cachedVerdicts, storedVerdicts, type Verdicts } from './building/verdicts.js'
import { openWorkshop } from './building/workshop.js'
import { currentLedger } from './ledger.js'

export interface BuildWorld extends Omit<SettleWorld, 'store' | 'workshop' | 'policy' | 'verdicts'> {
  /** The cache of GitHub's runners; null elsewhere. */
  readonly marks: Marks | null
  readonly environment: Readonly<Record<string, string | undefined>>
}

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
  const { plan, push, settings } = request
  const store = openStore(world, { ...request, adopt: settings.adopt === 'pull-requests' })
  const selected = selectServices(plan, request.services)
  const engine = !push && selected.length > 0 ? (await world.docker.check()).platform : null
  const ledger = await currentLedger(world.git, false)
  tellElsewhere(world, request, ledger)
  const looking = { ...world, store, verdicts: verdictsOf(world, store, push) }
  const look = lookerUp(looking, request, engine)
  const asked = await Promise.all(selected.map((planned) => refusedIn(settings, planned) ?? look(planned)))
  const jobs = await withBases(asked, plan, look)
  const rows = async (): Promise<readonly BuiltService[]> => {
    const versionOf = versionsKnown(world.git, ledger)
    if (push && request.dryRun) return Promise.all(jobs.map((job) => preview(looking, job, versionOf)))
    const settled = await settleIn(looking, request, jobs, versionOf)
    return settled.filter(isNews(asked)).map(({ row }) => row)
  }
  const services = await rows()
  return { schema: 1, services, saved: savedBy(plan, ledger, services) }
}

/** Also where its image is there: it may be one from before its tests were taken away. */
const refusedIn = ({ tests }: BuildSettings, planned: PlannedService): Looked | null => {
  const problem = tests === 'required' ? missingTests(planned) : null
  return problem && { planned, problem }
}

/** Who names no service expects all of them where images go. */
const tellElsewhere = (
  { progress }: Pick<BuildWorld, 'progress'>,
  { plan, services, prefix, pullRequest }: BuildRequest,
  ledger: Ledger,
): void => {
  if (prefix === null || pullRequest || services.length > 0) return
  const line = toldElsewhere(plan, ledger, prefix)
  if (line !== null) progress.warn(line)
}

/** Where nothing can be pushed, what passed is remembered by the runner's cache. */
const verdictsOf = ({ marks }: BuildWorld, store: Store, push: boolean): Verdicts =>
  allVerdicts([storedVerdicts(store), ...(push || marks === null ? [] : [cachedVerdicts(marks)])])

type Looking = BuildWorld & { readonly store: Store; readonly verdicts: Verdicts }

const settleIn = async (
  world: Looking,
  request: BuildRequest,
  jobs: readonly Looked[],
  versionOf: FindVersion,
): Promise<readonly Settled[]> => {
  const { push, settings } = request
  const workshop = await openWorkshop(world, world.store, { push, idle: !jobs.some(needsBuilder) })
  const writes = push ? mayRemember(request) : request.trusted || hasCacheOfItsOwn(world.environment)
  const policy = policyOf(
    { ...request, writes, environment: world.environment },
    workshop.place,
    world.progress.warn,
  )
  const unable = unableToAttest(settings, workshop.place)
  if (unable && jobs.some(needsBuilder)) throw new StaggerError(unable)
  const all = { ...world, workshop, policy }
  const settled = await settleAll(all, jobs, versionOf, settings.jobs ?? AT_ONCE).finally(workshop.release)
  if (mayRemember(request)) await recordImages(world, settled.flatMap(recordedOf), circumstances(request))
  return settled
}

/** What only this machine has, and what anybody could have written, is not remembered as good. */
const mayRemember = ({ push, trusted, pullRequest }: BuildRequest): boolean => push && trusted && !pullRequest

const circumstances = ({ plan, run }: BuildRequest) => ({ commit: plan.head, run })

export const buildExitCode = ({ services }: BuildResult): ExitCode =>
  exitCode(services.flatMap(({ problem }) => (problem ? [problem.fault] : [])))

/** How many services a registry is asked about at once: hundreds of connections serve nobody. */
const LOOK_UPS = 16

const lookerUp = (world: Looking, { plan, platform: only }: BuildRequest, engine: string | null) => {
  const limit = pLimit(LOOK_UPS)
  const asked = { commit: plan.head, services: plan.services, platforms: { only, engine } }
  return (planned: PlannedService): Promise<Looked> =>
    limit(() => lookUp(world, planned, asked)).catch((error) => ({ planned, problem: problemOf(error) }))
}

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
    {
      planned,
      fingerprint,
      repository,
      digest,
      version: row.version,
      seconds: made.outcome === 'built' ? row.seconds : null,
    },
  ]
}
