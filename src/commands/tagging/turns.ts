import type { Git, Turns } from '../../platform/git/git.js'
import type { Unit } from '../../version/unit.js'
import type { ServiceName } from '../../words.js'

/**
 * A ref for each service that moves with each of its versions. A tag alone is a lock on its own number only: two runs
 * that count up different ones would both get through, and one image would have two versions.
 */
export const turnRef = (service: ServiceName): string => `refs/stagger/versions/${service}`

/** To be read before the tags are: then whatever they do not tell yet moves one of these. */
export const turnsOf = async (git: Git, units: readonly Unit[]): Promise<Turns> => {
  const refs = [...new Set(units.flatMap(refsOf))]
  const there = await git.refsAtOrigin(refs)
  return new Map(refs.map((ref) => [ref, there.get(ref) ?? null]))
}

/** Of a group all members': they may have been alone before. */
export const turnsFor = (unit: Unit, turns: Turns): Turns =>
  new Map(refsOf(unit).map((ref) => [ref, turns.get(ref) ?? null]))

const refsOf = ({ members }: Unit): readonly string[] => members.map(({ service }) => turnRef(service.name))
