import { nullIfRefused } from '../../catalog/refusals.js'
import type { Plan } from '../../changes/planned.js'
import type { Git } from '../../platform/git/git.js'
import { changelogOf, type Share } from '../../version/changelog.js'
import { countedFor, type Weighed, weigh } from '../../version/counted.js'
import { between, type Commit, withoutReverted } from '../../version/history.js'
import { type Made, type MadeFrom, materialOf } from '../../version/material.js'
import type { Unit } from '../../version/unit.js'
import type { Oid, ServiceName } from '../../words.js'
import { type CommitView, viewCommit } from '../commit-view.js'
import type { ReadConfiguration } from '../configuration.js'
import { redeclaredBy } from './redeclared.js'

export interface ChangesWorld {
  readonly git: Git
  readonly readConfiguration: ReadConfiguration
}

export interface Changed extends Weighed {
  readonly changelog: string
  /** The release's commit is not to be had: nobody knows what came after it. */
  readonly unknown: boolean
}

export interface Changes {
  /** What the commits after a release's say of a unit. */
  since(unit: Unit, base: Oid): Promise<Changed>
}

/** What happened after the releases that are counted from. The history is read once, for all of them. */
export const changesAfter = async (
  world: ChangesWorld,
  plan: Plan,
  bases: readonly Oid[],
): Promise<Changes> => {
  const { git } = world
  const now: MadeFrom = new Map(plan.services.map((planned) => [planned.service.name, planned]))
  const head = await viewCommit(git, plan.head, world.readConfiguration)
  const views = new Map<Oid, Promise<CommitView>>()
  const viewOf = (commit: Oid): Promise<CommitView> => {
    const view = views.get(commit) ?? viewCommit(git, commit, world.readConfiguration, head)
    views.set(commit, view)
    return view
  }
  const read = await readHistory(git, plan.head, bases)
  return {
    since: async (unit, base) => {
      // Another run may have made a newer release meanwhile.
      const { here, log } = bases.includes(base) ? read : await readHistory(git, plan.head, [base])
      if (!here.has(base)) return UNKNOWN
      const commits = withoutReverted(between(log, base, plan.head))
      const then = await viewOf(base)
      const members = unit.members.map(async ({ service: { name } }) => {
        const materials = materialOf(name, now, await madeFrom(then, name))
        return { service: name, materials }
      })
      const made = await Promise.all(members)
      const materials = made.flatMap((one) => one.materials)
      const redeclares = await redeclaredBy(git, viewOf, commits, materials)
      const shares = made.map(
        (one): Share => ({
          service: one.service,
          counted: countedFor(commits, one.materials, redeclares),
        }),
      )
      return { ...weigh(inOrder(commits, shares)), changelog: changelogOf(shares), unknown: false }
    },
  }
}

const UNKNOWN: Changed = { bump: 'patch', deciding: null, changelog: '', unknown: true }

interface History {
  readonly here: ReadonlySet<Oid>
  readonly log: readonly Commit[]
}

const readHistory = async (git: Git, head: Oid, bases: readonly Oid[]): Promise<History> => {
  const here = await git.bring(bases)
  const known = [...new Set(bases)].filter((base) => here.has(base))
  return { here, log: known.length === 0 ? [] : await git.log([head, ...known], known) }
}

/** Each commit once, in the order of the history, however many services of a group it counts for. */
const inOrder = (commits: readonly Commit[], shares: readonly Share[]) => {
  const counted = new Map(
    shares.flatMap((share) => share.counted.map((one) => [one.commit.oid, one] as const)),
  )
  return commits.flatMap(({ oid }) => counted.get(oid) ?? [])
}

/** What cannot be read at the release does not count: then it is told by what it is made of now. */
const madeFrom = async (view: CommitView, service: ServiceName): Promise<MadeFrom> => {
  const made = new Map<ServiceName, Made>()
  const open = [service]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (made.has(name)) continue
    const snapshot = await view.snapshot(name).catch(nullIfRefused)
    if (!snapshot) continue
    made.set(name, snapshot)
    open.push(...snapshot.image.inputs.edges.map((edge) => edge.service))
  }
  return made
}
