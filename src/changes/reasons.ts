import type { Edge, Input, StageInputs } from '../catalog/inputs.js'
import type { Objects } from '../words.js'
import { changedInputs, kindOf } from './input-changes.js'
import type { Fingerprinted, FingerprintedTests, InputChange, Reason } from './planned.js'
import { testSettings } from './test-parts.js'

/** More would not be read. */
const MOST = 50

/** Why two fingerprints differ, told by what went into them. */
export const explain = async (
  objects: Objects,
  before: Fingerprinted,
  after: Fingerprinted,
): Promise<Reason[]> => [
  ...(await fileReasons(objects, 'input', before, after)),
  ...edgeChanges(before, after),
  ...instructionChanges(before.inputs, after.inputs),
  ...argumentChanges(before.inputs, after.inputs),
  ...platformChanges(before.inputs, after.inputs),
]

/** What the tests read that changed, or that there are tests now. */
export const explainTests = async (
  objects: Objects,
  before: { readonly image: Fingerprinted; readonly test: FingerprintedTests | null },
  after: FingerprintedTests,
): Promise<Reason[]> => {
  if (!before.test) return newTests(before.image, after)
  return [
    ...(await fileReasons(objects, 'tests', before.test, after)),
    ...edgeChanges(before.test, after),
    ...instructionChanges(before.test.inputs, after.inputs),
    ...(saidOf(before.test) === saidOf(after) ? [] : [SAID_ANEW]),
  ]
}

const SAID_ANEW: Reason = {
  kind: 'tests',
  path: 'stagger.yml',
  instruction: 'test',
  line: 0,
  change: 'modified',
}

/** A stage that was not there, or what the configuration says. */
const newTests = ({ inputs }: Fingerprinted, { kinds, inputs: read }: FingerprintedTests): Reason[] =>
  kinds.some(({ kind }) => kind === 'stage') ? instructionChanges(inputs, read) : [SAID_ANEW]

/** The tests as the configuration has them; what they read is told by its own changes. */
const saidOf = ({ kinds }: FingerprintedTests): string => JSON.stringify(kinds.map(testSettings))

/** The first of them; that there are more is a reason of its own. */
const fileReasons = async (
  objects: Objects,
  kind: 'input' | 'tests',
  before: Fingerprinted,
  after: Fingerprinted,
): Promise<Reason[]> => {
  const changes = await inputChanges(objects, before.inputs, after.inputs)
  const reasons = changes.slice(0, MOST).map((change): Reason => ({ kind, ...change }))
  return changes.length > MOST ? [...reasons, { kind: 'more' }] : reasons
}

const instructionChanges = (before: StageInputs, after: StageInputs): Reason[] => {
  const old = new Set(before.instructions)
  const changed = after.instructions.find((line) => !old.has(line))
  if (changed !== undefined) return [{ kind: 'instructions', detail: changed }]
  if (JSON.stringify(before.instructions) === JSON.stringify(after.instructions)) return []
  return [{ kind: 'instructions', detail: 'lines were removed or moved' }]
}

const argumentChanges = (before: StageInputs, after: StageInputs): Reason[] =>
  [...new Set([...Object.keys(before.args), ...Object.keys(after.args)])]
    .filter((name) => before.args[name] !== after.args[name])
    .map((name) => ({ kind: 'argument', name }))

const platformChanges = (before: StageInputs, after: StageInputs): Reason[] =>
  [...before.platforms].sort().join() === [...after.platforms].sort().join()
    ? []
    : [{ kind: 'platforms', detail: after.platforms.join(', ') || "the builder's own" }]

const edgeChanges = (before: Fingerprinted, after: Fingerprinted): Reason[] => {
  const then = new Map(before.inputs.edges.map((edge) => [edge.service, edge]))
  const now = new Map(after.inputs.edges.map((edge) => [edge.service, edge]))
  return [...new Map([...then, ...now])].flatMap(([service, edge]): Reason[] => {
    const change = kindOf(then.get(service), now.get(service))
    const same =
      change === 'modified' && (before.edges.get(service) ?? null) === (after.edges.get(service) ?? null)
    return same ? [] : [edgeReason(edge, change)]
  })
}

/** Images that have no fingerprint themselves: who takes from them has none either. */
export const undecidedEdges = ({ inputs, edges }: Fingerprinted): Reason[] =>
  inputs.edges
    .filter(({ service }) => !edges.get(service))
    .map((edge): Reason => edgeReason(edge, 'undecided'))

/** The way on is known only when all services are decided: `withPaths` puts it in. */
const edgeReason = (
  { service, because }: Edge,
  change: Extract<Reason, { kind: 'service' }>['change'],
): Reason => ({ kind: 'service', service, ...because, change, path: [service] })

const inputChanges = async (
  objects: Objects,
  before: StageInputs,
  after: StageInputs,
): Promise<InputChange[]> => {
  const old = inputSets(before)
  const now = inputSets(after)
  const changes: InputChange[] = []
  for (const name of new Set([...old.keys(), ...now.keys()]))
    changes.push(...(await changedInputs(objects, old.get(name) ?? [], now.get(name) ?? [], MOST + 1)))
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Of the context, of the named ones, and the declared: one path may be an input of each. */
const inputSets = ({ inputs, named, declared }: StageInputs): Map<string, readonly Input[]> =>
  new Map([
    ['', inputs],
    ...named.map(({ name, inputs: own }): [string, readonly Input[]] => [`named ${name}`, own]),
    ['declared', declared],
  ])
