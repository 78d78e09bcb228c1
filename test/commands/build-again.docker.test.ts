import { describe } from '@jest/globals'
import { testGround } from '../ground/ground.js'
import { buildingAgain } from './building/again.js'

describe('the shop, built again and again on an engine', () => {
  const { engine, registry } = testGround()
  buildingAgain(
    async () => engine,
    () => registry.address,
  )
})
