import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Digest, isDigest, StaggerError } from '../words.js'
import { type BuilderFacts, digestIn, readInspected, usesContainerd } from './builder.js'
import { type Clock, systemClock } from './clock.js'
import {
  builderMissing,
  clientMissing,
  engineMissing,
  pullRefused,
  pushRefused,
  withoutBuildx,
} from './docker-problems.js'
import { type Processes, type Run, runProcess } from './process.js'
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

export interface DockerOptions {
  readonly run?: Processes
  /** The program to call. */
  readonly client?: string
  /** What the client needs to find its engine, besides this process's own environment. */
  readonly environment?: Readonly<Record<string, string>>
  readonly clock?: Pick<Clock, 'sleep'>
}

const PUSHES = /^--output=type=image,.*push-by-digest=true/
const ENVIRONMENT = { DOCKER_BUILDKIT: '1', BUILDKIT_COLORS: '', NO_COLOR: '1', DOCKER_CLI_HINTS: 'false' }
const NO_ENGINE =
  /Cannot connect to the Docker daemon|error during connect|permission denied while trying to connect/
const NO_BUILDX = /buildx component is missing or broken/
/** What a registry fails with now and then, e.g. when two push the same layer. Layers that arrived stay there. */
const PASSING =
  /HTTP status: 5\d\d|unknown blob|blob unknown|digest invalid|unexpected EOF|connection reset|TLS handshake timeout|i\/o timeout/i
const isPassing = ({ code, stderr }: Run): boolean => code !== 0 && PASSING.test(stderr)
/** From this version on, a client builds by its buildx plugin only. */
const NEEDS_BUILDX = 23

export const openDocker = ({
  run = runProcess,
  client = 'docker',
  environment = {},
  clock = systemClock,
}: DockerOptions = {}): Docker => {
  const docker = async (args: readonly string[], onLine?: (line: string) => void): Promise<Run> => {
    const env = { ...ENVIRONMENT, ...environment }
    const result = await run([client, ...args], { env, ...(onLine ? { onLine } : {}) }).catch((error) => {
      throw error.code === 'ENOENT' ? new StaggerError(clientMissing(client)) : error
    })
    if (result.code !== 0 && NO_ENGINE.test(result.stderr))
      throw new StaggerError(engineMissing(result.stderr))
    if (result.code !== 0 && NO_BUILDX.test(result.stderr)) throw new StaggerError(withoutBuildx(client))
    return result
  }
  const transfer = async (way: 'push' | 'pull', reference: string, refused: typeof pushRefused) => {
    const once = () => docker([way, '--quiet', reference])
    const { code, stderr } = await retrying(once, isPassing, clock)
    if (code !== 0) throw new StaggerError(refused(reference, stderr))
  }
  const ok = async (...args: string[]) => (await docker(args)).code === 0
  const check = async (): Promise<Engine> => {
    const { stdout, stderr } = await docker(['version', '--format={{json .}}'])
    const versions = parseVersions(stdout)
    if (!versions) throw new StaggerError(engineMissing(stderr))
    if (Number.parseInt(versions.client, 10) >= NEEDS_BUILDX && !(await ok('buildx', 'version')))
      throw new StaggerError(withoutBuildx(client))
    return versions
  }
  const buildx = async (): Promise<BuilderFacts> => {
    const { code, stdout, stderr } = await docker(['buildx', 'inspect', '--bootstrap'])
    const inspected = code === 0 ? readInspected(stdout) : null
    if (!inspected) throw new StaggerError(builderMissing(stderr))
    const outside = { kind: 'buildx', engine: null, containerd: false, ...inspected } as const
    if (inspected.driver !== 'docker') return outside
    const { engine } = await check()
    const { stdout: status } = await docker(['info', '--format={{json .DriverStatus}}'])
    return { ...outside, engine, containerd: usesContainerd(status) }
  }
  const engineItself = async (): Promise<BuilderFacts> => {
    const { engine, platform } = await check()
    const own = { kind: 'engine', name: null, driver: 'docker', buildkit: null, containerd: false } as const
    return { ...own, engine, platforms: [platform] }
  }
  return {
    check,
    builder: async () => ((await ok('buildx', 'version')) ? buildx() : engineItself()),
    build: async (args, onLine) => {
      if (!args.some((arg) => PUSHES.test(arg))) return builtOf(await docker(args, onLine), null)
      return withMetadata(async (file, digest) => {
        const run = await docker([...args.slice(0, -1), `--metadata-file=${file}`, ...args.slice(-1)], onLine)
        return builtOf(run, run.code === 0 ? await digest() : null)
      })
    },
    holds: (reference) => ok('image', 'inspect', '--format={{.Id}}', reference),
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

const builtOf = ({ code, stdout, stderr }: Run, digest: Digest | null): Built =>
  code === 0 ? { kind: 'built', digest } : { kind: 'failed', lines: linesOf(stdout + stderr) }

/** A file for what buildx tells of a build, and the digest that stands in it afterwards. */
const withMetadata = async (
  body: (file: string, digest: () => Promise<Digest | null>) => Promise<Built>,
): Promise<Built> => {
  const folder = await mkdtemp(join(tmpdir(), 'stagger-metadata-'))
  const file = join(folder, 'metadata.json')
  try {
    return await body(file, async () => {
      const digest = digestIn(await readFile(file, 'utf8'))
      return digest !== null && isDigest(digest) ? digest : null
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const linesOf = (text: string): readonly string[] => text.trimEnd().split(/\r?\n/)

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
