import pLimit from 'p-limit'
import { nullIfRefused } from '../../catalog/refusals.js'
import type { Known, Snapshot } from '../../changes/affected.js'
import type { ServiceName } from '../../words.js'
import { AT_ONCE, type CommitView } from '../commit-view.js'
import { distance, type Memory, snapshotOrWhy } from './memory.js'

/** Commits that stand in for the ledger. A service must be as good as in each of them; without any, none is. */
export const memoryOfBases = async (bases: readonly CommitView[]): Promise<Memory> => {
  const memories = await Promise.all(bases.map(memoryOfBase))
  return {
    names: new Map(memories.flatMap(({ names }) => [...names])),
    known: async (now) => furthest(now, await Promise.all(memories.map((memory) => memory.known(now)))),
  }
}

/** The one that a service differs from most asks for all that the others ask for. */
const furthest = (now: Snapshot, all: readonly (Known | null)[]): Known | null => {
  const [first = null, ...others] = all
  return others.reduce((most, one) => (distance(now, one) > distance(now, most) ? one : most), first)
}

const memoryOfBase = async (base: CommitView): Promise<Memory> => {
  const discovered = await base.discovered().catch(nullIfRefused)
  const names = discovered?.services.map(({ name }) => name) ?? []
  const limit = pLimit(AT_ONCE)
  const read = async (name: ServiceName) => [name, await snapshotOrWhy(base, name)] as const
  const before = new Map(await Promise.all(names.map((name) => limit(read, name))))
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
