import type { Ledger } from '../../ledger/read.js'
import type { Git, Tag } from '../../platform/git/git.js'
import { type Release, releasedAs, releasesOf } from '../../version/release.js'
import { tagPatternsOf, type Unit } from '../../version/unit.js'

export type RememberedReleases = Awaited<ReturnType<Ledger['releases']>>

/** The tags of all units, read in one go; those of `origin` come first. */
export const tagsOf = async (git: Git, units: readonly Unit[]): Promise<readonly Tag[]> => {
  const patterns = [...new Set(units.flatMap(tagPatternsOf))]
  await git.fetchTags(...patterns)
  return git.tags(...patterns)
}

/** The versions that a unit cannot take any more, with what they mean: also those of the ledger, from another group. */
export const releasesFor = (
  { name: own, members }: Unit,
  tags: readonly Tag[],
  remembered: RememberedReleases,
): readonly Release[] => {
  const names = members.map(({ service }) => service.name)
  const tagged = [...new Set([own, ...names])].flatMap((name) => releasesOf(name, tags))
  const known = new Set(tagged.map(({ version }) => version))
  const entries = names.flatMap((name) => remembered.get(name) ?? [])
  return [...tagged, ...entries.filter(({ version }) => !known.has(version)).map(releasedAs)]
}
