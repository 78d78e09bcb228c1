import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'

jest.setTimeout(60_000)

const progress = { say: () => {}, warn: () => {}, group: () => {} }
const folder = mkdtempSync(join(tmpdir(), 'stagger-conformance-'))
const script = fileURLToPath(new URL('../judge/conformance.mjs', import.meta.url))
let rehearsal: Rehearsal

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow' })
})

afterAll(async () => {
  await rehearsal.close()
  rmSync(folder, { recursive: true })
})

const run = (...args: string[]) =>
  new Promise<{ code: number; stdout: string }>((resolve) => {
    execFile(process.execPath, ['--no-warnings', script, ...args], (error, stdout) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout }),
    )
  })

describe('the script that compares with real AWS', () => {
  test('sees the same twice, and tells what differs', async () => {
    const first = await run('--endpoint', rehearsal.endpoint)
    const seen = JSON.parse(first.stdout) as Record<string, unknown>
    expect(Object.keys(seen).length).toBeGreaterThan(55)
    expect(seen).toMatchObject({
      'canaryConfiguration.canaryPercent 0.1': 'accepted',
      'canaryConfiguration.canaryPercent 0.15': 'InvalidParameterException',
      'linearConfiguration.stepPercent 2.9': 'InvalidParameterException',
      'eleven pauses': 'InvalidParameterException',
      'a pause at POST_SCALE_UP': 'accepted',
      'a service that is not there': ['MISSING'],
    })
    const same = join(folder, 'same.json')
    writeFileSync(same, first.stdout)
    const compared = await run('--endpoint', rehearsal.endpoint, '--compare', same)
    expect({ ...compared, stdout: JSON.parse(compared.stdout) as unknown }).toMatchObject({
      code: 0,
      stdout: { differences: 0 },
    })
    const other = join(folder, 'other.json')
    writeFileSync(other, JSON.stringify({ ...seen, 'no room': 'accepted' }))
    const differing = await run('--endpoint', rehearsal.endpoint, '--compare', other)
    expect(differing.code).toBe(1)
    expect(differing.stdout).toMatch(/^no room: rehearsed "InvalidParameterException", there "accepted"\n/)
  })

  test('needs to be told where', async () => {
    expect((await run()).code).toBe(2)
  })
})
