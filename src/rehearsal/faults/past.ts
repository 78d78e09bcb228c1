import type { ServiceRecord, World } from '../world.js'

/** What the cluster was like a few changes ago: what an eventually consistent read may still answer. */
export interface Past {
  /** Remembers the cluster as it is, where that is news. */
  note(): void
  /** As it was so many changes ago; the oldest that is remembered where there were fewer. */
  ago(changes: number): World
}

const KEPT = 16

type View = Pick<World, 'services' | 'listeners'>

/** A declaration is replaced and never changed: a number stands for each. */
const numbers = new WeakMap<object, number>()
let next = 0
const numberOf = (declared: object): number => {
  const number = numbers.get(declared) ?? next++
  numbers.set(declared, number)
  return number
}

const signOf = ({ service, declared }: ServiceRecord): string =>
  JSON.stringify([
    service.status,
    service.desiredCount,
    service.deployments.map(({ status, updatedAt }) => [status, updatedAt]),
    service.tasks.map(({ id, phase, healthy }) => [id, phase, healthy]),
    numberOf(declared),
  ])

const rulesIn = ({ listeners }: World): string =>
  JSON.stringify([...listeners.values()].map(({ rules }) => rules.map(({ arn, weights }) => [arn, weights])))

interface Remembered {
  readonly sign: string
  readonly record: ServiceRecord
}

/**
 * Each service as it is; as it was remembered before, where nothing about it is news. So the views share what stays, and
 * of 1,000 services not every turn's copy of each is kept.
 */
const remember = (
  { services }: World,
  before: ReadonlyMap<string, Remembered>,
): ReadonlyMap<string, Remembered> =>
  new Map(
    [...services].map(([arn, record]) => {
      const sign = signOf(record)
      const known = before.get(arn)
      return [arn, known?.sign === sign ? known : { sign, record }]
    }),
  )

const viewOf = (services: ReadonlyMap<string, Remembered>, { listeners }: World): View => ({
  services: new Map([...services].map(([arn, { record }]) => [arn, record])),
  listeners: new Map(
    [...listeners].map(([arn, one]) => [arn, { ...one, rules: one.rules.map((rule) => ({ ...rule })) }]),
  ),
})

const isNews = (before: ReadonlyMap<string, Remembered>, now: ReadonlyMap<string, Remembered>): boolean =>
  before.size !== now.size || [...now].some(([arn, one]) => before.get(arn) !== one)

export const createPast = (world: World): Past => {
  const views: View[] = []
  let services: ReadonlyMap<string, Remembered> = new Map()
  let rules = ''
  return {
    note: () => {
      const [before, rulesBefore] = [services, rules]
      services = remember(world, before)
      rules = rulesIn(world)
      if (rules === rulesBefore && !isNews(before, services)) return
      views.push(viewOf(services, world))
      if (views.length > KEPT) views.shift()
    },
    ago: (changes) => ({ ...world, ...views[Math.max(0, views.length - 1 - changes)] }),
  }
}
