import { describe } from '@jest/globals'
import { testGround } from '../ground/ground.js'
import { racing } from './building/raced.js'

describe('two processes that build with one engine', () => {
  const { engine, registry } = testGround()
  racing(
    () => [engine, engine],
    () => registry.address,
  )
})
