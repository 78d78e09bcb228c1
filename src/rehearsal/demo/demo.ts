import { once } from 'node:events'
import type { Progress } from '../../platform/progress.js'
import { StaggerError } from '../../words.js'
import { BASE_IMAGE } from '../ground/base-image.js'
import { layGround } from '../ground/ground.js'
import { forgetImages } from '../ground/images.js'
import { setup } from '../ground/install.js'
import { buildInfrastructure, REHEARSAL } from './infrastructure.js'
import { clusterEnded, staggerIn, startCluster } from './programs.js'
import { shopRepository } from './repository.js'
import { playStory, type Story } from './story.js'

export interface DemoOptions {
  /** The consent to install a missing engine and registry. */
  readonly yes: boolean
  readonly progress: Progress
  /** The command line to show: `dist/cli/index.js`. */
  readonly cli: string
  /** The folder of the shop. */
  readonly example: string
  /** Aborts the demo; everything is taken away all the same. */
  readonly signal: AbortSignal
}

const SERVICES = ['user', 'catalog', 'invoice']
const REGION = 'eu-west-1'

/** The whole way on this machine, from a commit to a service that runs its new version. Leaves nothing behind. */
export const playDemo = async ({ yes, progress, cli, example, signal }: DemoOptions): Promise<Story> => {
  const undo: (() => Promise<unknown>)[] = []
  const later = <T>(value: T, step: (value: T) => Promise<unknown>): T => {
    undo.push(() => step(value))
    signal.throwIfAborted()
    return value
  }
  try {
    await setup({ yes }, progress)
    const { engine, registry } = later(await layGround(progress), (ground) => ground.stop())
    later(`${registry.address}/shop`, (prefix) => forgetImages(engine, prefix))
    const cluster = later(await startCluster(cli, engine.environment), (one) => one.stop())
    const running = AbortSignal.any([signal, whileUp(cluster.ended)])
    const repository = later(await shopRepository(example), (one) => one.remove())
    progress.say(
      'making what infrastructure code would: a cluster, load balancers, services with a placeholder',
    )
    const place = { endpoint: cluster.endpoint, region: REGION, cluster: 'shop', image: BASE_IMAGE }
    const { addresses } = await unlessAborted(buildInfrastructure(place, SERVICES), running)
    const env = environment(engine.environment, registry.address, cluster.endpoint)
    const tell = (line: string) => progress.say(line)
    const stagger = staggerIn(cli, repository.directory, env, (line) => tell(`  ${line}`), running)
    return await playStory({ stagger, repository, cli, tell, catalog: addresses.get('catalog') as string })
  } catch (error) {
    // What fails because it was stopped is no failure of its own.
    signal.throwIfAborted()
    throw error
  } finally {
    if (signal.aborted) progress.say('stopping: everything is taken away')
    for (const step of undo.reverse()) await step().catch((error) => progress.warn(String(error)))
  }
}

/** Aborts when the cluster is gone: nothing that is asked of it will be answered any more. */
const whileUp = (ended: Promise<unknown>): AbortSignal => {
  const controller = new AbortController()
  ended.then(() => controller.abort(new StaggerError(clusterEnded('ended in the middle'))))
  return controller.signal
}

/** What is under way goes on behind, and ends with the cluster that it asks. */
const unlessAborted = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  signal.throwIfAborted()
  const aborted = once(signal, 'abort').then(() => {
    throw signal.reason
  })
  return Promise.race([work, aborted])
}

/** What a user would set; a workflow's own variables must not reach the demo. */
const environment = (engine: Readonly<Record<string, string>>, registry: string, endpoint: string) => ({
  ...engine,
  STAGGER_REGISTRY: `${registry}/shop`,
  AWS_ENDPOINT_URL: endpoint,
  AWS_REGION: REGION,
  AWS_ACCESS_KEY_ID: REHEARSAL.accessKeyId,
  AWS_SECRET_ACCESS_KEY: REHEARSAL.secretAccessKey,
  CI: '',
  GITHUB_ACTIONS: '',
  NODE_NO_WARNINGS: '1',
})
