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
export const currentLedger = async (git: Git, fresh: boolean): Promise<Ledger> =>
  ledgerOf(git, await ledgerAt(git, fresh))

const ledgerOf = async (git: Git, at: Oid | null): Promise<Ledger> =>
  at ? readLedger(git, await git.treeOf(at)) : EMPTY_LEDGER

const ledgerAt = async (git: Git, fresh: boolean): Promise<Oid | null> => {
  const here = await git.ref(LEDGER_REF)
  if (here && !fresh) return here
  return (await git.fetchRef(LEDGER_REF)) ?? git.ref(LEDGER_REF)
}

interface LedgerWorld {
  readonly git: Git
  readonly clock: Clock
}

export interface Writing {
  readonly files: FileChanges
  /** What the ledger's history says of it. */
  readonly message: string
}

/** Writes entries by compare-and-set: whoever was first keeps his, and ours go on top. */
export const recordLedger = (world: LedgerWorld, files: FileChanges, message: string): Promise<void> =>
  updateLedger(world, () => ({ files, message }))

/** The same, where what is written depends on what others wrote meanwhile; null where nothing is left to write. */
export const updateLedger = async (
  { git, clock }: LedgerWorld,
  decide: (now: Ledger) => Writing | null | Promise<Writing | null>,
): Promise<void> => {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const at = await ledgerAt(git, true)
    const writing = await decide(await ledgerOf(git, at))
    if (writing === null) return
    const update = await git.updateRef(LEDGER_REF, at, writing.files, writing.message)
    if (update.kind === 'done') return
    await clock.sleep(Math.min(20 * attempt, LONGEST_PAUSE))
  }
  throw new StaggerError({
    code: 'ledger-busy',
    fault: 'world',
    problem: 'the ledger could not be written',
    why: `other runs moved ${LEDGER_REF} ${TRIES} times in a row`,
    fix: 'run the command again: what was built and deployed is found again and not repeated',
  })
}
