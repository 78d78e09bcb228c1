import type { Turns } from '../../platform/git/git.js'
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
import { turnsFor, turnsOf } from './turns.js'

/** Runs that tag one unit at once give way to each other this often before one gives up. */
const TRIES = 30

/**
 * Makes the version's git tag, if it is this run's turn still. Whoever comes second reads again, and keeps what the first
 * one made or takes the next number.
 */
export const giveNumber = async (
  world: NumberWorld,
  prepared: Prepared,
  numbering: Numbering,
  changes: Changes,
  seen: Turns,
): Promise<Numbered> => {
  const { unit, found } = prepared
  let [now, turns] = [prepared, turnsFor(unit, seen)]
  for (let attempt = 1; ; attempt++) {
    const numbered = await numberOf(now, numbering, changes)
    if (numbered.kind === 'kept') return numbered
    const label = annotation({ ...numbered, name: unit.name })
    const name = tagName(unit.name, numbered.version)
    if ((await world.git.createTag(name, numbered.commit, label, turns)) === 'created') return numbered
    if (attempt === TRIES) throw new StaggerError(tagsBusy(unit.name, TRIES))
    await world.clock.sleep(20 * attempt)
    turns = await turnsOf(world.git, [unit])
    now = await prepare(world, unit, found, numbering, await tagsOf(world.git, [unit]))
  }
}
