import { openDocker } from '../../src/platform/docker.js'
import { openRegistry } from '../../src/platform/registry.js'
import { layGround } from '../../src/rehearsal/ground/ground.js'
import { dockerContract } from './docker.contract.js'

const quiet = { say: () => {}, warn: () => {}, group: () => {} }

dockerContract(
  'Docker',
  async () => {
    const { engine, registry, stop } = await layGround(quiet)
    return {
      docker: openDocker({ client: engine.client, environment: engine.environment }),
      registry: openRegistry(),
      repository: `${registry.address}/contract/docker`,
      stop,
    }
  },
  120,
)
