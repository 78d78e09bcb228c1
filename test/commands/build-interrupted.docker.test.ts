import { describe } from '@jest/globals'
import { startEngine } from '../../src/rehearsal/ground/engine.js'
import { testGround } from '../ground/ground.js'
import { interrupting, losingBuilder } from './building/interrupted.js'

describe('a build on an engine is cut off, and run again', () => {
  const ground = testGround()
  interrupting(async () => ground.engine, ground)
  losingBuilder(async () => {
    const engine = await startEngine()
    return { builder: engine, kill: engine.stop }
  }, ground)
})
