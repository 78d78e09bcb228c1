import semver from 'semver'
import { type Problem, StaggerError, type Version } from '../words.js'
import { BUMPS, isBump } from './bump.js'
import type { Asked } from './next.js'

/** What was asked for on the command line, or by an action's inputs; null for what was not said. */
export interface AskedTexts {
  readonly bump: string | null
  readonly as: string | null
}

/** Reads what was asked for. Throws every problem at once. */
export const readAsked = ({ bump, as }: AskedTexts): Asked => {
  const problems = [
    ...(bump !== null && as !== null ? [both()] : []),
    ...(bump !== null && !isBump(bump) ? [noBump(bump)] : []),
    ...(as !== null && !isVersion(as) ? [noVersion(as)] : []),
  ]
  if (problems.length > 0) throw new StaggerError(...(problems as [Problem]))
  if (as !== null) return { kind: 'as', version: as as Version }
  return bump !== null && isBump(bump) ? { kind: 'bump', bump } : { kind: 'commits' }
}

/** As it stands: no `v`, and no `+build`, which the name of an image cannot hold. */
const isVersion = (text: string): boolean => semver.valid(text) === text

const refused = (code: string, problem: string, why: string, fix: string): Problem => ({
  code,
  fault: 'caller',
  problem,
  why,
  fix,
})

const both = (): Problem =>
  refused(
    'bump-and-as',
    '--bump and --as do not go together',
    '--bump says which number counts up, --as says the version itself',
    'leave one of them out',
  )

const noBump = (text: string): Problem =>
  refused(
    'unknown-bump',
    `${JSON.stringify(text)} is nothing that a version could count up`,
    `there are: ${BUMPS.join(', ')}`,
    'stagger tag SERVICE --bump minor',
  )

const noVersion = (text: string): Problem => {
  const close = semver.coerce(text, { includePrerelease: true })?.version
  return refused(
    'invalid-version',
    `${JSON.stringify(text)} is no version`,
    'a version is three numbers without v, perhaps with a pre-release, and nothing after a +: 2.0.0, 2.0.0-rc.1',
    close === undefined ? '--as 2.0.0' : `did you mean --as ${close}?`,
  )
}
