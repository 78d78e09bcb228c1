import { afterAll, describe } from '@jest/globals'
import { type Buildkit, startBuildkit } from '../ground/buildkit.js'
import { testGround } from '../ground/ground.js'
import { interrupting, losingBuilder } from './building/interrupted.js'

/** As build-interrupted.docker.test.ts says: `STAGGER_TEST_CUTS=all` cuts off at each request. */
describe('a build on a current BuildKit is cut off, and run again', () => {
  const ground = testGround()
  const { client } = ground.engine
  let buildkit: Buildkit | undefined
  afterAll(() => buildkit?.stop())
  interrupting(async () => {
    buildkit = await startBuildkit(ground)
    return { client, environment: buildkit.environment }
  }, ground)
  losingBuilder(async () => {
    const { environment, stop } = await startBuildkit(ground)
    return { builder: { client, environment }, kill: stop }
  }, ground)
})
