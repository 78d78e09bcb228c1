import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import semver from 'semver'
import { allSnapshots, viewCommit } from '../../src/commands/commit-view.js'
import { currentLedger } from '../../src/commands/ledger.js'
import { turnRef } from '../../src/commands/tagging/turns.js'
import { inputsName } from '../../src/image/names.js'
import { readConfiguration } from '../../src/main/configuration.js'
import { openGit } from '../../src/platform/git/open.js'
import { releasesOf } from '../../src/version/release.js'
import type { Fingerprint, Oid, ServiceName } from '../../src/words.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'
import { type Compiled, compileSources } from './compiled.js'
import { type ManifestRegistry, manifestRegistry } from './manifest-registry.js'

/** Processes of their own, in clones of their own, with one origin and one registry: as jobs of a workflow are. */
const RUNS = 20
/** All of them share the cores of this machine. */
const PATIENCE = 240_000
const CART = 'cart' as ServiceName

let sources: Compiled
beforeAll(() => {
  sources = compileSources()
})
afterAll(() => sources.stop())

let origin: Repository
let registry: ManifestRegistry
let clones: string[]
const children = new Set<ChildProcess>()
beforeEach(async () => {
  origin = temporaryRepository()
  origin.git('config', 'core.bare', 'true')
  origin.git('config', 'core.logAllRefUpdates', 'always')
  registry = await manifestRegistry()
  clones = []
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await registry.close()
  for (const folder of clones) rmSync(folder, { recursive: true, force: true })
  origin.remove()
})

/** A commit with one service, and the image that a build of it left behind. */
const commit = async (text: string, message: string) => {
  origin.git('config', 'core.bare', 'false')
  const oid = origin.commit(
    { 'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n', 'cart/app.txt': text },
    message,
  )
  origin.git('config', 'core.bare', 'true')
  const git = openGit(origin.directory)
  const [cart] = await allSnapshots(await viewCommit(git, oid, readConfiguration))
  await git.close()
  return {
    oid,
    digest: registry.push('cart', inputsName(cart?.image.fingerprint as Fingerprint), `image of ${text}`),
  }
}

const clone = (commitToCheckOut: Oid): string => {
  const folder = mkdtempSync(join(tmpdir(), 'stagger-race-'))
  clones.push(folder)
  origin.git('clone', '--quiet', '--no-checkout', origin.directory, folder)
  origin.git('-C', folder, 'checkout', '--quiet', '--detach', commitToCheckOut)
  return folder
}

const start = (folder: string, ...more: string[]): ChildProcess => {
  const args = ['tag', 'cart', '--yes', '--json', '--registry', registry.prefix, ...more]
  const child = spawn(process.execPath, [sources.program, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: '/nonexistent', NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  child.once('close', () => children.delete(child))
  return child
}

interface Row {
  readonly version: string
  readonly digest: string
  readonly outcome: string
}

const rowOf = async (child: ChildProcess): Promise<Row> => {
  const [stdout, stderr, [code]] = await Promise.all([
    buffer(child.stdout as NonNullable<ChildProcess['stdout']>),
    buffer(child.stderr as NonNullable<ChildProcess['stderr']>),
    once(child, 'close'),
  ])
  expect({ code, stderr: code === 0 ? '' : stderr.toString() }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout.toString()).services[0]
}

/** What the origin knows in the end. */
const remembered = async () => {
  const git = openGit(origin.directory)
  const tags = releasesOf(CART, await git.tags('cart/v*'))
  const entries = (await (await currentLedger(git, false)).releases()).get(CART) ?? []
  await git.close()
  return {
    tags: Object.fromEntries(tags.map(({ version, images }) => [version, images?.get(CART)?.digest])),
    ledger: Object.fromEntries(entries.map(({ version, digest }) => [version, digest])),
    registry: Object.fromEntries(
      [...registry.names]
        .filter(([name]) => /^cart:\d/.test(name))
        .map(([name, digest]) => [name.slice(5), digest]),
    ),
  }
}

const everywhere = (versions: Readonly<Record<string, string>>) => ({
  tags: versions,
  ledger: versions,
  registry: versions,
})

/** Half of them say by themselves which number counts up, so that not all go for the same version. */
const asked = (run: number): readonly string[] => (run % 2 === 0 ? [] : ['--bump', 'major'])

/** The versions in the order in which the origin got them. */
const inTurn = (): readonly string[] => {
  const log = readFileSync(join(origin.directory, '.git', 'logs', turnRef(CART)), 'utf8')
  const tags = new Map(
    origin
      .git('for-each-ref', '--format=%(objectname) %(refname:strip=3)', 'refs/tags/cart')
      .split('\n')
      .map((row) => row.split(' ') as [string, string]),
  )
  return log
    .trim()
    .split('\n')
    .map((line) => tags.get(line.split(' ')[1] ?? '')?.slice(1) ?? 'none')
}

describe(`${RUNS} processes at once, half of which count up another number`, () => {
  test(
    'over one image: one version, made by one of them',
    async () => {
      const first = await commit('1\n', 'feat: begin')
      await rowOf(start(clone(first.oid)))
      const { oid, digest } = await commit('2\n', 'fix: x')
      const folders = Array.from({ length: RUNS }, () => clone(oid))
      const rows = await Promise.all(folders.map((folder, run) => rowOf(start(folder, ...asked(run)))))
      const [version = ''] = rows.map((row) => row.version)
      expect(['0.1.1', '1.0.0']).toContain(version)
      expect(rows.map((row) => row.version)).toEqual(rows.map(() => version))
      expect(rows.filter(({ outcome }) => outcome === 'created')).toHaveLength(1)
      expect(await remembered()).toEqual(everywhere({ '0.1.0': first.digest, [version]: digest }))
    },
    PATIENCE,
  )

  test(
    'over as many images: each has its own version, none is shared, none is lost, and the later is the higher',
    async () => {
      const commits = []
      for (let number = 0; number < RUNS; number++)
        commits.push(await commit(`${number}\n`, `fix: ${number}`))
      const folders = commits.map(({ oid }) => clone(oid))
      const rows = await Promise.all(folders.map((folder, run) => rowOf(start(folder, ...asked(run)))))
      const versions = Object.fromEntries(rows.map(({ version, digest }) => [version, digest]))
      expect(rows.map(({ digest }) => digest)).toEqual(commits.map(({ digest }) => digest))
      expect(inTurn()).toEqual(Object.keys(versions).sort(semver.compare))
      expect(inTurn()).toHaveLength(RUNS)
      expect(await remembered()).toEqual(everywhere(versions))
    },
    PATIENCE,
  )
})

describe('killed in the middle, and run again: the same version, and all of it', () => {
  const tagged = async (folder: string) => rowOf(start(folder))

  test.each([
    ['before the registry has the name', 'before' as const],
    ['before the ledger knows it', 'after' as const],
  ])(
    '%s',
    async (_, moment) => {
      const { oid, digest } = await commit('1\n', 'feat: begin')
      const folder = clone(oid)
      const child = start(folder)
      registry.onName = (when) => {
        if (when === moment) child.kill('SIGKILL')
        return when !== moment
      }
      const [code, signal] = await once(child, 'close')
      expect([code, signal]).toEqual([null, 'SIGKILL'])
      registry.onName = () => true
      const half = await remembered()
      expect(half).toEqual({
        tags: { '0.1.0': digest },
        ledger: {},
        registry: moment === 'before' ? {} : { '0.1.0': digest },
      })
      expect(await tagged(folder)).toMatchObject({ version: '0.1.0', digest, outcome: 'kept' })
      expect(await remembered()).toEqual(everywhere({ '0.1.0': digest }))
    },
    PATIENCE,
  )

  test(
    'while the tag goes to the origin',
    async () => {
      const { oid, digest } = await commit('1\n', 'feat: begin')
      const folder = clone(oid)
      const child = start(folder)
      const hook = join(folder, '.git', 'hooks', 'pre-push')
      writeFileSync(hook, `#!/bin/sh\nkill -9 ${child.pid}\nexit 1\n`, { mode: 0o755 })
      expect(await once(child, 'close')).toEqual([null, 'SIGKILL'])
      rmSync(hook)
      expect(await remembered()).toEqual(everywhere({}))
      expect(await tagged(folder)).toMatchObject({ version: '0.1.0', digest, outcome: 'created' })
      expect(await remembered()).toEqual(everywhere({ '0.1.0': digest }))
    },
    PATIENCE,
  )

  test(
    'another clone takes it up',
    async () => {
      const { oid, digest } = await commit('1\n', 'feat: begin')
      const child = start(clone(oid))
      registry.onName = () => !child.kill('SIGKILL')
      await once(child, 'close')
      registry.onName = () => true
      expect(await tagged(clone(oid))).toMatchObject({ version: '0.1.0', digest, outcome: 'kept' })
      expect(await remembered()).toEqual(everywhere({ '0.1.0': digest }))
    },
    PATIENCE,
  )
})
