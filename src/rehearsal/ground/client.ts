import { delimiter, dirname } from 'node:path'
import { attempt, programs, searchPath } from './programs.js'

/** A `docker` client that can build, and the engine that answers it. */
export interface Client {
  readonly path: string
  readonly host: string
  /** The engine's version. */
  readonly engine: string
}

/**
 * The first client on the PATH which can build with BuildKit and which the engine answers. From
 * version 23 a client builds by its buildx plugin, and where that is not installed it refuses; an
 * older client further down the PATH then still can.
 */
export const findClient = async (host?: string): Promise<Client | null> => {
  for (const path of programs('docker')) {
    const client = await answered(path, host)
    if (client && (await canBuild(path))) return client
  }
  return null
}

/** The first client that can build, whether an engine answers it or not. */
export const buildingClient = async (): Promise<string | null> => {
  for (const path of programs('docker')) if (await canBuild(path)) return path
  return null
}

const answered = async (path: string, host?: string): Promise<Client | null> => {
  const environment = host ? { DOCKER_HOST: host } : {}
  const version = await attempt([path, 'version', '--format', '{{.Server.Version}}'], { environment })
  const engine = version.stdout.trim()
  if (!version.ok || !engine) return null
  return { path, engine, host: host ?? (await currentHost(path)) }
}

/** Where the client goes by itself: DOCKER_HOST, the selected context, or the default socket. */
const currentHost = async (path: string): Promise<string> => {
  const context = await attempt([path, 'context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'])
  return process.env.DOCKER_HOST || context.stdout.trim() || 'unix:///var/run/docker.sock'
}

const canBuild = async (path: string): Promise<boolean> => {
  const { stdout } = await attempt([path, '--version'])
  const major = Number(/version (\d+)\./.exec(stdout)?.[1] ?? 0)
  return major < 23 || (await attempt([path, 'buildx', 'version'])).ok
}

/**
 * A PATH on which `docker` is that client. Its folder goes right before the one that would have won, so
 * that the programs further in front (npm's, with their Node) stay there.
 */
export const pathFor = (client: string): string => {
  const path = searchPath()
  const first = programs('docker')[0]
  const at = first === undefined ? path.length : path.indexOf(dirname(first))
  if (first !== client) path.splice(at, 0, dirname(client))
  return [...new Set(path)].join(delimiter)
}
