import pLimit from 'p-limit'
import { checkedPrefix } from '../image/names.js'
import { notAPrerelease, notOne } from '../version/problems.js'
import { isStable } from '../version/release.js'
import type { TaggedService, TagResult } from '../version/result.js'
import { type Unit, unitsOf } from '../version/unit.js'
import { type ExitCode, exitCode, type Oid, StaggerError } from '../words.js'
import { currentLedger } from './ledger.js'
import { type Changes, changesAfter } from './tagging/changes.js'
import { baseOf } from './tagging/number.js'
import { recordReleases } from './tagging/record.js'
import { tagsOf } from './tagging/releases.js'
import type { TagRequest, TagWorld } from './tagging/request.js'
import { turnsOf } from './tagging/turns.js'
import { prepareUnit, type Ready, tagUnit } from './tagging/unit.js'

export type { TagRequest, TagWorld }

const AT_ONCE = 4

/** Gives each service's image of this commit its own version: in git, in the registry, in the ledger. */
export const tag = async (world: TagWorld, request: TagRequest): Promise<TagResult> => {
  const units = unitsOf(request.plan.services, request.services)
  refuseAsked(request, units)
  const prefix = request.prefix === null ? null : checkedPrefix(request.prefix)
  const ledger = await currentLedger(world.git, false)
  const turns = await turnsOf(world.git, request.dryRun ? [] : units)
  const [remembered, tags] = [await ledger.releases(), await tagsOf(world.git, units)]
  const circumstances = { ...request, prefix, ledger, remembered, tags, turns }
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

/** As the plan has them: the services of a group may stand apart. */
const inOrder = ({ plan }: TagRequest, rows: readonly TaggedService[]): readonly TaggedService[] =>
  plan.services.flatMap(({ service }) => rows.filter(({ name }) => name === service.name))
