import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who a cluster is, over the processes that play it: whose its containers are, and where it is asked. */
export interface Identity {
  readonly owner: string
  readonly port?: number
}

const fileIn = (folder: string): string => join(folder, 'cluster.json')

export const identityIn = (folder: string | undefined): Identity => {
  if (folder === undefined) return { owner: randomUUID() }
  try {
    return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Identity
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return { owner: randomUUID() }
  }
}

export const writeIdentity = (folder: string | undefined, identity: Identity): void => {
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(fileIn(folder), JSON.stringify(identity), { mode: 0o600 })
}

export const forgetIdentity = (folder: string | undefined): void => {
  if (folder !== undefined) rmSync(fileIn(folder), { force: true })
}
