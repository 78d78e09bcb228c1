import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { parse } from 'yaml'
import { systemClock } from '../../src/platform/clock.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { type RefusingRegistry, refusingRegistry } from '../cli/registry-server.js'
import { type Recorder, recordBefore } from '../commands/recorder.js'
import { bareOrigin, type Origin } from '../e2e/origin.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'
import { createShop } from '../rehearsal/shop.js'
import { type Clients, clientsOf, definition, followNewest } from '../rehearsal/stage.js'

jest.setTimeout(180_000)

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'stagger-cancelled-'))
const files = (name: string) => join(folder, name)
let rehearsal: Rehearsal
let clients: Clients
let recorder: Recorder
let registry: RefusingRegistry
let repository: Repository
let origin: Origin

const environment = (name: string, onCancel: string) => `  ${name}:
    region: eu-central-1
    endpoint: ${recorder.endpoint}
    cluster: demo
    service: cart
    taskDefinition: task.json
    strategy: blue-green
    bakeMinutes: 60
    onCancel: ${onCancel}
`
/** Each commit is another configuration, so that each run has something to deploy. */
const commit = (version: string) => {
  const task = definition(version, { image: '{image}' })
  repository.commit({
    'stagger.yml': `registry: ${registry.prefix}\nenvironments:\n${environment('back', 'rollback')}${environment('on', 'leave')}`,
    'task.json': JSON.stringify(task),
    'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
    'cart/app.txt': 'cart\n',
  })
  repository.git('push', '--quiet', '--force', 'origin', 'main')
}

beforeAll(async () => {
  rehearsal = await serveRehearsal({
    progress: { say: () => {}, warn: (line) => void process.stderr.write(`${line}\n`), group: () => {} },
    tasks: 'hollow',
    requestsPerStep: 0,
  })
  clients = clientsOf(rehearsal.endpoint)
  await createShop(clients)
  recorder = await recordBefore(rehearsal.endpoint)
  registry = await refusingRegistry(200, '{}')
  repository = temporaryRepository()
  origin = bareOrigin(repository.directory)
}, 60_000)

afterAll(async () => {
  clients?.destroy()
  await registry?.close()
  await recorder?.close()
  await rehearsal?.close()
  origin?.remove()
  repository?.remove()
  rmSync(folder, { recursive: true, force: true })
})

const STOP = 'ecs:StopServiceDeployment'
const answers = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']

/** What the main step saved, as the runner hands it to the post step. */
const saved = (): Record<string, string> =>
  Object.fromEntries(
    [...readFileSync(files('GITHUB_STATE'), 'utf8').matchAll(/^(\S+?)<<(\S+)\n([\s\S]*?)\n?\2$/gm)].map(
      ([, name, , value]) => [`STATE_${name}`, value ?? ''],
    ),
  )

/** A phase of the action as a runner starts it: its inputs, the files through which it answers, what was saved. */
const start = (phase: 'main' | 'post', place: string): ChildProcess => {
  const state = phase === 'post' ? saved() : {}
  for (const name of answers.filter((one) => phase === 'main' || one !== 'GITHUB_STATE'))
    writeFileSync(files(name), '')
  writeFileSync(files('event.json'), JSON.stringify({ repository: { default_branch: 'main' } }))
  const script = [
    '--import',
    at('../typescript/register.mjs'),
    at('../cli/action-from-source.mjs'),
    'deploy',
    phase,
  ]
  return spawn(process.execPath, script, {
    cwd: repository.directory,
    env: {
      ...{ PATH: process.env.PATH, HOME: folder, CI: 'true', GITHUB_ACTIONS: 'true' },
      ...{ GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: files('event.json') },
      ...{ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
      ...{ INPUT_SERVICE: 'cart', INPUT_ENVIRONMENT: place, 'INPUT_WORKING-DIRECTORY': '.' },
      ...Object.fromEntries(answers.map((name) => [name, files(name)])),
      ...state,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

const ended = async (child: ChildProcess) => {
  if (!child.stdout) throw new Error('its output is read')
  const [log, [code, signal]] = await Promise.all([buffer(child.stdout), once(child, 'close')])
  return { code, signal, log: log.toString(), summary: readFileSync(files('GITHUB_STEP_SUMMARY'), 'utf8') }
}

const post = (place: string) => ended(start('post', place))

const deployments = async () =>
  (await clients.ecs.listServiceDeployments({ cluster: 'demo', service: 'cart' })).serviceDeployments ?? []
const newest = async () => (await deployments())[0]
const status = async () => (await newest())?.status

/** The main step, once its deployment is under way and it said so. */
const underWay = async (place: string, version: string): Promise<ChildProcess> => {
  commit(version)
  const before = (await deployments()).length
  const child = start('main', place)
  while ((await deployments()).length === before || !existsSync(files('GITHUB_STATE')) || !hasArn())
    await systemClock.sleep(50)
  return child
}
const hasArn = () => /"deployment":"arn:/.test(Object.values(saved()).join(''))

describe('a job that is cancelled', () => {
  test('and whose step is killed: what it began is rolled back afterwards, and that is told', async () => {
    const child = await underWay('back', '2')
    child.kill('SIGKILL')
    await ended(child)
    expect(await status()).toBe('IN_PROGRESS')
    const { code, log, summary } = await post('back')
    expect(await status()).toBe('ROLLBACK_SUCCESSFUL')
    expect([code, summary]).toEqual([0, expect.stringContaining('1 service: 1 rolled back.')])
    expect(summary).toContain('The step was ended before its deployment was')
    expect(log).not.toContain('::error')
    recorder.take()
    expect(await post('back')).toMatchObject({ code: 0, summary: expect.stringContaining('1 rolled back') })
    expect(recorder.take()).not.toContain(STOP)
  })

  test('before ECS named the deployment: it is found by its revision', async () => {
    commit('3')
    const child = start('main', 'back')
    while (!/"revision":/.test(Object.values(saved()).join(''))) await systemClock.sleep(5)
    child.kill('SIGKILL')
    await ended(child)
    const text = readFileSync(files('GITHUB_STATE'), 'utf8')
    writeFileSync(files('GITHUB_STATE'), text.replaceAll(/"deployment":"arn:[^"]+"/g, '"deployment":null'))
    expect((await post('back')).summary).toContain('1 rolled back')
    expect(await status()).toBe('ROLLBACK_SUCCESSFUL')
  })

  test('and whose environment says so, leaves it, and says that it does', async () => {
    const child = await underWay('on', '4')
    child.kill('SIGKILL')
    await ended(child)
    const { code, log, summary } = await post('on')
    expect([code, await status()]).toEqual([0, 'IN_PROGRESS'])
    expect(summary).toContain('1 under way')
    expect(log).toContain('::warning::the deployment of cart goes on without being watched')
    const arn = (await newest())?.serviceDeploymentArn
    await clients.ecs.stopServiceDeployment({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' })
    await followNewest(clients)
  })

  test('and whose step rolls it back in its ten seconds: the post step tells how that ended, and asks nothing again', async () => {
    const child = await underWay('back', '5')
    child.kill('SIGINT')
    const main = await ended(child)
    expect(main.summary).toMatch(/1 (rolled back|stopped)/)
    expect(recorder.take()).toContain(STOP)
    const { code, log, summary } = await post('back')
    expect([code, await status()]).toEqual([0, 'ROLLBACK_SUCCESSFUL'])
    expect(recorder.take()).not.toContain(STOP)
    if (/1 rolled back/.test(main.summary))
      expect([log, summary]).toEqual([expect.stringMatching(/^Every/), ''])
    else expect(summary).toContain('1 rolled back')
  })
})

test('a step that ended leaves nothing to its post step', async () => {
  commit('6')
  const child = start('main', 'on')
  while (!hasArn()) await systemClock.sleep(50)
  const arn = (await newest())?.serviceDeploymentArn
  await clients.ecs.stopServiceDeployment({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' })
  expect((await ended(child)).code).toBe(1)
  expect(Object.values(saved())).toEqual([''])
  expect((await post('on')).log).toMatch(/^Every deployment was seen to its end/)
})

test('without anything saved nothing is deployed, and nothing is asked', async () => {
  writeFileSync(files('GITHUB_STATE'), '')
  recorder.take()
  expect(await post('back')).toMatchObject({ code: 0, summary: '' })
  expect(recorder.take()).toEqual([])
})

test('action.yml runs it however the job ended, from a file that cannot be taken for the action', () => {
  const { runs } = parse(readFileSync(at('../../actions/deploy/action.yml'), 'utf8'))
  expect(runs).toEqual({
    using: 'node24',
    main: '../../dist/deploy/index.js',
    post: '../../dist/deploy/post.js',
    'post-if': 'always()',
  })
})
