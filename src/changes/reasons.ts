import type { Edge, Input, StageInputs } from '../catalog/inputs.js'
import type { FileMode, Objects, Oid } from '../words.js'
import type { Fingerprinted, InputChange, Reason } from './planned.js'

/** More would not be read; the plan says how many there are by its fingerprints, not by this list. */
const MOST = 50

/** Why two fingerprints differ, told by what went into them. */
export const explain = async (
  objects: Objects,
  before: Fingerprinted,
  after: Fingerprinted,
): Promise<Reason[]> => [
  ...(await inputChanges(objects, before.inputs, after.inputs)).map(
    (change): Reason => ({ kind: 'input', ...change }),
  ),
  ...edgeChanges(before, after),
  ...instructionChanges(before.inputs, after.inputs),
  ...argumentChanges(before.inputs, after.inputs),
  ...platformChanges(before.inputs, after.inputs),
]

/** What the tests alone read that changed. */
export const explainTests = async (
  objects: Objects,
  before: Fingerprinted,
  after: Fingerprinted,
): Promise<Reason[]> => {
  const changes = await inputChanges(objects, before.inputs, after.inputs)
  const reasons = changes.map((change): Reason => ({ kind: 'tests', ...change }))
  return [...reasons, ...edgeChanges(before, after), ...instructionChanges(before.inputs, after.inputs)]
}

const instructionChanges = (before: StageInputs, after: StageInputs): Reason[] => {
  const old = new Set(before.instructions)
  const changed = after.instructions.find((line) => !old.has(line))
  if (changed !== undefined) return [{ kind: 'instructions', detail: changed }]
  if (before.instructions.length === after.instructions.length) return []
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
  const old = new Map(allInputs(before))
  const now = new Map(allInputs(after))
  const changes: InputChange[] = []
  for (const key of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    if (changes.length >= MOST) break
    changes.push(...(await inputChange(objects, old.get(key), now.get(key))))
  }
  return changes.slice(0, MOST)
}

/** Of the context, of the named ones, and the declared: one path may be an input of each. */
const allInputs = ({ inputs, named, declared }: StageInputs): [string, Input][] => [
  ...inputs.map((input): [string, Input] => [input.path, input]),
  ...named.flatMap(({ name, inputs: own }) =>
    own.map((input): [string, Input] => [`${input.path}\0${name}`, input]),
  ),
  ...declared.map((input): [string, Input] => [`${input.path}\0`, input]),
]

type Entry = Pick<Input, 'path' | 'mode' | 'oid'>

const inputChange = async (
  objects: Objects,
  old: Input | undefined,
  now: Input | undefined,
): Promise<InputChange[]> => {
  const because = (now ?? old)?.because
  if (!because) return []
  const files = await fileChanges(objects, old, now)
  return files.map(({ path, change }) => ({
    path,
    change,
    instruction: because.instruction,
    line: because.line,
  }))
}

type FileChange = Pick<InputChange, 'path' | 'change'>

/** A changed folder is told by the files in it that changed. */
const fileChanges = async (
  objects: Objects,
  old: Entry | undefined,
  now: Entry | undefined,
): Promise<FileChange[]> => {
  if (old?.oid === now?.oid && old?.mode === now?.mode) return []
  const path = (now ?? old)?.path as string
  if (old?.mode !== FOLDER || now?.mode !== FOLDER) return [{ path, change: kindOf(old, now) }]
  const [before, after] = await Promise.all([children(objects, old), children(objects, now)])
  const names = [...new Set([...before.keys(), ...after.keys()])].sort()
  const nested = await Promise.all(
    names.map((name) => fileChanges(objects, before.get(name), after.get(name))),
  )
  return nested.flat()
}

const FOLDER: FileMode = '040000'

const kindOf = (old: unknown, now: unknown): InputChange['change'] => {
  if (!old) return 'added'
  return now ? 'modified' : 'removed'
}

const children = async (
  objects: Objects,
  { oid, path }: { oid: Oid; path: string },
): Promise<Map<string, Entry>> =>
  new Map(
    (await objects.tree(oid)).map(({ name, ...entry }) => [
      name,
      { ...entry, path: path === '.' ? name : `${path}/${name}` },
    ]),
  )
