import { nullIfRefused } from '../../catalog/refusals.js'
import { type Known, needsOf, type Snapshot } from '../../changes/affected.js'
import type { RemovedService } from '../../changes/planned.js'
import type { ServiceName } from '../../words.js'
import type { CommitView } from '../commit-view.js'

/** What was good before, wherever that is written. */
export interface Memory {
  readonly names: ReadonlyMap<ServiceName, RemovedService['previous']>
  known(now: Snapshot): Promise<Known | null>
}

/** Services that are remembered and that a commit does not have any more. */
export const removedOf = ({ names }: Memory, snapshots: readonly Snapshot[]): RemovedService[] => {
  const here = new Set(snapshots.map(({ service }) => service.name))
  return [...names].filter(([name]) => !here.has(name)).map(([name, previous]) => ({ name, previous }))
}

/** How much a service differs from what is known: in nothing, in its tests alone, in its image. */
export const distance = (now: Snapshot, known: Known | null): 0 | 1 | 2 => {
  const needs = needsOf(now, known)
  if (needs.includes('build')) return 2
  return needs.includes('test') ? 1 : 0
}

export const snapshotOrWhy = async (view: CommitView, name: ServiceName): Promise<Known['snapshot']> => {
  const snapshot = await view.snapshot(name).catch(nullIfRefused)
  return snapshot ?? { missing: `${name} could not be read at ${view.commit.slice(0, 7)}` }
}
