import { openRegistry } from '../../src/platform/registry.js'
import { layGround } from '../../src/rehearsal/ground/ground.js'
import { pushTo } from './registry/push.js'
import { registryContract } from './registry.contract.js'

const quiet = { say: () => {}, warn: () => {}, group: () => {} }

registryContract('docker-registry', async () => {
  const { registry, stop } = await layGround(quiet)
  return {
    registry: openRegistry(),
    repository: `${registry.address}/contract/registry`,
    push: pushTo(`http://${registry.address}/v2/contract/registry`),
    stop,
  }
})
