import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type Marks, openRunnerMarks } from '../../src/platform/marks.js'
import { type CacheService, startCacheService } from './cache-service.js'

const RUNNER = [
  'ACTIONS_RESULTS_URL',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_CACHE_SERVICE_V2',
  'RUNNER_TEMP',
  'GITHUB_WORKSPACE',
]
const before = RUNNER.map((name) => [name, process.env[name]] as const)

let service: CacheService
let folder: string
let warnings: string[]
let marks: Marks
beforeEach(async () => {
  // The library tells what it does on standard output, as commands of a runner.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  service = await startCacheService()
  folder = mkdtempSync(join(tmpdir(), 'stagger-cache-test-'))
  Object.assign(process.env, {
    ACTIONS_RESULTS_URL: service.url,
    ACTIONS_RUNTIME_TOKEN: 'token',
    ACTIONS_CACHE_SERVICE_V2: 'true',
    RUNNER_TEMP: folder,
    GITHUB_WORKSPACE: folder,
  })
  warnings = []
  const opened = await openRunnerMarks({ progress: { warn: (line) => warnings.push(line) } })
  if (!opened) throw new Error('there is no cache')
  marks = opened
})
afterEach(async () => {
  jest.restoreAllMocks()
  for (const [name, value] of before)
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  rmSync(folder, { recursive: true })
  await service.stop()
})

const KEY = `stagger-tested-v1-${'a'.repeat(64)}`

describe('marks on the cache of a runner', () => {
  test('are there once they were put, and found without being fetched', async () => {
    expect(await marks.has(KEY)).toBe(false)
    await marks.put(KEY)
    expect(service.keys()).toEqual([KEY])
    expect(await marks.has(KEY)).toBe(true)
    expect(await marks.has(KEY.replace('a', 'b'))).toBe(false)
    expect(service.calls).not.toContain('GET')
    expect(warnings).toEqual([])
  })

  test('may be put twice, by two that race', async () => {
    await Promise.all([marks.put(KEY), marks.put(KEY)])
    await marks.put(KEY)
    expect(await marks.has(KEY)).toBe(true)
  })

  test.each(['forbidden', 'broken'] as const)('are done without where the service is %s', async (mode) => {
    service.mode = mode
    expect(await marks.has(KEY)).toBe(false)
    await marks.put(KEY)
    service.mode = 'well'
    expect(await marks.has(KEY)).toBe(false)
  })

  test('are no longer asked for once one was waited for too long', async () => {
    const asked: string[] = []
    const silent = await openRunnerMarks({
      progress: { warn: (line) => warnings.push(line) },
      clock: { sleep: async () => {} },
      load: async () => ({
        isFeatureAvailable: () => true,
        restoreCache: (_, key) => {
          asked.push(key)
          return new Promise(() => {})
        },
        saveCache: async () => 1,
      }),
    })
    expect(await silent?.has(KEY)).toBe(false)
    expect(await silent?.has(KEY)).toBe(false)
    expect(asked).toHaveLength(1)
    expect(warnings).toEqual([expect.stringContaining('does not answer')])
  })
})

test('where this is no runner there is no cache', async () => {
  delete process.env.ACTIONS_RESULTS_URL
  expect(await openRunnerMarks({ progress: { warn: () => {} } })).toBeNull()
})
