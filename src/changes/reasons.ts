import type { Input, StageInputs } from '../catalog/inputs.js'
import type { FileMode, Objects, Oid } from '../words.js'
import type { Fingerprinted, InputChange, Reason } from './planned.js'

/** More would not be read; the plan says how many there are by its fingerprints, not by this list. */
const MOST = 50

/** Why two fingerprints differ, told by what went into them. */
export const explain = async (
  objects: Objects,
  before: StageInputs,
  after: StageInputs,
): Promise<Reason[]> => [
  ...(await inputChanges(objects, before, after)).map((change): Reason => ({ kind: 'input', ...change })),
  ...instructionChanges(before, after),
  ...argumentChanges(before, after),
]

/** Files of the tests alone that changed. */
export const explainTests = async (
  objects: Objects,
  before: StageInputs,
  after: Fingerprinted,
): Promise<Reason[]> => {
  const changes = await inputChanges(objects, before, after.inputs)
  const reasons = changes.map((change): Reason => ({ kind: 'tests', ...change }))
  return [...reasons, ...instructionChanges(before, after.inputs)]
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

const inputChanges = async (
  objects: Objects,
  before: StageInputs,
  after: StageInputs,
): Promise<InputChange[]> => {
  const old = new Map(before.inputs.map((input) => [input.path, input]))
  const now = new Map(after.inputs.map((input) => [input.path, input]))
  const changes: InputChange[] = []
  for (const path of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    if (changes.length >= MOST) break
    changes.push(...(await inputChange(objects, old.get(path), now.get(path))))
  }
  return changes.slice(0, MOST)
}

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
