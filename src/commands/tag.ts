import pLimit from 'p-limit'
import { checkedPrefix } from '../image/names.js'
import type { Ledger } from '../ledger/read.js'
import type { Progress } from '../platform/progress.js'
import { notAPrerelease, notOne } from '../version/problems.js'
import { isStable } from '../version/release.js'
import type { TaggedService, TagResult } from '../version/result.js'
import { tagPatternsOf, type Unit, unitsOf } from '../version/unit.js'
import { type ExitCode, exitCode, type Oid, type Problem, StaggerError } from '../words.js'
import { currentLedger } from './ledger.js'
import { type Changes, type ChangesWorld, changesAfter } from './tagging/changes.js'
import { findImages } from './tagging/images.js'
import {
  baseOf,
  giveNumber,
  type Numbered,
  type Numbering,
  type NumberWorld,
  numberOf,
  type Prepared,
  prepare,
} from './tagging/number.js'
import { nameImages, type PublishWorld, refuseImagesOfMain, releaseOnGitHub } from './tagging/publish.js'
import { type Released, recordReleases } from './tagging/record.js'
import { failedRows, rowsOf } from './tagging/rows.js'

export interface TagWorld extends NumberWorld, ChangesWorld, PublishWorld {
  readonly progress: Progress
}

export interface TagRequest extends Omit<Numbering, 'remembered'> {
  /** Services or groups that were asked for by name; else all. */
  readonly services: readonly string[]
  readonly prefix: string | null
  readonly dryRun: boolean
  /** Whether this run may write the ledger. */
  readonly trusted: boolean
  /** The workflow run, or null on a laptop. */
  readonly run: string | null
  /** Whether each version gets a release on GitHub. */
  readonly githubRelease: boolean
}

const AT_ONCE = 4

/** Gives each service's image of this commit its own version: in git, in the registry, in the ledger. */
export const tag = async (world: TagWorld, request: TagRequest): Promise<TagResult> => {
  const units = unitsOf(request.plan.services, request.services)
  refuseAsked(request, units)
  const prefix = request.prefix === null ? null : checkedPrefix(request.prefix)
  const ledger = await currentLedger(world.git, false)
  const circumstances = { ...request, prefix, ledger, remembered: await ledger.releases() }
  await world.git.fetchTags(...units.flatMap(tagPatternsOf))
  const limit = pLimit(AT_ONCE)
  const prepared = await Promise.all(
    units.map((unit) => limit(() => prepareUnit(world, unit, circumstances))),
  )
  const changes = changesOnce(world, request, prepared.flatMap(basesOf))
  const results = await Promise.all(
    prepared.map((one) => limit(() => tagUnit(world, one, circumstances, changes))),
  )
  const released = results.flatMap((one) => one.released)
  if (request.trusted && !request.dryRun && request.channel === null)
    await recordReleases(world, released, request.run)
  return {
    schema: 1,
    services: inOrder(
      request,
      results.flatMap(({ rows }) => rows),
    ),
  }
}

export const tagExitCode = ({ services }: TagResult): ExitCode =>
  exitCode(services.flatMap(({ problem }) => (problem ? [problem.fault] : [])))

const refuseAsked = ({ asked, channel }: TagRequest, units: readonly Unit[]): void => {
  if (asked.kind !== 'as') return
  const { version } = asked
  if (units.length !== 1)
    throw new StaggerError(
      notOne(
        version,
        units.map(({ name }) => name),
      ),
    )
  if (channel !== null && isStable({ version })) throw new StaggerError(notAPrerelease(version, channel))
}

type Circumstances = TagRequest & Numbering & { readonly ledger: Ledger }
type Ready = Prepared | { readonly unit: Unit; readonly problem: Problem }

const prepareUnit = (world: TagWorld, unit: Unit, circumstances: Circumstances): Promise<Ready> => {
  const { ledger, prefix, channel } = circumstances
  return orProblem(unit, async () => {
    const found = await findImages(world.registry, unit, ledger, prefix, channel !== null)
    return prepare(world, unit, found, circumstances, false)
  })
}

const orProblem = async <T>(
  unit: Unit,
  work: () => Promise<T>,
): Promise<T | { readonly unit: Unit; readonly problem: Problem }> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof StaggerError) || !error.problems[0]) throw error
    return { unit, problem: error.problems[0] }
  }
}

const basesOf = (ready: Ready): readonly Oid[] => {
  const base = 'problem' in ready ? null : baseOf(ready)
  return base === null ? [] : [base]
}

/** The history is read when the first one needs it. */
const changesOnce = (world: TagWorld, { plan }: TagRequest, bases: readonly Oid[]): Changes => {
  let read: Promise<Changes> | null = null
  return {
    since: async (unit, base) => {
      read ??= changesAfter(world, plan, bases)
      return (await read).since(unit, base)
    },
  }
}

interface Tagged {
  readonly rows: readonly TaggedService[]
  readonly released: readonly Released[]
}

const tagUnit = async (
  world: TagWorld,
  ready: Ready,
  circumstances: Circumstances,
  changes: Changes,
): Promise<Tagged> => {
  if ('problem' in ready) return { rows: failedRows(ready.unit, ready.problem), released: [] }
  const made = await orProblem(ready.unit, () => numberUnit(world, ready, circumstances, changes))
  if ('problem' in made) return { rows: failedRows(made.unit, made.problem), released: [] }
  const { unit, found } = ready
  const { dryRun, githubRelease } = circumstances
  const release =
    dryRun || !githubRelease ? null : await orProblem(unit, () => releaseOnGitHub(world, unit, made))
  const released = [...made.images].map(([service, { digest, fingerprint }]) => ({
    service,
    group: unit.group,
    version: made.version,
    digest,
    fingerprint,
    repository: found.get(service)?.repository ?? '',
    commit: made.commit,
  }))
  return { rows: rowsOf(unit, made, dryRun, release), released }
}

const numberUnit = async (
  world: TagWorld,
  prepared: Prepared,
  circumstances: Circumstances,
  changes: Changes,
): Promise<Numbered> => {
  const { channel, dryRun, prefix } = circumstances
  const { found, kept, unit } = prepared
  if (channel !== null && !kept) refuseImagesOfMain(found, prefix)
  if (dryRun) return numberOf(prepared, circumstances, changes)
  const numbered = await giveNumber(world, prepared, circumstances, changes)
  // A stable version's name was given by the run that everybody trusts.
  if (channel === null || !isStable(numbered)) await nameImages(world, found, numbered)
  if (numbered.kind === 'new') world.progress.say(`${unit.name}: ${numbered.version}`)
  return numbered
}

/** As the plan has them: the services of a group may stand apart. */
const inOrder = ({ plan }: TagRequest, rows: readonly TaggedService[]): readonly TaggedService[] =>
  plan.services.flatMap(({ service }) => rows.filter(({ name }) => name === service.name))
