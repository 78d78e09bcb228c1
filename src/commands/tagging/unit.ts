import type { Ledger } from '../../ledger/read.js'
import type { Tag, Turns } from '../../platform/git/git.js'
import { imageOfMain } from '../../version/problems.js'
import { isStable } from '../../version/release.js'
import type { TaggedService } from '../../version/result.js'
import type { Unit } from '../../version/unit.js'
import { type Problem, StaggerError } from '../../words.js'
import type { Changes } from './changes.js'
import { giveNumber } from './give.js'
import { findImages, gathered } from './images.js'
import { type Numbered, type Numbering, numberOf, type Prepared, prepare } from './number.js'
import { nameImages, releaseOnGitHub, repositoriesOfMain } from './publish.js'
import type { Released } from './record.js'
import type { TagRequest, TagWorld } from './request.js'
import { failedRows, rowsOf, waitingRows } from './rows.js'

/** What all units of a run have in common. */
export type Circumstances = TagRequest &
  Numbering & { readonly ledger: Ledger; readonly tags: readonly Tag[]; readonly turns: Turns }
/** A unit whose images were found, or why not. */
export type Ready = Prepared | { readonly unit: Unit; readonly problem: Problem }

export const prepareUnit = (world: TagWorld, unit: Unit, circumstances: Circumstances): Promise<Ready> => {
  const { ledger, prefix, pullRequest, channel } = circumstances
  return orProblem(unit, async () => {
    const there = await findImages(world.registry, unit, ledger, prefix, pullRequest)
    const found = channel === null ? there : gathered(there, prefix)
    return prepare(world, unit, found, circumstances, circumstances.tags)
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

export interface Tagged {
  readonly rows: readonly TaggedService[]
  readonly released: readonly Released[]
}

/** Gives a unit its version, and makes up what an earlier run of it left undone. */
export const tagUnit = async (
  world: TagWorld,
  ready: Ready,
  circumstances: Circumstances,
  changes: Changes,
): Promise<Tagged> => {
  if ('problem' in ready) return { rows: failedRows(ready.unit, ready.problem), released: [] }
  const ofMain = ofMainHere(ready, circumstances)
  if (ofMain.length > 0) return { rows: leftToMain(ready, ofMain, circumstances), released: [] }
  const made = await orProblem(ready.unit, () => numberUnit(world, ready, circumstances, changes))
  if ('problem' in made) return { rows: failedRows(made.unit, made.problem), released: [] }
  const { unit } = ready
  const release =
    circumstances.githubRelease && isToMake(made, circumstances)
      ? await orProblem(unit, () => releaseOnGitHub(world, unit, made))
      : null
  return { rows: rowsOf(unit, made, circumstances.dryRun, release), released: releasedBy(ready, made) }
}

/** On a branch of pre-releases, where images without a version are the main branch's to name. */
const ofMainHere = ({ found, kept }: Prepared, { channel, prefix }: Circumstances): readonly string[] =>
  channel === null || kept ? [] : repositoriesOfMain(found, prefix)

/** Who asks for this one is told why it gets none; among all of them it is as it should be. */
const leftToMain = (
  prepared: Prepared,
  ofMain: readonly string[],
  { services, asked }: Circumstances,
): readonly TaggedService[] =>
  services.length > 0 || asked.kind === 'as'
    ? failedRows(prepared.unit, imageOfMain(prepared.unit.name, ofMain))
    : waitingRows(prepared)

/** Of a stable version a branch's run makes nothing: the run that everybody trusts did. */
const isToMake = (made: Numbered, { dryRun, channel }: Circumstances): boolean =>
  !dryRun && (channel === null || !isStable(made))

const releasedBy = ({ unit, found }: Prepared, { images, version, commit }: Numbered): readonly Released[] =>
  [...images].map(([service, { digest, fingerprint }]) => ({
    ...{ service, group: unit.group, version, digest, fingerprint, commit },
    repository: found.get(service)?.repository ?? '',
  }))

const numberUnit = async (
  world: TagWorld,
  prepared: Prepared,
  circumstances: Circumstances,
  changes: Changes,
): Promise<Numbered> => {
  const { found, unit } = prepared
  if (circumstances.dryRun) return numberOf(prepared, circumstances, changes)
  const numbered = await giveNumber(world, prepared, circumstances, changes, circumstances.turns)
  if (isToMake(numbered, circumstances)) await nameImages(world, found, numbered)
  if (numbered.kind === 'new') world.progress.say(`${unit.name}: ${numbered.version}`)
  return numbered
}
