import type { ServiceName } from '../words.js'
import type { Outside } from './dockerfile/reach.js'
import { familiarName } from './dockerfile/reference.js'
import type { Edge, StageInputs } from './inputs.js'
import type { Service } from './service.js'

/** What a stage takes from outside: images that this repository builds itself, and everything else. */
export const edgesOf = (
  { name, imagesBuiltHere, dependsOn }: Service,
  outside: readonly Outside[],
): { readonly edges: readonly Edge[]; readonly unpinned: readonly string[] } => {
  // What starts from its own image's name takes an older one of it; what is pinned is never the one to be built.
  const builderOf = ({ reference, pinned, service }: Outside) =>
    service ?? (pinned ? undefined : builder(imagesBuiltHere, familiarName(reference)))
  const isEdge = (one: Outside) => ![undefined, name].includes(builderOf(one))
  const declared = dependsOn.map((service): Edge => ({ service, reference: null, because: DECLARED }))
  return {
    edges: [
      ...outside.filter(isEdge).map((one) => edge(one, builderOf(one) as Edge['service'])),
      ...declared,
    ],
    unpinned: [...new Set(outside.flatMap((one) => (one.pinned || isEdge(one) ? [] : [one.reference])))],
  }
}

type Edges = Pick<StageInputs, 'edges'> | null | undefined

/** The services that the edges of some stages lead to, each once. */
export const edgeNames = (...stages: readonly Edges[]): readonly ServiceName[] => [
  ...new Set(stages.flatMap((stage) => stage?.edges ?? []).map(({ service }) => service)),
]

/** The same without those that only run beside: who is built after whom. Two may well be tested beside each other. */
export const baseNames = (...stages: readonly Edges[]): readonly ServiceName[] =>
  edgeNames(...stages.map((stage) => stage && { edges: stage.edges.filter(({ beside }) => !beside) }))

/** An image may well be called `constructor`. */
const builder = (images: Service['imagesBuiltHere'], name: string) =>
  Object.hasOwn(images, name) ? images[name] : undefined

const DECLARED = { instruction: 'dependsOn', line: 0 }

const edge = ({ reference, instruction }: Outside, service: Edge['service']): Edge => ({
  service,
  reference,
  because: { instruction: instruction.keyword, line: instruction.line },
})
