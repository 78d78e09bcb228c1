import { type Digest, StaggerError } from '../words.js'
import type { BuilderFacts } from './builder.js'
import { type Client, type ClientOptions, dockerClient } from './client.js'
import { type Clock, systemClock } from './clock.js'
import { findBuilder, runBuild } from './docker-build.js'
import { engineMissing, pullRefused, pushRefused, withoutBuildx } from './docker-problems.js'
import type { Run } from './process.js'
import { retrying } from './retry.js'

export interface Engine {
  readonly client: string
  readonly engine: string
  /** The engine's own, e.g. `linux/amd64`. */
  readonly platform: string
}

/** What a build came to. Its lines were told while it ran. */
export type Built =
  /** `digest`: of what it pushed under no name; else null. */
  | { readonly kind: 'built'; readonly digest: Digest | null }
  | { readonly kind: 'failed'; readonly lines: readonly string[] }

/** A Docker engine with BuildKit, through the `docker` client. */
export interface Docker {
  /** Finds out what is missing before anything is started: `no-docker`, `no-docker-engine`, `docker-without-buildx`. */
  check(): Promise<Engine>
  /** What will build: buildx's chosen builder, else the engine. Throws what is missing, also `no-builder`. */
  builder(): Promise<BuilderFacts>
  /** Runs `docker` with the arguments of a build. */
  build(args: readonly string[], onLine?: (line: string) => void): Promise<Built>
  /** Whether the engine holds an image of this name. */
  holds(reference: string): Promise<boolean>
  /** Gives an image that it holds another name. */
  name(reference: string, other: string): Promise<void>
  push(reference: string): Promise<void>
  pull(reference: string): Promise<void>
  /** Takes a name away from an image, and the image with it where it was the last. */
  forget(reference: string): Promise<void>
}

export interface DockerOptions extends ClientOptions {
  readonly clock?: Pick<Clock, 'sleep'>
}

const NO_BUILDX = /buildx component is missing or broken/
/** What a registry fails with now and then, e.g. when two push the same layer. Layers that arrived stay there. */
const PASSING =
  /HTTP status: 5\d\d|unknown blob|blob unknown|digest invalid|unexpected EOF|connection reset|TLS handshake timeout|i\/o timeout/i
const isPassing = ({ code, stderr }: Run): boolean => code !== 0 && PASSING.test(stderr)
/** From this version on, a client builds by its buildx plugin only. */
const NEEDS_BUILDX = 23

export const openDocker = ({ clock = systemClock, ...options }: DockerOptions = {}): Docker => {
  const docker = building(dockerClient(options))
  const transfer = async (way: 'push' | 'pull', reference: string, refused: typeof pushRefused) => {
    const once = () => docker([way, '--quiet', reference])
    const { code, stderr } = await retrying(once, isPassing, clock)
    if (code !== 0) throw new StaggerError(refused(reference, stderr))
  }
  const check = () => checkEngine(docker)
  return {
    check,
    builder: () => findBuilder(docker, check),
    build: (args, onLine) => runBuild(docker, args, onLine),
    holds: async (reference) =>
      (await docker(['image', 'inspect', '--format={{.Id}}', reference])).code === 0,
    name: async (reference, other) => {
      const { code, stderr } = await docker(['tag', reference, other])
      if (code !== 0) throw new Error(`${reference} could not be named ${other}: ${stderr.trim()}`)
    },
    push: (reference) => transfer('push', reference, pushRefused),
    pull: (reference) => transfer('pull', reference, pullRefused),
    forget: async (reference) => {
      await docker(['image', 'rm', reference])
    },
  }
}

/** A client that says what it lacks to build. */
const building = (docker: Client): Client => {
  const call: typeof docker = Object.assign(
    async (args: readonly string[], onLine?: (line: string) => void) => {
      const result = await docker(args, onLine)
      if (result.code !== 0 && NO_BUILDX.test(result.stderr))
        throw new StaggerError(withoutBuildx(docker.program))
      return result
    },
    { program: docker.program, environment: docker.environment },
  )
  return call
}

const checkEngine = async (docker: Client): Promise<Engine> => {
  const { stdout, stderr } = await docker(['version', '--format={{json .}}'])
  const versions = parseVersions(stdout)
  if (!versions) throw new StaggerError(engineMissing(stderr))
  const old = Number.parseInt(versions.client, 10) < NEEDS_BUILDX
  if (!old && (await docker(['buildx', 'version'])).code !== 0)
    throw new StaggerError(withoutBuildx(docker.program))
  return versions
}

const parseVersions = (stdout: string): Engine | null => {
  try {
    const { Client, Server } = JSON.parse(stdout)
    if (!Server) return null
    const engine = Server.Version ?? Server.Components[0].Version
    return { client: Client.Version, engine, platform: `${Server.Os ?? 'linux'}/${Server.Arch ?? 'amd64'}` }
  } catch {
    return null
  }
}
