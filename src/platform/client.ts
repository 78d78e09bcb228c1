import { StaggerError } from '../words.js'
import { clientMissing, engineMissing } from './docker-problems.js'
import { type Processes, type Run, runProcess } from './process.js'

export interface ClientOptions {
  readonly run?: Processes
  /** The program to call. */
  readonly client?: string
  /** What the client needs to find its engine, besides this process's own environment. */
  readonly environment?: Readonly<Record<string, string>>
}

/** The `docker` program. An exit code is an answer; a program or an engine that is not there is an error. */
export interface Client {
  readonly program: string
  readonly environment: Readonly<Record<string, string>>
  (args: readonly string[], onLine?: (line: string) => void): Promise<Run>
}

const ENVIRONMENT = { DOCKER_BUILDKIT: '1', BUILDKIT_COLORS: '', NO_COLOR: '1', DOCKER_CLI_HINTS: 'false' }
const NO_ENGINE =
  /Cannot connect to the Docker daemon|error during connect|permission denied while trying to connect|Couldn't connect to Docker daemon/

export const dockerClient = ({
  run = runProcess,
  client = 'docker',
  environment = {},
}: ClientOptions = {}): Client => {
  const env = { ...ENVIRONMENT, ...environment }
  const call = async (args: readonly string[], onLine?: (line: string) => void): Promise<Run> =>
    checked(
      await run([client, ...args], { env, ...(onLine ? { onLine } : {}) }).catch((error) => {
        throw error.code === 'ENOENT' ? new StaggerError(clientMissing(client)) : error
      }),
    )
  return Object.assign(call, { program: client, environment: env })
}

/** What an engine says that is not there. */
export const checked = (result: Run): Run => {
  if (result.code !== 0 && NO_ENGINE.test(result.stderr)) throw new StaggerError(engineMissing(result.stderr))
  return result
}
