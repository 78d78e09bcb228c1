import { describe } from '@jest/globals'
import { startEngine } from '../../src/rehearsal/ground/engine.js'
import { testGround } from '../ground/ground.js'
import { interrupting, losingBuilder } from './building/interrupted.js'

/**
 * Cut off at the first request of each kind that a whole run makes, and at the last, counted at a proxy before the
 * registry. At each request, which takes some minutes:
 *
 *     STAGGER_TEST_CUTS=all npm test -- test/commands/build-interrupted
 */
describe('a build on an engine is cut off, and run again', () => {
  const ground = testGround()
  interrupting(async () => ground.engine, ground)
  losingBuilder(async () => {
    const engine = await startEngine()
    return { builder: engine, kill: engine.stop }
  }, ground)
})
