import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from '@jest/globals'
import { loadArguments, spawnLoad } from '../../../src/rehearsal/load/process.js'
import { StaggerError } from '../../../src/words.js'
import { answer, startBackend, stopBackends } from './servers.js'

afterEach(stopBackends)

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const entry = [
  process.execPath,
  '--import',
  pathToFileURL(here('typescript.mjs')).href,
  here('child.ts'),
] as const

const options = (url: string) => ({ url, rate: 200, connections: 4, body: '{"text":"tea"}' })

/** The server decides when it has seen enough: no clock does. */
const seen = async (count: number) => {
  const enough = new EventEmitter()
  const backend = await startBackend((request, response, arrival) => {
    answer(request, response, arrival)
    if (arrival === count) enough.emit('seen')
  })
  return { ...backend, seen: once(enough, 'seen') }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('a load in a process of its own', () => {
  test('runs until it is told to stop, and reports', async () => {
    const backend = await seen(50)
    const load = await spawnLoad(entry, options(backend.url))
    await backend.seen
    const report = await load.stop()
    expect(report.sent).toBeGreaterThanOrEqual(50)
    expect(report).toMatchObject({ ok: report.sent, failed: 0, byVersion: { '1.0.0': report.sent } })
    expect(backend.arrivals.size).toBe(report.sent)
    expect(await load.stop()).toEqual(report)
    expect(isAlive(load.pid)).toBe(false)
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('ends with one line of JSON on %s', async (signal) => {
    const backend = await seen(20)
    const [program, ...args] = entry
    const child = spawn(program, [...args, ...loadArguments(options(backend.url))])
    const output = child.stdout.toArray()
    await backend.seen
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
    const lines = (await output).join('').trimEnd().split('\n')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] as string)).toMatchObject({ failed: 0, sent: backend.arrivals.size })
  })

  test('does not outlive its parent', async () => {
    const backend = await seen(20)
    const parent = `import(${JSON.stringify(pathToFileURL(here('../../../src/rehearsal/load/process.ts')).href)})
      .then(({ spawnLoad }) => spawnLoad(JSON.parse(process.argv[1]), JSON.parse(process.argv[2])))
      .then(({ pid }) => console.log(pid))`
    const [program, ...flags] = entry
    const given = [JSON.stringify(entry), JSON.stringify(options(backend.url))]
    const child = spawn(program, [...flags.slice(0, 2), '-e', parent, '--', ...given])
    const [pid] = await once(child.stdout, 'data')
    await backend.seen
    child.kill('SIGKILL')
    while (isAlive(Number(pid))) await sleep(20)
    expect(isAlive(Number(pid))).toBe(false)
  })

  test('does not start where the options are wrong', async () => {
    await expect(spawnLoad(entry, options('http://example.com/'))).rejects.toThrow(StaggerError)
  })

  test('a process that fails says what it said', async () => {
    const command = [process.execPath, '-e', 'console.error("no such thing"); process.exit(3)', '--'] as const
    await expect(spawnLoad(command, options('http://127.0.0.1:9/'))).rejects.toThrow(
      /ended with 3: no such thing/,
    )
    await expect(spawnLoad(['/no/such/program'], options('http://127.0.0.1:9/'))).rejects.toThrow(/ENOENT/)
  })
})
