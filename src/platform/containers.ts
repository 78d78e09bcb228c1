import { type ClientOptions, dockerClient } from './client.js'
import { withLeftovers } from './leftovers.js'
import type { Run } from './process.js'

/** What a container came to. */
export interface Ended {
  readonly code: number
  /** What it printed, or why it could not be started. */
  readonly lines: readonly string[]
  /** Whether its reports could be taken out. */
  readonly taken: boolean
}

/** The arguments of `docker` for each step of one container. */
export interface ContainerCalls {
  readonly create: readonly string[]
  readonly put: readonly string[] | null
  readonly start: readonly string[]
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
    run: ({ create, put, start, take, remove }, onLine = () => {}) =>
      withLeftovers(
        { argv: [docker.program, ...remove], environment: docker.environment },
        () => docker(remove),
        async () => {
          for (const step of [create, ...(put ? [put] : [])]) {
            const made = await docker(step)
            if (made.code !== 0) return { code: made.code, lines: linesOf(made), taken: false }
          }
          const lines: string[] = []
          const { code } = await docker(start, (line) => {
            lines.push(line)
            onLine(line)
          })
          return { code, lines, taken: take !== null && (await docker(take)).code === 0 }
        },
      ),
  }
}

export const linesOf = ({ stdout, stderr }: Pick<Run, 'stdout' | 'stderr'>): readonly string[] => {
  const text = `${stdout}${stderr}`.trimEnd()
  return text === '' ? [] : text.split(/\r?\n/)
}
