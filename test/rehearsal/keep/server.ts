import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RehearsalOptions } from '../../../src/rehearsal/serve.js'

const SERVER = fileURLToPath(new URL('../../bench/rollout/cluster.mjs', import.meta.url))

/** A cluster in a process of its own, that can be killed and taken up again from its state on disk. */
export interface Killable {
  readonly folder: string
  /** Starts it, or starts it again; answers with its endpoint. */
  serve(): Promise<string>
  kill(): Promise<void>
  /** The end that it brings about itself. */
  ended(): Promise<NodeJS.Signals | null>
  /** An orderly end. */
  close(): Promise<void>
  remove(): void
}

export const createKillable = (options: Partial<RehearsalOptions>): Killable => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'))
  let child: ChildProcess | undefined
  const isOver = (): boolean => !child || child.exitCode !== null || child.signalCode !== null
  const ended = async (): Promise<NodeJS.Signals | null> => {
    if (child && !isOver()) await once(child, 'exit')
    return child?.signalCode ?? null
  }
  return {
    folder,
    serve: async () => {
      child = fork(SERVER, [JSON.stringify({ ...options, state: folder })])
      const [told] = (await once(child, 'message')) as [{ endpoint: string }]
      return told.endpoint
    },
    kill: async () => {
      child?.kill('SIGKILL')
      await ended()
    },
    ended,
    close: async () => {
      if (child?.connected) child.disconnect()
      await ended()
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
