import semver from 'semver'
import type { Version } from '../words.js'
import type { Bump } from './bump.js'
import type { Counted } from './counted.js'
import { headerOf } from './history.js'
import type { Asked } from './next.js'
import { isStable } from './release.js'
import type { Because } from './result.js'

export interface Grounds {
  readonly asked: Asked
  readonly bump: Bump | null
  /** The stable version that was counted from. */
  readonly newest: Version | null
  readonly deciding: Counted | null
  /** Its commit is not to be had. */
  readonly unknown: boolean
}

export const becauseOf = ({ commit, path, through }: Counted): Because => ({
  commit: commit.oid,
  header: headerOf(commit),
  path,
  through,
})

/** Why an image gets a new version. */
export const reasonOf = (version: Version, { asked, bump, newest, deciding, unknown }: Grounds): string => {
  if (asked.kind === 'as')
    return newest !== null && semver.lt(version, newest)
      ? `asked for; ${newest} stays the newest`
      : 'asked for'
  if (newest === null)
    return isStable({ version })
      ? 'the first version: there is no release before it'
      : 'before the first version: there is no release yet'
  if (asked.kind === 'bump') return `asked for: ${bump}`
  if (unknown)
    return `a new image since ${newest}, whose commit is not to be had: nobody can say what changed`
  return deciding === null ? `a new image since ${newest}; no commit says why` : told(deciding)
}

/** Longer ones are cut: they stand in a table. */
const MOST = 72

const told = (counted: Counted): string => {
  const { commit, header, path, through } = becauseOf(counted)
  const short = header.length > MOST ? `${header.slice(0, MOST - 1)}…` : header
  const way = through.length > 0 ? `, an input of ${through.at(-1)}` : ''
  return `${short} (${commit.slice(0, 7)}) touches ${path}${way}`
}

export const keptReason = (version: Version): string => `the image of ${version}, with the same inputs`

/** On a branch of pre-releases. */
export const WAITS = 'its image is the main branch’s: it waits for that one’s version'
