import { type Deployed, decide, type Known, type Snapshot } from '../changes/affected.js'
import { withPaths } from '../changes/paths.js'
import type { Plan, RemovedService } from '../changes/planned.js'
import { configurationFingerprint } from '../environment/configuration.js'
import type { ImageEntry } from '../ledger/entries.js'
import type { Ledger } from '../ledger/read.js'
import type { Git } from '../platform/git/git.js'
import { type Oid, type ServiceName, StaggerError } from '../words.js'
import { allSnapshots, type CommitView, viewCommit } from './commit-view.js'
import { configurationAt, findEnvironment, type ReadConfiguration, templateAt } from './configuration.js'
import { currentLedger } from './ledger.js'

export interface PlanWorld {
  readonly git: Git
  readonly readConfiguration: ReadConfiguration
}

export interface PlanRequest {
  /** The revision to plan; HEAD by default. */
  readonly head: string | null
  /** Stands in for the ledger. */
  readonly base: string | null
  /** Also tells what this environment needs. */
  readonly environment: string | null
  /** Ask the remote for the ledger even where one is here. */
  readonly freshLedger: boolean
}

/** Which services a commit changes, and why. Reads git objects and refs; changes nothing. */
export const plan = async ({ git, readConfiguration }: PlanWorld, request: PlanRequest): Promise<Plan> => {
  const head = await viewCommit(git, await git.commit(request.head ?? 'HEAD'))
  const snapshots = await allSnapshots(head)
  const ledger = await ledgerFor(git, request)
  const base = request.base === null ? null : await git.commit(request.base)
  const memory = base ? await memoryOfBase(await viewCommit(git, base)) : memoryOfLedger(git, ledger)
  const deployed = await deployments(git, readConfiguration, head, ledger, request.environment)
  const services = await Promise.all(
    snapshots.map(async (now) => decide(git, now, await memory.known(now), await deployed(now.service.name))),
  )
  const { warnings } = await head.discovered()
  return {
    base,
    head: head.commit,
    services: withPaths(services),
    removed: removed(memory, snapshots),
    warnings,
  }
}

/** With a base, and no environment to compare, nobody needs the ledger or the network. */
const ledgerFor = (git: Git, { base, environment, freshLedger }: PlanRequest): Promise<Ledger | null> =>
  base !== null && environment === null ? Promise.resolve(null) : currentLedger(git, freshLedger)

/** What was good before, wherever that is written. */
interface Memory {
  readonly names: ReadonlyMap<ServiceName, RemovedService['previous']>
  known(now: Snapshot): Promise<Known | null>
}

const memoryOfBase = async (base: CommitView): Promise<Memory> => {
  const names = await base
    .discovered()
    .then(({ services }) => services.map(({ name }) => name), noneIfRefused)
  const before = new Map(
    await Promise.all(names.map(async (name) => [name, await snapshotOrWhy(base, name)] as const)),
  )
  const fingerprint = (name: ServiceName) => {
    const snapshot = before.get(name)
    return snapshot && 'service' in snapshot ? snapshot.image.fingerprint : null
  }
  return {
    names: new Map(names.map((name) => [name, fingerprint(name)])),
    known: async ({ service }) => {
      const snapshot = before.get(service.name)
      if (!snapshot) return null
      const test = 'service' in snapshot ? (snapshot.test?.fingerprint ?? null) : null
      return { commit: base.commit, fingerprint: fingerprint(service.name), testFingerprint: test, snapshot }
    },
  }
}

const memoryOfLedger = (git: Git, ledger: Ledger | null): Memory => {
  const images = ledger?.images ?? new Map<ServiceName, ImageEntry>()
  const views = new Map<Oid, Promise<CommitView | null>>()
  const viewOf = (commit: Oid) => {
    const view =
      views.get(commit) ?? git.commit(commit).then((found) => viewCommit(git, found), nullIfRefused)
    views.set(commit, view)
    return view
  }
  return {
    names: new Map([...images].map(([name, { fingerprint }]) => [name, fingerprint])),
    known: async (now) => {
      const entry = images.get(now.service.name)
      return entry ? knownFromLedger(now, entry, () => viewOf(entry.commit)) : null
    },
  }
}

/** The old commit is looked into only where there is something to explain. */
const knownFromLedger = async (
  now: Snapshot,
  entry: ImageEntry,
  view: () => Promise<CommitView | null>,
): Promise<Known> => {
  const { fingerprint, testFingerprint } = entry
  const same = now.image.fingerprint === fingerprint && (now.test?.fingerprint ?? null) === testFingerprint
  const then = same ? null : await view()
  const snapshot = then
    ? await snapshotOrWhy(then, entry.service)
    : { missing: `the commit ${entry.commit.slice(0, 7)} of the last good image is not in this clone` }
  return { commit: entry.commit, fingerprint, testFingerprint, snapshot }
}

const snapshotOrWhy = async (view: CommitView, name: ServiceName): Promise<Known['snapshot']> => {
  const snapshot = await view.snapshot(name).catch(nullIfRefused)
  return snapshot ?? { missing: `${name} could not be read at ${view.commit.slice(0, 7)}` }
}

/** What is wrong in the past is no reason to refuse the present; a bug still is. */
const nullIfRefused = (error: unknown): null => {
  if (error instanceof StaggerError) return null
  throw error
}
const noneIfRefused = (error: unknown): ServiceName[] => nullIfRefused(error) ?? []

const removed = ({ names }: Memory, snapshots: readonly Snapshot[]): RemovedService[] => {
  const here = new Set(snapshots.map(({ service }) => service.name))
  return [...names].filter(([name]) => !here.has(name)).map(([name, previous]) => ({ name, previous }))
}

const deployments = async (
  git: Git,
  read: ReadConfiguration,
  head: CommitView,
  ledger: Ledger | null,
  name: string | null,
): Promise<(service: ServiceName) => Promise<Deployed | null>> => {
  if (name === null || !ledger) return async () => null
  const environment = findEnvironment(await configurationAt(git, head.root, read), name)
  const entries = await ledger.deployments(environment.name)
  return async (service) => {
    const template = await templateAt(git, head.root, environment, service)
    return {
      configuration: configurationFingerprint(environment.settings, service, template.text),
      entry: entries.get(service) ?? null,
      image: ledger.images.get(service) ?? null,
    }
  }
}
