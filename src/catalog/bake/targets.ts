import { evaluate, type Scope, withNames } from './hcl/evaluate.js'
import { type Block, HclError, inFile } from './hcl/syntax.js'
import { asList, asMap, asText, entriesOf, type Value, WrongValue } from './hcl/value.js'
import { attributeOf, blocksOf, type Source } from './scope.js'

/** One block that says something about a target; a target of a matrix has one for each of its values. */
export interface Layer {
  readonly file: string
  readonly block: Block
  readonly scope: Scope
}

export interface Targets {
  /** By name, what each file says about it, in the order of the files. */
  readonly targets: ReadonlyMap<string, readonly Layer[]>
  readonly groups: ReadonlyMap<string, readonly string[]>
}

export const readTargets = (sources: readonly Source[], scope: Scope): Targets => {
  const targets = new Map<string, Layer[]>()
  const groups = new Map<string, string[]>()
  const into = <T>(map: Map<string, T[]>, key: string, values: readonly T[]) =>
    map.set(key, [...(map.get(key) ?? []), ...values])
  for (const { file, one: block } of blocksOf(sources, 'group'))
    into(
      groups,
      labelOf(block),
      inFile(file, () => textsOf(block, 'targets', scope) ?? []),
    )
  for (const { file, one: block } of blocksOf(sources, 'target')) {
    const layers = inFile(file, () => expand(file, block, scope))
    for (const [name, layer] of layers) into(targets, name, [layer])
    if (attributeOf(block, 'matrix'))
      into(
        groups,
        labelOf(block),
        layers.map(([name]) => name),
      )
  }
  return { targets, groups }
}

const labelOf = ({ labels }: Block): string => labels[0] ?? ''

/** The value of an attribute in the words of one line; undefined where it is not set. */
export const settingOf = <T>(
  block: Block,
  name: string,
  scope: Scope,
  read: (value: Value) => T,
): T | undefined => {
  const attribute = attributeOf(block, name)
  if (!attribute) return undefined
  const value = evaluate(attribute.value, scope)
  if (value === null) return undefined
  try {
    return read(value)
  } catch (error) {
    if (error instanceof WrongValue) throw new HclError(`${name}: ${error.message}`, attribute.line)
    throw error
  }
}

export const textsOf = (block: Block, name: string, scope: Scope): string[] | undefined =>
  settingOf(block, name, scope, (value) =>
    asList(value)
      .filter((item) => item !== null)
      .map(asText),
  )

/** A target with a matrix is as many as its values make together, each with a name of its own. */
const expand = (file: string, block: Block, scope: Scope): [string, Layer][] => {
  const matrix = settingOf(block, 'matrix', scope, (value) =>
    entriesOf(asMap(value)).map(([name, values]) => [name, asList(values)] as const),
  )
  const scopes = matrix ? combinations(matrix).map((names) => withNames(scope, names)) : [scope]
  const layers = scopes.map((inner): [string, Layer] => {
    const name = matrix ? settingOf(block, 'name', inner, asText) : undefined
    return [name ?? labelOf(block), { file, block, scope: inner }]
  })
  const twice = layers.find(([name], at) => layers.findIndex(([other]) => other === name) < at)
  if (twice) throw new HclError(`its matrix gives the name ${twice[0]} twice`, block.line)
  return layers
}

const combinations = (
  matrix: readonly (readonly [string, readonly Value[]])[],
): Readonly<Record<string, Value>>[] =>
  matrix.reduce<Readonly<Record<string, Value>>[]>(
    (all, [name, values]) => values.flatMap((value) => all.map((one) => ({ ...one, [name]: value }))),
    [{}],
  )
