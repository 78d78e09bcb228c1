import { decide, type Snapshot } from '../changes/affected.js'
import type { Comparison } from '../changes/event.js'
import { withPaths } from '../changes/paths.js'
import type { Plan, PlannedService } from '../changes/planned.js'
import { requiringTests } from '../changes/untested.js'
import { EMPTY_LEDGER, type Ledger } from '../ledger/read.js'
import type { Git } from '../platform/git/git.js'
import type { Oid } from '../words.js'
import { allSnapshots, viewCommit } from './commit-view.js'
import { configurationAt, type ReadConfiguration } from './configuration.js'
import { currentLedger } from './ledger.js'
import { memoryOfBases } from './planning/bases.js'
import { deploymentsAt } from './planning/deployments.js'
import { type Memory, removedOf } from './planning/memory.js'
import { memoryOfLedger, type View, warnOfNewer } from './planning/remembered.js'
import { type Revisions, revisionsOf } from './revisions.js'

export interface PlanWorld {
  readonly git: Git
  readonly readConfiguration: ReadConfiguration
}

export interface PlanRequest {
  /** The revision to plan; HEAD by default, or what the event is about. */
  readonly head: string | null
  /** Stands in for the ledger, and for what the event asks for. */
  readonly base: string | null
  /** What the event asks for; the ledger by default. */
  readonly comparison?: Comparison
  /** Also tells what this environment needs. */
  readonly environment: string | null
  /** Ask the remote for the ledger even where one is here. */
  readonly freshLedger: boolean
}

/** Which services a commit changes, and why. Reads git objects and refs; changes nothing but what git holds of the remote. */
export const plan = async (world: PlanWorld, request: PlanRequest): Promise<Plan> => {
  const revisions = await revisionsOf(world.git, request)
  return revisions.kind === 'nothing' ? nothingToPlan(revisions) : planned(world, request, revisions)
}

type Planned = Exclude<Revisions, { kind: 'nothing' }>

const nothingToPlan = ({ head, why }: Extract<Revisions, { kind: 'nothing' }>): Plan => ({
  base: null,
  head,
  services: [],
  removed: [],
  warnings: [],
  nothing: why,
})

const planned = async (
  { git, readConfiguration }: PlanWorld,
  request: PlanRequest,
  revisions: Planned,
): Promise<Plan> => {
  const head = await viewCommit(git, revisions.head, readConfiguration)
  const view: View = (commit) => viewCommit(git, commit, readConfiguration, head)
  const snapshots = await allSnapshots(head)
  const ledger = await ledgerFor(git, request, revisions)
  const memory = await memoryFor(git, revisions, ledger, snapshots, view)
  const deployed = await deploymentsAt(git, readConfiguration, head, ledger, request.environment)
  const services = await Promise.all(
    snapshots.map(async (now) => decide(git, now, await memory.known(now), await deployed(now.service.name))),
  )
  const { warnings } = await head.discovered()
  const { build } = await configurationAt(git, head.root, readConfiguration)
  return {
    base: (revisions.kind === 'bases' && revisions.bases[0]) || null,
    head: head.commit,
    services: withPaths(build?.tests === 'required' ? services.map(requiringTests) : services),
    removed: removedOf(memory, snapshots),
    warnings: [...warnings, ...(await cautions(git, revisions, services))],
  }
}

/** With bases, and no environment to compare, nobody needs the ledger or the network. */
const ledgerFor = async (
  git: Git,
  { environment, freshLedger }: PlanRequest,
  { kind }: Planned,
): Promise<Ledger | null> =>
  kind === 'bases' && environment === null ? null : currentLedger(git, freshLedger)

const memoryFor = async (
  git: Git,
  revisions: Planned,
  ledger: Ledger | null,
  snapshots: readonly Snapshot[],
  view: View,
): Promise<Memory> =>
  revisions.kind === 'bases'
    ? memoryOfBases(await Promise.all(revisions.bases.map(view)))
    : memoryOfLedger(git, ledger ?? EMPTY_LEDGER, snapshots, view)

const cautions = async (
  git: Git,
  revisions: Planned,
  services: readonly PlannedService[],
): Promise<readonly string[]> =>
  revisions.kind === 'bases'
    ? revisions.warnings
    : warnOfNewer(git, revisions.head, services.flatMap(compared))

const compared = ({ service, since, needs }: PlannedService): { name: string; since: Oid }[] =>
  since !== null && (needs.includes('build') || needs.includes('test')) ? [{ name: service.name, since }] : []
