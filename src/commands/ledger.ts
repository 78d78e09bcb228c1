import { LEDGER_REF } from '../ledger/entries.js'
import { EMPTY_LEDGER, type Ledger, readLedger } from '../ledger/read.js'
import type { Clock } from '../platform/clock.js'
import type { FileChanges, Git } from '../platform/git/git.js'
import { type Oid, StaggerError } from '../words.js'

/** Of those that write at once one always gets through, so this many may do so before one gives up. */
const TRIES = 40
/** In milliseconds. */
const LONGEST_PAUSE = 400

/**
 * The ledger as it stands. `fresh` asks the remote first; else it is asked only where the ledger is not here yet,
 * so that planning on a laptop needs no network.
 */
export const currentLedger = async (git: Git, fresh: boolean): Promise<Ledger> => {
  const at = await ledgerAt(git, fresh)
  return at ? readLedger(git, await git.treeOf(at)) : EMPTY_LEDGER
}

const ledgerAt = async (git: Git, fresh: boolean): Promise<Oid | null> => {
  const here = await git.ref(LEDGER_REF)
  if (here && !fresh) return here
  return (await git.fetchRef(LEDGER_REF)) ?? git.ref(LEDGER_REF)
}

/** Writes entries by compare-and-set: whoever was first keeps his, and ours go on top. */
export const recordLedger = async (
  world: { readonly git: Git; readonly clock: Clock },
  changes: FileChanges,
  message: string,
): Promise<void> => {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const update = await world.git.updateRef(LEDGER_REF, await ledgerAt(world.git, true), changes, message)
    if (update.kind === 'done') return
    await world.clock.sleep(Math.min(20 * attempt, LONGEST_PAUSE))
  }
  throw new StaggerError({
    code: 'ledger-busy',
    fault: 'world',
    problem: 'the ledger could not be written',
    why: `other runs moved ${LEDGER_REF} ${TRIES} times in a row`,
    fix: 'run the command again: what was built and deployed is found again and not repeated',
  })
}
