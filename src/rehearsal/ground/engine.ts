import type { Progress } from '../../platform/progress.js'
import { StaggerError } from '../../words.js'
import { type Client, findClient, pathFor } from './client.js'
import { forwardNotice, isForwardClosed } from './forward.js'
import { missingEngine } from './missing.js'
import { bridgeOf, privateEngineNeeds, startPrivateEngine } from './private-engine.js'

/** A Docker engine that can build. */
export interface Engine {
  /** Where it listens, as DOCKER_HOST takes it. */
  readonly host: string
  /** The `docker` program that belongs to it. */
  readonly client: string
  /** What a program needs in its environment to reach it and to build. */
  readonly environment: Readonly<Record<string, string>>
  readonly version: string
  /** Whether it was started here, and goes with everything in it. */
  readonly private: boolean
  /** Ends a private engine; another one is left alone. */
  stop(): Promise<void>
}

/** The engine that answers already: DOCKER_HOST, the client's context, or the default socket. */
export const findEngine = async (): Promise<Engine | null> => {
  const client = await findClient()
  return client ? engine(client, null) : null
}

/** A private engine: own socket, own folder, own network link; all gone after `stop`, or when this process ends. */
export const startEngine = async (): Promise<Engine> => {
  const { client, kept } = await startPrivateEngine()
  return engine(client, kept.stop)
}

/** The engine that answers, or else a private one. */
export const obtainEngine = async (progress: Progress): Promise<Engine> => {
  const found = await findEngine()
  if (found) return found
  const why = await privateEngineNeeds()
  if (why) throw new StaggerError(missingEngine(why))
  progress.say('no Docker engine answers: starting a private one')
  const started = await startPrivateEngine()
  if (await isForwardClosed()) progress.warn(forwardNotice(bridgeOf(started.kept.folder)))
  return engine(started.client, started.kept.stop)
}

const engine = (client: Client, stop: (() => Promise<void>) | null): Engine => ({
  host: client.host,
  client: client.path,
  environment: { DOCKER_HOST: client.host, DOCKER_BUILDKIT: '1', PATH: pathFor(client.path) },
  version: client.engine,
  private: stop !== null,
  stop: stop ?? (async () => {}),
})

/** Whether `obtainEngine` will find or start one. */
export const engineWithinReach = async (): Promise<boolean> =>
  (await privateEngineNeeds()) === null || (await findEngine()) !== null
