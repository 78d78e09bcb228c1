import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { openCompose } from '../../src/platform/compose.js'
import { testGround } from '../ground/ground.js'

describe('Docker Compose', () => {
  test('is found, as the plugin or as the program of its own', async () => {
    const { client, environment } = testGround().engine
    expect(await openCompose({ client, environment }).check()).toMatch(/^v?\d+\.\d+/)
  })

  test('that is missing is refused by its name, with what to install', async () => {
    const { client, environment } = testGround().engine
    const nowhere = { ...environment, PATH: '/nowhere', DOCKER_CONFIG: '/nowhere', HOME: '/nowhere' }
    const plugin = await openCompose({ client, environment: nowhere })
      .check()
      .catch((error) => error.problems)
    // A plugin that stands where the client itself looks cannot be hidden from it.
    if (typeof plugin === 'string') return expect(plugin).toMatch(/^v?2|^\d/)
    expect(plugin).toMatchObject([{ code: 'no-compose', fix: expect.stringContaining('apt-get install') }])
  })

  test('an engine that does not answer is told as such', async () => {
    const { client, environment } = testGround().engine
    const compose = openCompose({
      client,
      environment: { ...environment, DOCKER_HOST: 'unix:///nowhere.sock' },
    })
    const folder = mkdtempSync(join(tmpdir(), 'stagger-compose-test-'))
    const file = join(folder, 'compose.yaml')
    writeFileSync(file, 'services: { tests: { image: "node:24-slim" } }\n')
    const base = ['--project-name', 'stagger-test-nowhere', '--file', file]
    const call = (...args: string[]) => [...base, ...args]
    const run = compose.run({
      up: call('up', '--detach', 'tests'),
      containers: call('ps', '--quiet'),
      tested: call('ps', '--quiet', 'tests'),
      logs: call('logs'),
      down: call('down'),
      take: () => null,
      env: {},
    })
    await expect(run).rejects.toMatchObject({ problems: [{ code: 'no-docker-engine' }] })
    rmSync(folder, { recursive: true })
  })
})
