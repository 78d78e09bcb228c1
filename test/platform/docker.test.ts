import { describe, expect, test } from '@jest/globals'
import { openDocker } from '../../src/platform/docker.js'
import type { Processes, Run } from '../../src/platform/process.js'
import { VirtualClock } from './clock.js'
import { dockerContract } from './docker.contract.js'
import { inMemoryDocker } from './docker.js'
import { inMemoryRegistry } from './registry.js'

dockerContract('memory', async () => {
  const registry = inMemoryRegistry()
  return {
    docker: inMemoryDocker(registry),
    registry,
    repository: '127.0.0.1:5000/contract',
    stop: async () => {},
  }
})

const answering =
  (answers: Readonly<Record<string, Partial<Run>>>): Processes =>
  async ([, command = '']) => ({ code: 0, stdout: '', stderr: '', ...answers[command] })

const versions = (client: string, server: object | null) =>
  JSON.stringify({ Client: { Version: client }, Server: server })

// What real clients print: 20.10.24 and 28.2.2, with and without an engine, with and without buildx.
describe('what is missing is found out first', () => {
  const missing: Processes = async () => {
    throw Object.assign(new Error('Unable to locate executable file: docker'), { code: 'ENOENT' })
  }
  const noEngine = {
    code: 1,
    stdout: versions('20.10.24+dfsg1', null),
    stderr: 'Cannot connect to the Docker daemon at unix:///nope.sock. Is the docker daemon running?\n',
  }
  const noBuildx = {
    version: { stdout: versions('28.2.2', { Version: '20.10.24' }) },
    buildx: { code: 1, stderr: 'docker: unknown command: docker buildx' },
  }
  const denied = {
    code: 1,
    stderr:
      'Got permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
  }
  test.each([
    ['no client', missing, 'no-docker', /PATH/, /install Docker/],
    [
      'no engine',
      answering({ version: noEngine }),
      'no-docker-engine',
      /unix:\/\/\/nope\.sock$/,
      /DOCKER_HOST/,
    ],
    ['no permission', answering({ version: denied }), 'no-docker-engine', /docker\.sock/, /group docker/],
    ['no buildx', answering(noBuildx), 'docker-without-buildx', /plugin/, /docker-buildx/],
  ])('%s', async (_, run, code, why, fix) => {
    await expect(openDocker({ run }).check()).rejects.toMatchObject({
      problems: [{ code, fault: 'caller', why: expect.stringMatching(why), fix: expect.stringMatching(fix) }],
    })
  })

  test('a new client with buildx will do', async () => {
    const run = answering({ version: { stdout: versions('28.2.2', { Version: '28.2.2' }) } })
    expect(await openDocker({ run }).check()).toMatchObject({ client: '28.2.2', engine: '28.2.2' })
  })

  test('an engine that goes away during a build is no failed build', async () => {
    const docker = openDocker({ run: answering({ build: noEngine }) })
    await expect(docker.build(['build', '.'])).rejects.toMatchObject({
      problems: [{ code: 'no-docker-engine' }],
    })
  })
})

test.each([
  'received unexpected HTTP status: 500 Internal Server Error',
  // Two that push the same layer at once.
  'errors:\ndigest invalid\nmanifest blob unknown: blob unknown to registry\n',
])('a push that fails in passing is tried again: %j', async (stderr) => {
  const answers = [{ code: 1, stdout: '', stderr }]
  const run: Processes = async () => answers.pop() ?? { code: 0, stdout: '', stderr: '' }
  await openDocker({ run, clock: new VirtualClock() }).push('127.0.0.1:1/x:1')
  expect(answers).toEqual([])
})

test.each([
  ['denied: requested access to the resource is denied', 'caller', /docker login/],
  [
    'Get "http://127.0.0.1:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused',
    'world',
    /registry runs/,
  ],
])('a push that ends with %j is the fault of the %s', async (stderr, fault, fix) => {
  const docker = openDocker({ run: answering({ push: { code: 1, stderr } }) })
  await expect(docker.push('127.0.0.1:1/x:1')).rejects.toMatchObject({
    problems: [{ code: 'push-refused', fault, why: stderr, fix: expect.stringMatching(fix) }],
  })
})
