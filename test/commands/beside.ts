import { beforeAll, test } from '@jest/globals'
import pLimit from 'p-limit'
import type { RolloutStage } from './rollout-stage.js'

type Play<Stage> = (stage: Stage) => Promise<void>

const AT_ONCE = 12
const MOST = 300_000

/**
 * Tests that mostly wait are played several at once, each on a stage of its own, before the first of them is told. With
 * jest's `test.concurrent` nothing can be imported while another test has just ended, and the product imports when it needs.
 */
export const beside = <Stage extends RolloutStage>(open: () => Promise<Stage>) => {
  const plays = new Map<string, Play<Stage>>()
  const failed = new Map<string, unknown>()
  beforeAll(async () => {
    const turn = pLimit(AT_ONCE)
    const all = [...plays].map(([name, play]) =>
      turn(() => playOn(open, play)).catch((error: unknown) => void failed.set(name, error)),
    )
    await Promise.all(all)
  }, MOST)
  return (name: string, play: Play<Stage>): void => {
    plays.set(name, play)
    test(name, () => {
      if (failed.has(name)) throw failed.get(name)
    })
  }
}

const playOn = async <Stage extends RolloutStage>(
  open: () => Promise<Stage>,
  play: Play<Stage>,
): Promise<void> => {
  const stage = await open()
  try {
    await play(stage)
  } finally {
    await stage.close()
  }
}
