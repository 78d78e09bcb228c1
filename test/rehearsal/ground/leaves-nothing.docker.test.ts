import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { privateEngineNeeds } from '../../../src/rehearsal/ground/private-engine.js'
import { textFrom } from './docker.js'
import { sharedState, traces } from './traces.js'

/** A process that holds a private engine with a container in it, and a registry. */
const startOwner = async () => {
  const owner = spawn(process.execPath, [new URL('owner.mjs', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Like a terminal's foreground job: a group of its own, which Ctrl-C signals as a whole.
    detached: true,
  })
  const [line] = await once(createInterface(owner.stdout), 'line')
  return { owner, ...(JSON.parse(line) as { host: string; registry: string }) }
}

const WAYS_TO_END: [string, (owner: ChildProcess) => void][] = [
  ['stop', (owner) => owner.stdin?.end()],
  ['Ctrl-C', (owner) => process.kill(-(owner.pid as number), 'SIGINT')],
  ['SIGTERM', (owner) => owner.kill('SIGTERM')],
  ['kill -9', (owner) => owner.kill('SIGKILL')],
]

// Whoever may not start an engine has none to leave behind. In CI he may.
const here = process.env.CI === 'true' || (await privateEngineNeeds()) === null ? describe : describe.skip

here('a private engine', () => {
  test.each(WAYS_TO_END)('leaves nothing behind after %s', async (_, end) => {
    const before = sharedState()
    const { owner, host, registry } = await startOwner()
    expect(await textFrom('http://127.83.1.10:8182/')).toContain('served')
    expect(traces(host).map((trace) => trace.split(' ')[0])).toEqual(
      expect.arrayContaining(['folder', 'process', 'link', 'control']),
    )
    end(owner)
    await once(owner, 'exit')
    while (traces(host).length > 0) await sleep(50)
    await expect(fetch(`http://${registry}/v2/`)).rejects.toThrow()
    expect(sharedState()).toEqual(before)
  })
})
