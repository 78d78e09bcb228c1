import { setTimeout as wait } from 'node:timers/promises'
import { ApiFault, refuse } from './fault.js'
import type { Model } from './model.js'

/** What a request must pass before it is played; what comes back is called when it has been answered. */
export interface Toll {
  enter(service: Model['name'], operation: string, input: unknown): Promise<() => void>
}

export const FREE: Toll = { enter: async () => () => {} }

/** Actions that share one bucket of tokens: how many it holds, and how many come back in a second. */
export interface Bucket {
  readonly actions: readonly string[]
  readonly burst: number
  readonly sustained: number
}

export const BUCKETS: Readonly<Record<string, Bucket>> = {
  'Cluster modify': { actions: ['CreateCluster', 'DeleteCluster'], burst: 20, sustained: 1 },
  'Cluster read': { actions: ['DescribeClusters', 'ListClusters'], burst: 50, sustained: 20 },
  'Task definition modify': {
    actions: ['RegisterTaskDefinition', 'DeregisterTaskDefinition'],
    burst: 20,
    sustained: 1,
  },
  'Task definition read': {
    actions: ['DescribeTaskDefinition', 'ListTaskDefinitions', 'ListTaskDefinitionFamilies'],
    burst: 50,
    sustained: 20,
  },
  'Cluster resource modify': { actions: ['RunTask', 'StopTask'], burst: 100, sustained: 40 },
  'Cluster resource read': { actions: ['DescribeTasks', 'ListTasks'], burst: 100, sustained: 20 },
  'Service modify': {
    actions: ['CreateService', 'DeleteService', 'UpdateService'],
    burst: 50,
    sustained: 5,
  },
  'Service read': { actions: ['DescribeServices', 'ListServices'], burst: 100, sustained: 20 },
  'Service deployment': {
    actions: ['DescribeServiceDeployments', 'ListServiceDeployments'],
    burst: 50,
    sustained: 20,
  },
  'Service revision': { actions: ['DescribeServiceRevisions'], burst: 50, sustained: 20 },
  'Load balancer read': {
    actions: [
      'DescribeListeners',
      'DescribeLoadBalancers',
      'DescribeRules',
      'DescribeTargetGroupAttributes',
      'DescribeTargetGroups',
      'DescribeTargetHealth',
    ],
    burst: 40,
    sustained: 10,
  },
  'Alarm read': { actions: ['DescribeAlarms'], burst: 9, sustained: 9 },
}

interface Level {
  readonly tokens: number
  readonly at: number
}

/** The bucket after one request, or undefined where it was empty. */
export const take = (level: Level, { burst, sustained }: Bucket, now: number): Level | undefined => {
  const tokens = Math.min(burst, level.tokens + ((now - level.at) / 1000) * sustained)
  return tokens < 1 ? undefined : { tokens: tokens - 1, at: now }
}

/** How long a registration keeps its family. Inferred; AWS gives no number. */
const REGISTERING = 150

const familyIn = (input: unknown): string => String((input as { family?: unknown } | null)?.family ?? '')

const createBuckets = (buckets: readonly Bucket[], now: () => number): ((operation: string) => void) => {
  const levels = new Map<Bucket, Level>()
  return (operation) => {
    const bucket = buckets.find(({ actions }) => actions.includes(operation))
    if (!bucket) return
    const left = take(levels.get(bucket) ?? { tokens: bucket.burst, at: now() }, bucket, now())
    levels.set(bucket, left ?? (levels.get(bucket) as Level))
    if (!left) throw new ApiFault('ThrottlingException', 'Rate exceeded')
  }
}

/** One registration of a family at a time. */
const createFamilies = (): ((family: string) => Promise<() => void>) => {
  const taken = new Set<string>()
  return async (family) => {
    if (taken.has(family))
      refuse(
        'ClientException',
        'Too many concurrent attempts to create a new revision of the specified family.',
      )
    taken.add(family)
    await wait(REGISTERING)
    return () => void taken.delete(family)
  }
}

/** The rates that AWS documents for an account and a region, and any others that somebody supposes. */
export const createRates = (now: () => number = Date.now, supposed: readonly Bucket[] = []): Toll => {
  const pay = createBuckets([...Object.values(BUCKETS), ...supposed], now)
  const register = createFamilies()
  return {
    enter: async (_, operation, input) => {
      pay(operation)
      return operation === 'RegisterTaskDefinition' ? register(familyIn(input)) : () => {}
    },
  }
}
