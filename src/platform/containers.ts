import { type Client, type ClientOptions, dockerClient } from './client.js'
import { withLeftovers } from './leftovers.js'
import type { Run } from './process.js'

/** What a container came to. */
export interface Ended {
  readonly code: number
  /** What it printed, or why it could not be started. */
  readonly lines: readonly string[]
  /** Whether its reports could be taken out. */
  readonly taken: boolean
  /** What the engine said where it never ran. */
  readonly notStarted?: readonly string[]
}

/** The arguments of `docker` for each step of one container. */
export interface ContainerCalls {
  readonly create: readonly string[]
  readonly put: readonly string[] | null
  readonly start: readonly string[]
  /** Prints since when it ran, and why it did not. */
  readonly inspect: readonly string[]
  readonly take: readonly string[] | null
  readonly remove: readonly string[]
}

/** Containers of an engine that run once, and are gone afterwards. */
export interface Containers {
  run(calls: ContainerCalls, onLine?: (line: string) => void): Promise<Ended>
}

export const openContainers = (options: ClientOptions = {}): Containers => {
  const docker = dockerClient(options)
  return {
    run: (calls, onLine = () => {}) =>
      withLeftovers(
        { argv: [docker.program, ...calls.remove], environment: docker.environment },
        () => docker(calls.remove),
        () => runOne(docker, calls, onLine),
      ),
  }
}

const runOne = async (
  docker: Client,
  { create, put, start, inspect, take }: ContainerCalls,
  onLine: (line: string) => void,
): Promise<Ended> => {
  for (const step of [create, ...(put ? [put] : [])]) {
    const made = await docker(step)
    if (made.code !== 0) return neverRan(made.code, linesOf(made))
  }
  const lines: string[] = []
  const { code } = await docker(start, (line) => {
    lines.push(line)
    onLine(line)
  })
  const why = code === 0 ? null : whyNotStarted(await docker(inspect))
  if (why !== null) return neverRan(code, why)
  return { code, lines, taken: take !== null && (await docker(take)).code === 0 }
}

const neverRan = (code: number, lines: readonly string[]): Ended => ({
  code,
  lines,
  taken: false,
  notStarted: lines,
})

/** The client ends with 1 as a test may. Null where it ran. */
const whyNotStarted = ({ code, stdout }: Run): readonly string[] | null => {
  const [, why] = /^0001-01-01T\S+ (.*)$/s.exec(stdout.trim()) ?? []
  return code === 0 && why !== undefined ? why.split(/\r?\n/) : null
}

export const linesOf = ({ stdout, stderr }: Pick<Run, 'stdout' | 'stderr'>): readonly string[] => {
  const text = `${stdout}${stderr}`.trimEnd()
  return text === '' ? [] : text.split(/\r?\n/)
}
