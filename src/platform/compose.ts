import { StaggerError } from '../words.js'
import { type Client, type ClientOptions, checked, dockerClient } from './client.js'
import { composeMissing } from './compose-problems.js'
import { type Ended, linesOf } from './containers.js'
import { withLeftovers } from './leftovers.js'
import { type Processes, type Run, runProcess } from './process.js'

/** The arguments of compose for each step; `take` those of `docker`. */
export interface ComposeCalls {
  readonly up: readonly string[]
  readonly containers: readonly string[]
  readonly tested: readonly string[]
  readonly logs: readonly string[]
  readonly down: readonly string[]
  readonly take: (container: string) => readonly string[] | null
  readonly env: Readonly<Record<string, string>>
}

/** `docker compose`, or the older program `docker-compose`. */
export interface Compose {
  /** Says which there is. Throws `no-compose`. */
  check(): Promise<string>
  /** Starts a service with what it depends on, waits for its end, and takes everything away again. */
  run(calls: ComposeCalls, onLine?: (line: string) => void): Promise<Ended>
}

export const openCompose = (options: ClientOptions = {}): Compose => {
  const docker = dockerClient(options)
  let program: Promise<Program> | null = null
  const found = () => {
    program ??= findProgram(docker, options.run ?? runProcess)
    return program
  }
  return {
    check: async () => (await found()).version,
    run: async (calls, onLine = () => {}) => {
      const { argv } = await found()
      const env = { ...docker.environment, ...calls.env }
      const run = options.run ?? runProcess
      const compose: Composing['compose'] = async (args, told) =>
        checked(await run([...argv, ...args], { env, ...(told ? { onLine: told } : {}) }))
      return withLeftovers(
        { argv: [...argv, ...calls.down], environment: env },
        () => compose(calls.down),
        () => runOne({ docker, compose }, calls, onLine),
      )
    },
  }
}

interface Program {
  readonly argv: readonly [string, ...string[]]
  readonly version: string
}

/** The plugin first: the other program is no longer kept. */
const findProgram = async (docker: Client, run: Processes): Promise<Program> => {
  // Older programs tell of an engine that does not answer in forty lines of their own source.
  await docker(['version', '--format={{.Server.Version}}'])
  const plugin = await docker(['compose', 'version', '--short'])
  if (plugin.code === 0) return { argv: [docker.program, 'compose'], version: plugin.stdout.trim() }
  const alone = await run(['docker-compose', 'version', '--short'], { env: docker.environment }).catch(
    () => null,
  )
  if (alone?.code === 0) return { argv: ['docker-compose'], version: alone.stdout.trim() }
  throw new StaggerError(composeMissing(docker.program))
}

interface Composing {
  readonly docker: Client
  readonly compose: (args: readonly string[], onLine?: (line: string) => void) => Promise<Run>
}

const runOne = async (
  { docker, compose }: Composing,
  calls: ComposeCalls,
  onLine: (line: string) => void,
): Promise<Ended> => {
  const up = await compose(calls.up, onLine)
  const [tested] = idsOf(await compose(calls.tested))
  if (up.code !== 0 || tested === undefined) {
    const lines = [...linesOf(up), ...linesOf(await compose(calls.logs))]
    const unstarted = linesOf(up).filter((line) => NOT_STARTED.test(line))
    return {
      code: up.code || 1,
      lines,
      taken: false,
      ...(unstarted.length > 0 ? { notStarted: unstarted } : {}),
    }
  }
  const neighbours = idsOf(await compose(calls.containers)).filter((id) => id !== tested)
  const lines: string[] = []
  const told = docker(['logs', '--follow', tested], (line) => {
    lines.push(line)
    onLine(line)
  })
  const { code, why } = await firstEnd(docker, tested, neighbours)
  if (why !== null) await docker(['kill', tested])
  await told
  const take = calls.take(tested)
  const taken = take !== null && (await docker(take)).code === 0
  if (code === 0) return { code, lines, taken }
  const others = neighbours.length > 0 ? linesOf(await compose(calls.logs)) : []
  return { code, lines: [...(why === null ? [] : [why]), ...others, ...lines], taken }
}

/** A container that was made, and whose program is not there. Its neighbours may fail in other ways, which their logs tell. */
const NOT_STARTED = /\bexec: "[^"]*": /

const idsOf = ({ code, stdout }: Run): readonly string[] =>
  code === 0 ? stdout.split(/\s+/).filter((id) => id !== '') : []

interface End {
  readonly code: number
  /** Set where a neighbour ended it. */
  readonly why: string | null
}

/** Tests whose neighbour broke down would wait for it, maybe for ever. One that ends well had something to prepare. */
const firstEnd = (docker: Client, tested: string, neighbours: readonly string[]): Promise<End> => {
  const own = exitOf(docker, tested).then((code): End => ({ code, why: null }))
  return Promise.race([own, ...neighbours.map((id) => breakdown(docker, id))])
}

/** 1 where the engine does not tell it. */
const exitOf = async (docker: Client, id: string): Promise<number> => {
  const { code, stdout } = await docker(['wait', id])
  return code === 0 && /^\d+\s*$/.test(stdout) ? Number(stdout) : 1
}

const NEVER = new Promise<never>(() => {})
const RESTARTS = '{{.Name}} {{.HostConfig.RestartPolicy.Name}}'

const breakdown = async (docker: Client, id: string): Promise<End> => {
  const code = await exitOf(docker, id).catch(() => 0)
  if (code === 0) return NEVER
  const { stdout } = await docker(['inspect', `--format=${RESTARTS}`, id])
  const [name = '', restarts = 'no'] = stdout.trim().replace(/^\//, '').split(' ')
  if (name === '' || !['no', ''].includes(restarts)) return NEVER
  return { code, why: `the neighbour ${name} ended with exit code ${code}` }
}
