import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Digest } from '../../../src/words.js'
import { type Compiled, compileSources } from '../../cli/compiled.js'
import { type Between, type Interfere, startProxy } from '../../ground/proxy.js'
import { type Repository, temporaryRepository } from '../../platform/repository.js'

/** What builds: an engine, or a BuildKit beside it. */
export interface Builder {
  readonly client: string
  readonly environment: Readonly<Record<string, string>>
}

interface Row {
  readonly name: string
  readonly outcome: 'built' | 'reused' | 'failed' | 'planned'
  readonly digest: Digest | null
  readonly repository: string | null
  readonly tested: boolean
  readonly testsRan: boolean
  readonly tags: readonly string[]
  readonly problem: { readonly code: string; readonly fault: string } | null
}

/** One run of `stagger build`, and what it did to the world. */
export interface Watched {
  readonly code: number | null
  readonly stderr: string
  readonly rows: readonly Row[]
  /** How often an image was built, and a stage of tests. */
  readonly images: number
  readonly tests: number
  /** Each call of `docker`. */
  readonly calls: readonly string[]
  /** What the registry was asked meanwhile, by whomever. */
  readonly asked: readonly string[]
}

/** A repository of its own, and a way to the registry on which all is seen. */
export interface Workbench {
  readonly repository: Repository
  readonly proxy: Between
  readonly prefix: string
  /** What happens to a request; passes it on at first. */
  interfere: Interfere
  /** The command line from the sources, as a process. */
  start(args: readonly string[], env?: Readonly<Record<string, string>>, other?: Builder): Running
  /** `stagger build --push --yes`. */
  build(...args: readonly string[]): Promise<Watched>
  /** The same with another builder. */
  buildWith(other: Builder): Promise<Watched>
  close(): Promise<void>
}

export interface Running {
  readonly child: ChildProcess
  /** Kills it with all that it has started. */
  killAll(): void
  readonly ended: Promise<Watched>
}

/** Taken away where this process ends. */
let compiled: Compiled | undefined
const program = (): string => {
  compiled ??= compileSources()
  return compiled.program
}
/** What is started as a rule. */
export const BUILD = ['build', '--push', '--yes', '--json']

/** The variable that tells at which call of `docker`, of all on its bench, a run is killed. */
export const KILL_AT = 'BENCH_KILL_AT'

export const openWorkbench = async (
  builder: Builder,
  registry: string | (() => string),
): Promise<Workbench> => {
  const repository = temporaryRepository()
  const folder = mkdtempSync(join(tmpdir(), 'stagger-bench-'))
  const calls = join(folder, 'calls')
  writeFileSync(calls, '')
  writeFileSync(join(folder, 'docker'), watching(builder.client, calls))
  chmodSync(join(folder, 'docker'), 0o755)
  const proxy = await startProxy(registry, (line, who) => bench.interfere(line, who))
  const prefix = `${proxy.address}/bench-${randomUUID()}`
  const groups: number[] = []
  const start: Workbench['start'] = (args, env = {}, { environment } = builder) => {
    const before = { asked: proxy.asked.length, calls: callsIn(calls).length }
    const path = [folder, environment.PATH ?? process.env.PATH].join(delimiter)
    const child = spawn(process.execPath, [program(), ...args], {
      cwd: repository.directory,
      env: { ...clean(), ...environment, PATH: path, STAGGER_REGISTRY: prefix, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Whatever it leaves behind is of its group.
      detached: true,
    })
    if (child.pid) groups.push(child.pid)
    const watch = async (): Promise<Watched> => {
      const { code, stdout, stderr } = await endOf(child)
      const called = callsIn(calls).slice(before.calls)
      const built = called.filter(isBuild)
      const tests = built.filter((line) => line.includes('--target=test')).length
      return {
        code,
        stderr,
        rows: stdout === '' ? [] : JSON.parse(stdout).services,
        images: built.length - tests,
        tests,
        calls: called,
        asked: proxy.asked.slice(before.asked),
      }
    }
    return { child, killAll: () => endGroup(child.pid as number), ended: watch() }
  }
  const bench: Workbench = {
    repository,
    proxy,
    prefix,
    interfere: () => null,
    start,
    build: (...args) => start([...BUILD, ...args]).ended,
    buildWith: (other) => start(BUILD, {}, other).ended,
    close: async () => {
      for (const group of groups) endGroup(group)
      await proxy.stop()
      repository.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return bench
}

const endOf = async (child: ChildProcess) => {
  // Not `close`: what it started may hold its output, and go on.
  const [stdout, stderr] = [collected(child.stdout), collected(child.stderr)]
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  if (signal !== null) return { code, stdout: '', stderr: '' }
  return { code, stdout: await stdout, stderr: await stderr }
}

const collected = async (stream: ChildProcess['stdout']): Promise<string> =>
  stream === null ? '' : (await buffer(stream)).toString()

/** Writes its calls down. In a run that is to be killed at one of them, it kills who calls, and goes on without it. */
const watching = (client: string, calls: string): string => `#!/bin/sh
echo "$*" >>'${calls}'
[ -n "$${KILL_AT}" ] && [ "$(wc -l <'${calls}')" -eq "$${KILL_AT}" ] && kill -9 "$PPID"
exec '${client}' "$@"
`

const callsIn = (file: string): readonly string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean)

/** Of an image, or of a stage of tests. */
export const isBuild = (line: string): boolean => /^(?:buildx )?build /.test(line)

const endGroup = (group: number): void => {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

/** Nothing of the machine that runs the tests: neither its workflow nor its settings. */
const clean = () => ({
  HOME: '/nonexistent',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
  NODE_NO_WARNINGS: '1',
})
