import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from './engine.js'
import { attempt } from './programs.js'

const SECONDS = 15

/** Takes the images of a registry that is going away out of an engine that stays, as soon as no container uses them. */
export const forgetImages = async (engine: Engine, prefix: string): Promise<void> => {
  if (engine.private) return
  const docker = (...args: readonly string[]) =>
    attempt([engine.client, ...args], { environment: engine.environment, seconds: 60 })
  for (const deadline = Date.now() + SECONDS * 1000; Date.now() < deadline; await sleep(200)) {
    const { stdout } = await docker(...LIST, '--filter', `reference=${prefix}/*`)
    const names = stdout.split(/\s+/).filter((name) => name !== '' && !name.includes('<none>'))
    if (names.length === 0) return
    // By name and without force: forced, an image that is in use loses its names and stays, and nobody finds it.
    await docker('image', 'rm', ...names)
  }
}

/** What runs was pulled by digest, and has no other name. */
const LIST = ['image', 'ls', '--digests', '--format', '{{.Repository}}:{{.Tag}} {{.Repository}}@{{.Digest}}']
