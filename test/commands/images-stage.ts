import { type SweepRequest, type SweepWorld, sweepImages } from '../../src/commands/images.js'
import { recordLedger } from '../../src/commands/ledger.js'
import type { Place } from '../../src/platform/aws/ecs.js'
import type { Registry } from '../../src/platform/registry.js'
import type { Digest, Instant } from '../../src/words.js'
import { openShop, PREFIX, SHOP } from './shop.js'

export const DAY = 24 * 60 * 60 * 1000

export const ENVIRONMENT = {
  cluster: 'shop',
  service: '{service}',
  taskDefinition: 'task.json',
  timeoutMinutes: 30,
}

export const inputsOf = (letter: string) => `in-${letter.repeat(64)}`

/** A shop whose registry is to be swept. Nothing runs unless a test says so. */
export const openSweep = (
  registry?: Registry,
  prefix = PREFIX,
  now: Instant = Date.UTC(2026, 5, 1) as Instant,
) => {
  const shop = openShop(SHOP)
  const inMemory = shop.registry
  const running: string[] = []
  const asked: string[] = []
  const world = {
    ...shop.world,
    registry: registry ?? inMemory,
    imagesInUse: async (_: Place, cluster: string) => {
      asked.push(cluster)
      return running
    },
  } satisfies SweepWorld
  const request = async (given: Partial<SweepRequest> = {}): Promise<SweepRequest> => ({
    plan: await shop.planned(),
    configuration: { environments: {} },
    services: [],
    prefix,
    limits: { keep: 1, olderThan: 14 * DAY, now },
    withoutEcs: false,
    dryRun: false,
    ...given,
  })
  const sweep = async (given: Partial<SweepRequest> = {}, other: Partial<SweepWorld> = {}) =>
    sweepImages({ ...world, ...other }, await request(given))
  /** Writes files into the ledger, as other runs did. */
  const remember = (files: Readonly<Record<string, object>>) =>
    recordLedger(
      shop.world,
      new Map(Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)])),
      'a test',
    )
  return { ...shop, world, running, asked, request, sweep, remember }
}

export const outcomes = (result: Awaited<ReturnType<typeof sweepImages>>) =>
  new Map(
    result.repositories.flatMap(({ images }) =>
      images.map(({ digest, outcome, why }): [Digest, string] => [digest, `${outcome}: ${why}`]),
    ),
  )
