import type { Progress } from '../../platform/progress.js'
import { type BaseImage, ensureBaseImage } from './base-image.js'
import { type Engine, obtainEngine } from './engine.js'
import { type Registry, startRegistry } from './registry.js'

/** What a demo or a test stands on: an engine, an empty registry, a base image. */
export interface Ground {
  readonly engine: Engine
  readonly registry: Registry
  readonly baseImage: BaseImage
  /** Takes away what was started, and only that. */
  stop(): Promise<void>
}

export const layGround = async (progress: Progress): Promise<Ground> => {
  const undo: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const engine = await obtainEngine(progress)
    undo.push(engine.stop)
    const registry = await startRegistry(engine)
    undo.push(registry.stop)
    const baseImage = await ensureBaseImage(engine, progress)
    undo.push(baseImage.release)
    return { engine, registry, baseImage, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
