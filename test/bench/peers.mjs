// Other programs that answer which services a commit changes. They are installed where the bench runs, into a cache folder of
// the user's; nothing of them is in this repository.
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { nx } from './peers/nx.mjs'
import { pathsFilter } from './peers/paths-filter.mjs'
import { turbo } from './peers/turbo.mjs'

const PEERS = [pathsFilter, nx, turbo]

/** Each with a way to ask it, or with why it is absent. */
export const installPeers = (options) => {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'stagger-bench')
  mkdirSync(cache, { recursive: true })
  return PEERS.map(({ name, install }) => {
    try {
      return { name, ...install(cache, options) }
    } catch (error) {
      return { name, absent: `it could not be installed: ${error.message.trim()}` }
    }
  })
}
