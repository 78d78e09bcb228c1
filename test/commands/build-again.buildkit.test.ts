import { afterAll, describe } from '@jest/globals'
import { type Buildkit, startBuildkit } from '../ground/buildkit.js'
import { testGround } from '../ground/ground.js'
import { buildingAgain } from './building/again.js'

describe('the shop, built again and again on a current BuildKit', () => {
  const ground = testGround()
  let buildkit: Buildkit | undefined
  afterAll(() => buildkit?.stop())
  buildingAgain(
    async () => {
      buildkit = await startBuildkit(ground)
      return { client: ground.engine.client, environment: buildkit.environment }
    },
    () => ground.registry.address,
  )
})
