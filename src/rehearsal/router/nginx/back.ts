import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Target } from '../target.js'
import { type Slot, slotsPaper, WORKERS } from './paper.js'
import { askSocket, createNginx } from './process.js'

/** How long a worker is waited for that answers by the old paper what it had taken: a long stream may keep one. */
const SETTLES_MILLISECONDS = 5000

/** The nginx behind the doors: who stands in its slots. */
export interface Back {
  /** Resolves when whoever comes from now on meets those that are wanted. */
  place(wanted: readonly Slot[]): Promise<void>
  /** The socket of the slot that leads to a target; undefined where none does. */
  socketTo(target: Target): string | undefined
  /** Nobody goes by an older paper any more, or was waited for long enough. */
  isSettled(): boolean
  stop(): Promise<void>
}

/** `isClosing`: nobody waits any more for those who come. */
export const createBack = (folder: string, isClosing: () => boolean): Back => {
  const nginx = createNginx(folder, 'slots')
  let written = readPaper(folder)
  let generation = Number(written?.match(/return 200 "(\d+)"/)?.[1] ?? 0)
  let placed: readonly Slot[] = []
  let settlesBy = 0

  /** An old worker says that it shuts down before it takes no more: whoever comes now meets the new paper. */
  const isTaken = async (): Promise<boolean> =>
    (await askSocket(join(folder, 'generation.sock'))) === String(generation) &&
    nginx.workers().filter((title) => !title.includes('shutting down')).length <= WORKERS
  return {
    async place(wanted) {
      placed = wanted
      if (slotsPaper(folder, wanted, generation) === written) return
      generation += 1
      written = slotsPaper(folder, wanted, generation)
      await nginx.follow(written)
      while (!isClosing() && !(await isTaken())) await wait(20)
      settlesBy = Date.now() + SETTLES_MILLISECONDS
    },
    socketTo(target) {
      const slot = placed.find(({ targets }) => targets.includes(target))
      return slot && join(folder, `${slot.name}.sock`)
    },
    isSettled: () => nginx.workers().length <= WORKERS || Date.now() >= settlesBy,
    stop: () => nginx.stop(),
  }
}

const readPaper = (folder: string): string | undefined => {
  try {
    return readFileSync(join(folder, 'slots.conf'), 'utf8')
  } catch {
    return undefined
  }
}
