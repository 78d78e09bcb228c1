import type { Ledger } from '../../ledger/read.js'
import type { Git } from '../../platform/git/git.js'
import { type Release, releasedAs, releasesOf } from '../../version/release.js'
import { tagPatternsOf, type Unit } from '../../version/unit.js'
import type { ServiceName } from '../../words.js'

export type RememberedReleases = Awaited<ReturnType<Ledger['releases']>>

/** The versions that a unit cannot take any more, with what they mean. `fresh` asks `origin` for the tags before. */
export const releasesFor = async (
  git: Git,
  unit: Unit,
  remembered: RememberedReleases,
  fresh: boolean,
): Promise<readonly Release[]> => {
  if (fresh) await git.fetchTags(...tagPatternsOf(unit))
  const tags = await git.tags(...tagPatternsOf(unit))
  const own = releasesOf(unit.name, tags)
  const names = unit.members.map(({ service }) => service.name)
  const others = names.filter((name) => name !== unit.name).flatMap((name) => releasesOf(name, tags))
  const known = new Set([...own, ...others].map(({ version }) => version))
  const entries = names.flatMap((name: ServiceName) => remembered.get(name) ?? [])
  return [...own, ...others, ...entries.filter(({ version }) => !known.has(version)).map(releasedAs)]
}
