import type { Plan, PlannedService } from '../../changes/planned.js'
import type { ServiceName } from '../../words.js'
import { printable } from '../table.js'
import { type Source, sourcesOf } from './sources.js'

/** More would not be seen; Mermaid itself draws no more than 500 arrows. */
const MOST = { sources: 12, services: 24 }

/**
 * The affected part as a Mermaid flowchart: what changed → who reads it → who is built from that. Empty where no
 * arrow would be in it.
 */
export const planPicture = (plan: Plan): string => {
  const affected = plan.services.filter((service) => service.affected)
  const shown = shownOf(affected)
  const sources = sourcesOf(shown, MOST.sources)
  const arrows = [...sourceArrows(sources, shown), ...serviceArrows(shown)]
  if (arrows.length === 0) return ''
  const rest = affected.length - shown.length
  return [
    'flowchart LR',
    ...sources.map(({ label }, at) => `  f${at}(["${mermaidText(label)}"])`),
    ...nodes(plan, shown),
    ...(rest > 0 ? [`  more["and ${rest} more ${rest === 1 ? 'service' : 'services'}"]`] : []),
    ...arrows,
    '',
  ].join('\n')
}

/** Those that something points at first: an arrow says more than a box. */
const shownOf = (affected: readonly PlannedService[]): readonly PlannedService[] => {
  if (affected.length <= MOST.services) return affected
  const told = ({ reasons }: PlannedService) => reasons.some(({ kind }) => ARROWS.includes(kind))
  return [...affected.filter(told), ...affected.filter((one) => !told(one))].slice(0, MOST.services)
}
const ARROWS: readonly string[] = ['input', 'tests', 'instructions', 'untracked', 'service']

/** A service, and below it what it needs; a base that is drawn for its users alone needs nothing. */
const nodes = ({ services }: Plan, shown: readonly PlannedService[]): string[] => {
  const bases = new Set(shown.flatMap(edgesIn))
  return services
    .filter((one) => shown.includes(one) || bases.has(one.service.name))
    .map(
      ({ service, needs }) =>
        `  ${idOf(service.name)}["${[service.name, ...below(needs)].map(mermaidText).join('<br>')}"]`,
    )
}
const below = (needs: readonly string[]): string[] => (needs.length > 0 ? [needs.join(', ')] : [])

const sourceArrows = (sources: readonly Source[], shown: readonly PlannedService[]): string[] => {
  const names = new Set(shown.map(({ service }) => service.name))
  return sources.flatMap(({ services }, at) =>
    services.filter((name) => names.has(name)).map((name) => `  f${at} --> ${idOf(name)}`),
  )
}

const serviceArrows = (shown: readonly PlannedService[]): string[] =>
  shown.flatMap((planned) =>
    edgesIn(planned).map((base) => `  ${idOf(base)} ==> ${idOf(planned.service.name)}`),
  )

/** The images that it takes from and that changed. One that it takes from no longer is not drawn. */
const edgesIn = ({ reasons }: PlannedService): ServiceName[] => [
  ...new Set(
    reasons.flatMap((reason) =>
      reason.kind === 'service' && reason.change !== 'removed' ? [reason.service] : [],
    ),
  ),
]

/** A word of Mermaid's, such as `end`, is none behind a prefix; what is in a name beside letters is its number. */
const idOf = (name: ServiceName): string =>
  `s-${name.replace(/[^a-z0-9]/g, (character) => `_${character.charCodeAt(0).toString(16)}`)}`

/** Everything but letters, digits and a few harmless signs goes as its number: nothing in a name can end the label. */
export const mermaidText = (text: string): string =>
  shortened(printable(text)).replace(/[^\p{L}\p{N} ,/()…]/gu, (character) => `#${character.codePointAt(0)};`)

const shortened = (text: string): string => {
  const characters = [...text]
  return characters.length > 60
    ? `${characters.slice(0, 29).join('')}…${characters.slice(-30).join('')}`
    : text
}
