import type { Plan, PlannedService, Reason } from '../../changes/planned.js'
import { type ServiceName, unreachable } from '../../words.js'

export type ByService = Extract<Reason, { kind: 'service' }>

/** Services by name, to follow a reason on to where it began. */
export type Services = ReadonlyMap<ServiceName, PlannedService>

export const byName = ({ services }: Pick<Plan, 'services'>): Services =>
  new Map(services.map((planned) => [planned.service.name, planned]))

/** The first reason, and how many more there are. */
export const firstReason = ({ service, reasons }: PlannedService, services: Services): string => {
  const [first, ...more] = reasons
  if (!first) return ''
  const text = first.kind === 'service' ? wayText(service.name, first, services) : reasonText(first)
  return more.length > 0 ? `${text} (and ${more.length} more)` : text
}

/** From a service to what changed at the other end: `web ← base ← pb/demo.proto modified`. */
const wayText = (name: ServiceName, reason: ByService, services: Services): string => {
  if (reason.change === 'added' || reason.change === 'removed') return reasonText(reason)
  const end = services.get(reason.path.at(-1) ?? reason.service)
  const [began] = end?.reasons.filter(({ kind }) => kind !== 'service') ?? []
  const way = [name, ...reason.path].join(' ← ')
  return began ? `${way} ← ${causeText(began)}` : way
}

/** Without the line of an instruction, which stands in another service's Dockerfile. */
const causeText = (reason: Reason): string =>
  reason.kind === 'input' ? `${reason.path} ${reason.change}` : reasonText(reason)

export const reasonText = (reason: Reason): string => {
  switch (reason.kind) {
    case 'input':
      return `${reason.path} ${reason.change} (${placeText(reason)})`
    case 'tests':
      return `${reason.path} ${reason.change}, read by its tests alone`
    case 'more':
      return 'and further inputs'
    case 'instructions':
      return `the Dockerfile changed: ${shorten(reason.detail)}`
    case 'argument':
      return `the build argument ${reason.name} changed`
    case 'unknown-before':
      return 'no good image of it is known yet'
    case 'not-comparable':
      return `its inputs differ; ${reason.detail}`
    case 'untracked':
      return `${reason.path} (line ${reason.line}) is not tracked by git, so nobody can say that it did not change`
    case 'platforms':
      return `it is built for other platforms: ${reason.detail}`
    case 'service':
      return byServiceText(reason)
    case 'no-tests':
      return 'tests are required, and it has none'
    case 'never-deployed':
      return 'it was never deployed there'
    case 'other-image-deployed':
      return 'another image is deployed there'
    case 'configuration':
      return 'its configuration there changed'
    default:
      return unreachable(reason)
  }
}

const byServiceText = (reason: ByService): string => {
  const place = placeText(reason)
  switch (reason.change) {
    case 'added':
      return `it takes from the image of ${reason.service} now (${place})`
    case 'removed':
      return `it no longer takes from the image of ${reason.service}`
    case 'modified':
      return `the image of ${reason.service} changed (${place})`
    case 'undecided':
      return `the image of ${reason.service} has no fingerprint (${place})`
    default:
      return unreachable(reason.change)
  }
}

/** Where the Dockerfile says it; line 0 stands for `stagger.yml`. */
export const placeText = ({ instruction, line }: { instruction: string; line: number }): string =>
  line > 0 ? `${instruction}, line ${line}` : `${instruction} in stagger.yml`

const shorten = (text: string): string => {
  const [line = ''] = text.split('\n')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
