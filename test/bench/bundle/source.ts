import { type RefusingRegistry, refusingRegistry } from '../../cli/registry-server.js'
import { bareOrigin, type Origin } from '../../e2e/origin.js'
import { temporaryRepository } from '../../platform/repository.js'
import { definition } from '../../rehearsal/stage.js'
import type { Strategy } from './strategies.js'

export const ENVIRONMENT = 'production'
export const REGION = 'eu-central-1'

/** What the environment says of one deployment. */
export interface Wish {
  readonly strategy: Strategy
  readonly onCancel: 'rollback' | 'leave'
  readonly pause: string | null
}

/** A repository, what GitHub holds of it, and a registry that has an image for each of its commits. */
export interface Source {
  readonly origin: Origin
  /** A commit that is deployed as one wishes, pushed to main; its tasks answer with the version. */
  commit(version: string, wish: Wish): string
  /** The commit that the ledger says is deployed; null where it knows of none. */
  deployed(): string | null
  remove(): Promise<void>
}

/** Milliseconds that a task takes to answer: what is in flight when it is told to go. */
const DELAY = '20'

const settings = (registry: RefusingRegistry, endpoint: string, { strategy, onCancel, pause }: Wish) => ({
  registry: registry.prefix,
  environments: {
    [ENVIRONMENT]: {
      region: REGION,
      endpoint,
      cluster: 'demo',
      service: 'cart',
      taskDefinition: 'task.json',
      bakeMinutes: 10,
      canary: { percent: 10, minutes: 10 },
      linear: { percent: 25, minutes: 6 },
      // No room for more tasks than there are: then it stops what serves before anything new does.
      ...(strategy === 'all-at-once' ? { maximumPercent: 100 } : {}),
      pauses: pause === null ? [] : [{ at: [pause] }],
      onCancel,
    },
  },
})

export const laySource = async (endpoint: string): Promise<Source> => {
  const registry = await refusingRegistry(200, '{}')
  const repository = temporaryRepository()
  const origin = bareOrigin(repository.directory)
  return {
    origin,
    commit: (version, wish) => {
      const environment = Object.entries({ VERSION: version, DELAY }).map(([name, value]) => ({
        name,
        value,
      }))
      const commit = repository.commit({
        // JSON is YAML.
        'stagger.yml': JSON.stringify(settings(registry, endpoint, wish), null, 2),
        'task.json': JSON.stringify(definition(version, { image: '{image}', environment })),
        'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
        'cart/app.txt': `cart ${version}\n`,
      })
      repository.git('push', '--quiet', 'origin', 'main')
      return commit
    },
    deployed: () => (origin.entry(`environments/${ENVIRONMENT}/cart.json`)?.commit as string) ?? null,
    remove: async () => {
      origin.remove()
      repository.remove()
      await registry.close()
    },
  }
}
