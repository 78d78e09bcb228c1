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

const copy = ({ services, listeners }: World): View => ({
  services: new Map(services),
  listeners: new Map(
    [...listeners].map(([arn, one]) => [arn, { ...one, rules: one.rules.map((rule) => ({ ...rule })) }]),
  ),
})

const signOf = ({ service, declared }: ServiceRecord): unknown => [
  service.status,
  service.desiredCount,
  service.deployments.map(({ status, updatedAt }) => [status, updatedAt]),
  service.tasks.map(({ id, phase, healthy }) => [id, phase, healthy]),
  declared,
]

const signatureOf = ({ services, listeners }: World): string =>
  JSON.stringify([
    [...services.values()].map(signOf),
    [...listeners.values()].map(({ rules }) => rules.map(({ arn, weights }) => [arn, weights])),
  ])

export const createPast = (world: World): Past => {
  const views: View[] = []
  let signature = ''
  return {
    note: () => {
      const now = signatureOf(world)
      if (now === signature) return
      signature = now
      views.push(copy(world))
      if (views.length > KEPT) views.shift()
    },
    ago: (changes) => ({ ...world, ...views[Math.max(0, views.length - 1 - changes)] }),
  }
}
