import { BACKSTAGE } from '../backstage/door.js'
import type { Scene } from './scene.js'

/** Asks a cluster, wherever it is served, what there is to see of it. */
export const lookAt =
  (endpoint: string): (() => Promise<Scene>) =>
  async () =>
    (await (await fetch(`${endpoint}${BACKSTAGE}view`)).json()) as Scene
