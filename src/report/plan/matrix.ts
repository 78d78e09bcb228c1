import { basesOf } from '../../changes/bases.js'
import { NEEDS, type Plan, type PlannedService } from '../../changes/planned.js'
import type { Fingerprint, ServiceName } from '../../words.js'

/** What GitHub starts of one matrix: https://docs.github.com/en/actions/reference/limits */
export const MOST_JOBS = 256

/** One job of the matrix. Holds names that were checked, and nothing that somebody else wrote. */
export interface Leg {
  /** One service's name, or several with a space between them, as the actions take them. */
  readonly service: string
  /** What to call the job: short, however many services it has. */
  readonly title: string
  readonly services: number
  /** From 1. */
  readonly leg: number
  readonly legs: number
  /** What any of its services needs, e.g. `build,test`. */
  readonly needs: string
  /** Null where there are several. */
  readonly fingerprint: Fingerprint | null
}

/** The jobs that follow: one for each affected service or group, or as many as there may be, evenly filled. */
export const planMatrix = (
  { services }: Pick<Plan, 'services'>,
  most = MOST_JOBS,
): { readonly include: readonly Leg[] } => {
  const affected = services.filter((service) => service.affected)
  const legs = pack(units(neighbours(basesFirst(affected))), most)
  return { include: legs.map((leg, at) => legOf(leg, at + 1, legs.length)) }
}

const legOf = (services: readonly PlannedService[], leg: number, legs: number): Leg => {
  const [first, ...more] = services as [PlannedService, ...PlannedService[]]
  const { name } = first.service
  return {
    service: services.map(({ service }) => service.name).join(' '),
    title: more.length > 0 ? `${name} and ${more.length} more` : name,
    services: services.length,
    leg,
    legs,
    needs: NEEDS.filter((need) => services.some(({ needs }) => needs.includes(need))).join(),
    fingerprint: more.length > 0 ? null : first.image.fingerprint,
  }
}

/** Whoever is built from another one's image comes after it; else the order stays. */
const basesFirst = (services: readonly PlannedService[]): readonly PlannedService[] => {
  const byName = new Map(services.map((planned) => [planned.service.name, planned]))
  const ordered = new Set<PlannedService>()
  const visit = (planned: PlannedService): void => {
    if (ordered.has(planned)) return
    for (const base of basesOf(planned)) {
      const found = byName.get(base)
      if (found) visit(found)
    }
    ordered.add(planned)
  }
  services.forEach(visit)
  return [...ordered]
}

/**
 * Services that hang together stand next to each other, so that one leg has most of them: a job builds what its
 * services are built from too, where nobody else has, and two jobs would do it twice.
 */
const neighbours = (ordered: readonly PlannedService[]): readonly PlannedService[] => {
  const clusters = new Map<ServiceName, Set<PlannedService>>()
  for (const planned of ordered) {
    const [home = new Set<PlannedService>(), ...others] = new Set(
      basesOf(planned).flatMap((base) => clusters.get(base) ?? []),
    )
    for (const one of [...others.flatMap((cluster) => [...cluster]), planned]) {
      home.add(one)
      clusters.set(one.service.name, home)
    }
  }
  return [...new Set(clusters.values())].flatMap((cluster) => [...cluster])
}

type Unit = readonly PlannedService[]

/** What is released together is never torn apart. */
const units = (services: readonly PlannedService[]): readonly Unit[] => {
  const made = new Map<string, PlannedService[]>()
  for (const planned of services) {
    const { name, group } = planned.service
    const key = group === null ? `service ${name}` : `group ${group}`
    made.set(key, [...(made.get(key) ?? []), planned])
  }
  return [...made.values()]
}

/** Consecutive units share a leg; without groups no leg has two services more than another. */
const pack = (all: readonly Unit[], most: number): readonly Unit[] => {
  if (all.length <= most) return all
  const total = all.reduce((sum, unit) => sum + unit.length, 0)
  const legs = new Map<number, PlannedService[]>()
  let before = 0
  for (const unit of all) {
    const leg = Math.floor((before * most) / total)
    legs.set(leg, [...(legs.get(leg) ?? []), ...unit])
    before += unit.length
  }
  return [...legs.values()]
}
