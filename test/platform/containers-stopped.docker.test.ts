import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from '@jest/globals'
import { testGround } from '../ground/ground.js'
import { docker } from '../rehearsal/ground/docker.js'

const NODE = 'node:24-slim'

/** Starts a container that never ends, in a program of its own that can be stopped. */
const PROGRAM = `
import { openContainers } from '${import.meta.dirname}/../../src/platform/containers.ts'
import { exitingWhenStopped } from '${import.meta.dirname}/../../src/main/signals.ts'
const [client, name] = process.argv.slice(1)
await exitingWhenStopped(() => openContainers({ client }).run({
  create: ['create', '--name=' + name, '${NODE}', 'node', '-e', 'console.log("up"); setInterval(() => {}, 1000)'],
  put: null,
  start: ['start', '--attach', name],
  inspect: ['inspect', name],
  take: null,
  remove: ['rm', '--force', '--volumes', name],
}, console.log))
`

test.each(['SIGTERM', 'SIGINT'] as const)(
  'a container is taken away where its run is stopped by %s',
  async (signal) => {
    const { engine } = testGround()
    const name = `stagger-test-stopped-${signal.toLowerCase()}-${process.pid}`
    const register = `${import.meta.dirname}/../typescript/register.mjs`
    const args = ['--import', register, '--input-type=module', '--eval', PROGRAM, engine.client, name]
    const child = spawn(process.execPath, args, { env: { ...process.env, ...engine.environment } })
    const [line] = await once(createInterface(child.stdout), 'line')
    expect(line).toBe('up')
    child.kill(signal)
    await once(child, 'exit')
    expect(await docker(engine, 'ps', '--all', '--quiet', '--filter', `name=${name}`)).toBe('')
  },
)
