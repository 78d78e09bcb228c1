import type { Docker } from '../../platform/docker.js'
import type { Image } from './store.js'

/** How a build finds the images of other services. */
export interface Provider {
  /** Lets builds find an image by the name that a Dockerfile calls it; what it returns are contexts of the build. */
  provide(image: Image, reference: string): Promise<Readonly<Record<string, string>>>
  /** Takes the names away that were provided. */
  release(): Promise<void>
}

/**
 * Without named contexts the engine has to hold the image under that name. A name that it held already stays, and stands
 * for what these sources give, as after `docker compose build`.
 */
export const provider = (docker: Docker, fromRegistry: boolean): Provider => {
  const given = new Set<string>()
  const remember = async (reference: string) => {
    if (!(await docker.holds(reference))) given.add(reference)
  }
  return {
    provide: async ({ image }, reference) => {
      if (fromRegistry) {
        await remember(image)
        await docker.pull(image)
      }
      await remember(reference)
      await docker.name(image, reference)
      return {}
    },
    release: async () => {
      for (const reference of given) await docker.forget(reference)
    },
  }
}
