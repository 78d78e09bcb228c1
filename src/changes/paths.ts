import type { ServiceName } from '../words.js'
import type { PlannedService, Reason } from './planned.js'

type ByService = Extract<Reason, { kind: 'service' }>

/** Leads each reason that is another service on to the service whose own inputs changed. */
export const withPaths = (services: readonly PlannedService[]): readonly PlannedService[] => {
  const byName = new Map(services.map((planned) => [planned.service.name, planned]))
  const way = (name: ServiceName): readonly ServiceName[] => {
    const reasons = byName.get(name)?.reasons ?? []
    const [onwards] = reasons.filter((reason): reason is ByService => reason.kind === 'service')
    const ends = onwards === undefined || reasons.some(({ kind }) => kind !== 'service')
    return ends ? [name] : [name, ...way(onwards.service)]
  }
  return services.map((planned) => ({
    ...planned,
    reasons: planned.reasons.map((reason) =>
      reason.kind === 'service' ? { ...reason, path: way(reason.service) } : reason,
    ),
  }))
}
