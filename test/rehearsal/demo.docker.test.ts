import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { buildInfrastructure, REHEARSAL } from '../../src/rehearsal/demo/infrastructure.js'
import { type Stagger, staggerIn, startCluster } from '../../src/rehearsal/demo/programs.js'
import { type ShopRepository, shopRepository } from '../../src/rehearsal/demo/repository.js'
import { BASE_IMAGE } from '../../src/rehearsal/ground/base-image.js'
import { type Engine, startEngine } from '../../src/rehearsal/ground/engine.js'
import { privateEngineNeeds } from '../../src/rehearsal/ground/private-engine.js'
import { spawnLoad } from '../../src/rehearsal/load/process.js'
import type { LoadReport } from '../../src/rehearsal/load/report.js'
import { testGround } from '../ground/ground.js'
import { traces } from './ground/traces.js'

jest.setTimeout(240_000)

const beside = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const CLI = beside('dist/cli/index.js')
const { engine, registry } = testGround()
const docker = (...args: string[]): string[] =>
  execFileSync(engine.client, args, { encoding: 'utf8', env: { ...process.env, ...engine.environment } })
    .split('\n')
    .filter(Boolean)

describe('a rolling deployment of the catalog under the load', () => {
  const REGION = 'eu-west-1'
  const never = new AbortController().signal
  const prefix = `${registry.address}/control-${randomUUID()}`
  let repository: ShopRepository

  const programIn = (endpoint: string): Stagger => {
    const env = {
      ...engine.environment,
      STAGGER_REGISTRY: prefix,
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: REHEARSAL.accessKeyId,
      AWS_SECRET_ACCESS_KEY: REHEARSAL.secretAccessKey,
      CI: '',
      GITHUB_ACTIONS: '',
    }
    return staggerIn(CLI, repository.directory, env, () => {}, never)
  }

  const release = async (stagger: Stagger): Promise<void> => {
    await stagger(['build', 'catalog', '--push', '--yes'])
    await stagger(['tag', 'catalog', '--yes'])
  }

  beforeAll(async () => {
    repository = await shopRepository(beside('examples/shop'))
    const stagger = programIn('http://127.0.0.1:9')
    await release(stagger)
    await repository.change(
      'services/catalog/src/products.js',
      (text) => `${text}\n// changed\n`,
      'catalog: another image',
    )
    await release(stagger)
  })

  afterAll(async () => {
    await repository?.remove()
    const images = docker('image', 'ls', '--quiet', '--filter', `reference=${prefix}/*`)
    if (images.length > 0) docker('image', 'rm', '--force', ...new Set(images))
  })

  /** From 0.1.0 to 0.1.1, on a cluster of its own. */
  const replaceUnderLoad = async (...options: string[]): Promise<LoadReport> => {
    const cluster = await startCluster(CLI, engine.environment, options)
    try {
      const place = { endpoint: cluster.endpoint, region: REGION, cluster: 'shop', image: BASE_IMAGE }
      const { addresses } = await buildInfrastructure(place, ['catalog'])
      const stagger = programIn(cluster.endpoint)
      const deploy = (version: string) =>
        stagger(['deploy', 'catalog', '--environment', 'local', '--version', version])
      await deploy('0.1.0')
      const load = await spawnLoad([process.execPath, CLI, 'rehearse', 'load'], {
        url: `${addresses.get('catalog')}/search`,
        rate: 300,
        connections: 64,
        body: '{"text":"tea"}',
      })
      await deploy('0.1.1').finally(load.stop)
      return await load.stop()
    } finally {
      await cluster.stop()
    }
  }

  test('loses nothing', async () => {
    const { failed, reconnected, sent, ok, byVersion } = await replaceUnderLoad()
    expect({ failed, reconnected, ok }).toEqual({ failed: 0, reconnected: 0, ok: sent })
    expect(Object.keys(byVersion).sort()).toEqual(['0.1.0', '0.1.1'])
  })

  test('is seen to lose requests where the old tasks are stopped first', async () => {
    const { failed, ok, sent } = await replaceUnderLoad('--control', 'stop-first')
    expect(failed).toBeGreaterThan(0)
    expect(ok).toBeLessThan(sent)
  })
})

/** A demo under way, and all that can be found of it on this machine. */
interface Played {
  readonly demo: ChildProcess
  readonly said: string[]
  /** Resolves at the first line that matches. */
  told(line: RegExp): Promise<void>
  /** Processes that descend from it, by a mark in their environment. */
  processes(): string[]
  readonly folder: string
  readonly result: Promise<{ readonly code: number | null; readonly stdout: string }>
}

const play = (environment: Readonly<Record<string, string>>): Played => {
  const mark = `STAGGER_TEST_MARK=${randomUUID()}`
  const folder = mkdtempSync(join(tmpdir(), 'stagger-test-'))
  const demo = spawn(process.execPath, [beside('dist/demo/index.js'), '--yes', '--json'], {
    // A group of its own, like a terminal's foreground job.
    detached: true,
    env: { ...process.env, ...environment, TMPDIR: folder, STAGGER_TEST_MARK: mark.split('=')[1] },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  const lines = createInterface(demo.stderr)
  lines.on('line', (line) => said.push(line))
  const told = async (wanted: RegExp) => {
    while (!said.some((line) => wanted.test(line))) {
      if (demo.exitCode !== null) throw new Error(`the demo ended early:\n${said.join('\n')}`)
      await sleep(50)
    }
  }
  const result = Promise.all([buffer(demo.stdout), once(demo, 'close')]).then(([stdout, [code]]) => ({
    code: code as number | null,
    stdout: stdout.toString(),
  }))
  return { demo, said, told, processes: () => processesWith(mark), folder, result }
}

const processesWith = (mark: string): string[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && read(`/proc/${pid}/environ`).includes(mark))
    .map((pid) => `${pid} ${read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')}`)

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** All that is on an engine that only the demo uses. */
const onEngine = ({ client, environment }: Engine): string[] =>
  [
    ['ps', '--all'],
    ['image', 'ls', '--all'],
    ['volume', 'ls'],
  ].flatMap(([what = '', ...args]) =>
    execFileSync(client, [what, ...args, '--quiet'], {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    })
      .split('\n')
      .filter(Boolean)
      .map((id) => `${what} ${id}`),
  )

const expectNothingLeft = async ({ processes, folder }: Played, names: readonly string[]) => {
  // A keeper ends after the demo did: at its end, which is soon.
  for (let round = 0; round < 100 && (processes().length > 0 || readdirSync(folder).length > 0); round++)
    await sleep(100)
  expect(processes()).toEqual([])
  expect(readdirSync(folder)).toEqual([])
  expect(names.flatMap((name) => traces(`unix://${join(folder, name)}/docker.sock`))).toEqual([])
}

const NO_ENGINE = { DOCKER_HOST: 'unix:///nonexistent/docker.sock' }
/** In the middle of the first deployment, its images pulled: a pull that is cut off leaves a nameless one to the engine. */
const DEPLOYING = /^ {2}catalog: [12] of 2 new tasks running/

const killCluster = ({ processes }: Played) => {
  const cluster = processes().find((line) => line.includes('rehearse serve'))
  process.kill(Number.parseInt(cluster ?? '', 10), 'SIGKILL')
}

/** An impatient one. */
const pressTwice = ({ demo }: Played) => {
  const press = () => process.kill(-(demo.pid as number), 'SIGINT')
  press()
  setTimeout(press, 100)
}

// Whoever may not start an engine has none for this alone. In CI he may.
const here = process.env.CI === 'true' || (await privateEngineNeeds()) === null ? describe : describe.skip

here('a demo that is ended in the middle', () => {
  /** Somebody's engine, which the demo finds and must leave as it was. */
  let theirs: Engine
  beforeAll(async () => {
    theirs = await startEngine()
  })
  afterAll(() => theirs?.stop())

  test.each<[string, number | null, (played: Played) => void]>([
    ['Ctrl-C', 130, pressTwice],
    ['a cluster that is killed', 3, killCluster],
    ['kill -9', null, ({ demo }) => demo.kill('SIGKILL')],
  ])('by %s leaves nothing behind on an engine that goes on', async (_, exit, end) => {
    await expectClean(play(theirs.environment), exit, end)
    // After `kill -9` nobody is left who knows of the images; the containers go all the same.
    const left = onEngine(theirs)
    expect(exit === null ? left.filter((one) => !one.startsWith('image')) : left).toEqual([])
  })

  test('by SIGTERM leaves nothing of its own engine', () =>
    expectClean(play(NO_ENGINE), 130, ({ demo }) => demo.kill('SIGTERM')))
})

const expectClean = async (played: Played, exit: number | null, end: (played: Played) => void) => {
  try {
    await played.told(DEPLOYING)
    const names = readdirSync(played.folder)
    end(played)
    expect(await played.result).toEqual({ code: exit, stdout: '' })
    await expectNothingLeft(played, names)
    expect(played.said.filter((line) => /^\s+at /.test(line))).toEqual([])
  } finally {
    played.demo.kill('SIGKILL')
    rmSync(played.folder, { recursive: true, force: true })
  }
}
