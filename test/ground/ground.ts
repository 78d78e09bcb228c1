import type { Engine } from '../../src/rehearsal/ground/engine.js'
import type { Registry } from '../../src/rehearsal/ground/registry.js'

/** What jest's global set-up started and ends: tests share it, so what they put there carries names of their own. */
export interface TestGround {
  readonly engine: Omit<Engine, 'stop'>
  readonly registry: Omit<Registry, 'stop'>
}

/** For `*.docker.test.ts` and the end-to-end tests; the others have no ground. */
export const testGround = (): TestGround => {
  const ground = process.env.STAGGER_TEST_GROUND
  if (!ground) throw new Error('no engine was started for this test: name the file *.docker.test.ts')
  return JSON.parse(ground) as TestGround
}
