import { tagsBusy } from '../../version/problems.js'
import { annotation, tagName } from '../../version/release.js'
import { StaggerError } from '../../words.js'
import type { Changes } from './changes.js'
import {
  type Numbered,
  type Numbering,
  type NumberWorld,
  numberOf,
  type Prepared,
  prepare,
} from './number.js'
import { tagsOf } from './releases.js'

/** Runs that tag one unit at once give way to each other this often before one gives up. */
const TRIES = 30

/** Makes the version's git tag. The tag is the lock: whoever comes second reads again, and keeps it or takes the next one. */
export const giveNumber = async (
  world: NumberWorld,
  prepared: Prepared,
  numbering: Numbering,
  changes: Changes,
): Promise<Numbered> => {
  if (prepared.kept) return numberOf(prepared, numbering, changes)
  const { unit, found } = prepared
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const now = await prepare(world, unit, found, numbering, await tagsOf(world.git, [unit]))
    const numbered = await numberOf(now, numbering, changes)
    if (numbered.kind === 'kept') return numbered
    const label = annotation({ ...numbered, name: unit.name })
    const made = await world.git.createTag(tagName(unit.name, numbered.version), numbered.commit, label)
    if (made === 'created') return numbered
    await world.clock.sleep(20 * attempt)
  }
  throw new StaggerError(tagsBusy(unit.name, TRIES))
}
