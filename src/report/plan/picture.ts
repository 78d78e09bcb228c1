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
  const drawn = withBases(plan, shown)
  const ids = new Map(drawn.map(({ service }, at) => [service.name, `s${at}`]))
  const arrows = [...sourceArrows(sources, ids), ...serviceArrows(shown, ids)]
  if (arrows.length === 0) return ''
  return [
    'flowchart LR',
    ...sources.map(({ label }, at) => `  f${at}(["${mermaidText(label)}"])`),
    ...drawn.map((planned, at) => `  s${at}["${labelOf(planned)}"]`),
    ...rest(affected.length - shown.length),
    ...arrows,
    '',
  ].join('\n')
}

const rest = (count: number): string[] =>
  count > 0 ? [`  more["and ${count} more ${count === 1 ? 'service' : 'services'}"]`] : []

/** Those that something points at first: an arrow says more than a box. */
const shownOf = (affected: readonly PlannedService[]): readonly PlannedService[] => {
  if (affected.length <= MOST.services) return affected
  const told = ({ reasons }: PlannedService) => reasons.some(({ kind }) => ARROWS.includes(kind))
  return [...affected.filter(told), ...affected.filter((one) => !told(one))].slice(0, MOST.services)
}
const ARROWS: readonly string[] = ['input', 'tests', 'instructions', 'untracked', 'service']

/** A base that is not affected, or not shown, is drawn for those that are built from it. */
const withBases = ({ services }: Plan, shown: readonly PlannedService[]): readonly PlannedService[] => {
  const wanted = new Set([...shown.map(({ service }) => service.name), ...shown.flatMap(edgesIn)])
  return services.filter(({ service }) => wanted.has(service.name))
}

const labelOf = ({ service, needs }: PlannedService): string =>
  [service.name, needs.join(', ')]
    .filter((line) => line !== '')
    .map(mermaidText)
    .join('<br>')

type Ids = ReadonlyMap<ServiceName, string>

const sourceArrows = (sources: readonly Source[], ids: Ids): string[] =>
  sources.flatMap(({ services }, at) => services.map((name) => `  f${at} --> ${ids.get(name)}`))

const serviceArrows = (shown: readonly PlannedService[], ids: Ids): string[] =>
  shown.flatMap((planned) =>
    edgesIn(planned)
      .filter((base) => ids.has(base))
      .map((base) => `  ${ids.get(base)} ==> ${ids.get(planned.service.name)}`),
  )

/** The images that it takes from and that changed. One that it takes from no longer is not drawn. */
const edgesIn = ({ reasons }: PlannedService): ServiceName[] => [
  ...new Set(
    reasons.flatMap((reason) =>
      reason.kind === 'service' && reason.change !== 'removed' ? [reason.service] : [],
    ),
  ),
]

/**
 * Everything but letters, digits and a few harmless signs goes as its number: nothing in a name can end the label.
 * A dot, a line or a minus is harmless inside a word; before or after one Markdown could take it for a list.
 */
export const mermaidText = (text: string): string =>
  shortened(printable(text)).replace(UNSAFE, (character) => `#${character.codePointAt(0)};`)

const UNSAFE = /(?<![\p{L}\p{N}])[._-]|[._-](?![\p{L}\p{N}])|[^\p{L}\p{N} ,/()…._-]/gu

const shortened = (text: string): string => {
  const characters = [...text]
  return characters.length > 60
    ? `${characters.slice(0, 29).join('')}…${characters.slice(-30).join('')}`
    : text
}
