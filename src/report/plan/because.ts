import type { InputChange, PlannedService, Reason } from '../../changes/planned.js'
import type { ServiceName } from '../../words.js'
import { type ByService, placeText, reasonText, type Services } from './reason.js'
import type { Branch } from './tree.js'

/** The reasons of a service: files below the instruction that reads them, another service above its own reasons. */
export const becauseOf = (planned: PlannedService, services: Services): readonly Branch[] =>
  branches(planned, services, new Set([planned.service.name]))

/** A service that several take from is explained once. */
const branches = (planned: PlannedService, services: Services, told: Set<ServiceName>): Branch[] => [
  ...fileBranches(planned),
  ...planned.reasons.filter(isService).map((reason) => serviceBranch(reason, services, told)),
  ...planned.reasons.filter((reason) => !isFile(reason) && !isService(reason)).map(plain),
]

const isService = (reason: Reason): reason is ByService => reason.kind === 'service'
type ByFile = Extract<Reason, { kind: 'input' | 'tests' }>
const isFile = (reason: Reason): reason is ByFile => reason.kind === 'input' || reason.kind === 'tests'
const plain = (reason: Reason): Branch => ({ text: reasonText(reason) })

const fileBranches = ({ service, reasons }: PlannedService): Branch[] => {
  const groups = new Map<string, InputChange[]>()
  for (const reason of reasons.filter(isFile).toSorted((a, b) => a.line - b.line)) {
    const place = reason.line > 0 ? `${placeText(reason)} of ${service.dockerfile}` : placeText(reason)
    const title = reason.kind === 'tests' ? `${place}, for its tests alone` : place
    groups.set(title, [...(groups.get(title) ?? []), reason])
  }
  return [...groups].map(([text, files]) => ({
    text,
    below: files.map(({ path, change }) => ({ text: `${path} ${change}` })),
  }))
}

const serviceBranch = (reason: ByService, services: Services, told: Set<ServiceName>): Branch => {
  const text = reasonText(reason)
  const base = services.get(reason.service)
  if (!base?.affected || reason.change === 'removed') return { text }
  if (told.has(reason.service)) return { text: `${text}: see there` }
  told.add(reason.service)
  return { text, below: branches(base, services, told) }
}
