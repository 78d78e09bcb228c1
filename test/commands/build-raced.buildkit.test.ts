import { afterAll, beforeAll, describe } from '@jest/globals'
import { type Buildkit, startBuildkit } from '../ground/buildkit.js'
import { testGround } from '../ground/ground.js'
import { racing } from './building/raced.js'

/** What an engine and what a current BuildKit make of the same inputs never has the same digest. */
describe('two processes that build with different builders', () => {
  const { engine, registry } = testGround()
  let buildkit: Buildkit
  beforeAll(async () => {
    buildkit = await startBuildkit({ engine, registry })
  })
  afterAll(() => buildkit?.stop())
  racing(
    () => [engine, { client: engine.client, environment: buildkit.environment }],
    () => registry.address,
  )
})
