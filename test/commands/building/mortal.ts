import { FOLDER_ONLY, type Kept, keep } from '../../../src/rehearsal/ground/keeper.js'
import { type Registry, startRegistry } from '../../../src/rehearsal/ground/registry.js'
import type { TestGround } from '../../ground/ground.js'

/** A registry that can be killed, and comes back with what it had on its disk. */
export const openMortal = async (engine: TestGround['engine']) => {
  const storage: Kept = keep({ script: FOLDER_ONLY })
  const live = () => startRegistry(engine, `${storage.folder}/images`)
  let life: Registry | null = await live()
  const kill = async () => {
    const { stop } = life ?? {}
    life = null
    await stop?.()
  }
  return {
    /** Nobody listens at the other one. */
    address: () => life?.address ?? '127.0.0.1:9',
    /** What a load balancer says for it. */
    status: () => (life === null ? 502 : null),
    kill,
    revive: async () => {
      life ??= await live()
    },
    close: async () => {
      await kill()
      await storage.stop()
    },
  }
}
