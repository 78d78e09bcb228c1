import { callFunction } from './functions.js'
import { evaluate, type Scope, withNames } from './hcl/evaluate.js'
import { type Attribute, type Block, type Body, type Expression, HclError, inFile } from './hcl/syntax.js'
import { FleetingValue, type Value, WrongValue } from './hcl/value.js'

/** A file as far as it is read. */
export interface Source {
  readonly file: string
  readonly body: Body
}

interface Placed<T> {
  readonly file: string
  readonly one: T
}

export const attributeOf = ({ body }: Block, name: string): Attribute | undefined =>
  body.attributes.find((attribute) => attribute.name === name)

export const blocksOf = (sources: readonly Source[], type: string): Placed<Block>[] =>
  sources.flatMap(({ file, body }) =>
    body.blocks.filter((block) => block.type === type).map((one) => ({ file, one })),
  )

const DEEPEST = 100

/**
 * What names and functions mean in all files together; a later file's variable takes the place of one before. Variables
 * have their defaults: the environment's own would make a plan depend on who asks.
 */
export const scopeOf = (sources: readonly Source[]): Scope => {
  const variables = new Map<string, Placed<Expression>>()
  for (const { file, one } of blocksOf(sources, 'variable'))
    variables.set(one.labels[0] ?? '', { file, one: attributeOf(one, 'default')?.value ?? unset(one) })
  for (const { file, body } of sources)
    for (const { name, value } of body.attributes) variables.set(name, { file, one: value })
  const functions = new Map(
    blocksOf(sources, 'function').map((placed) => [placed.one.labels[0] ?? '', placed]),
  )
  const targets = blocksOf(sources, 'target')
  let depth = 0
  const scope: Scope = {
    name: onceWithoutCircles((name) => {
      if (name === 'target') return attributesByTarget(targets, scope)
      if (name === 'BAKE_CMD_CONTEXT') return 'cwd://'
      if (name === 'BAKE_LOCAL_PLATFORM') throw new FleetingValue(`${name} depends on the machine`)
      const found = variables.get(name)
      return found && inFile(found.file, () => evaluate(found.one, scope))
    }),
    call: (name, args) => {
      const own = functions.get(name)
      if (!own) return callFunction(name, args)
      if (depth > DEEPEST) throw new WrongValue(`${name} calls itself`)
      depth++
      try {
        return inFile(own.file, () => callOwn(own.one, args, scope))
      } finally {
        depth--
      }
    },
  }
  return scope
}

/** Without a default a variable is empty; one that says its type is null. */
const unset = (variable: Block): Expression => ({
  kind: 'literal',
  value: attributeOf(variable, 'type') ? null : '',
  line: variable.line,
})

const onceWithoutCircles = (read: (name: string) => Value | undefined): Scope['name'] => {
  const known = new Map<string, Value | undefined>()
  const under = new Set<string>()
  return (name) => {
    if (known.has(name)) return known.get(name)
    if (under.has(name)) throw new WrongValue(`${name} is made from itself`)
    under.add(name)
    try {
      const value = read(name)
      known.set(name, value)
      return value
    } finally {
      under.delete(name)
    }
  }
}

/** `target.app.args`: worked out when somebody asks for it. */
const attributesByTarget = (targets: readonly Placed<Block>[], scope: Scope): Value => {
  const byName = targets.map(({ file, one }) => {
    const attributes = one.body.attributes.map(({ name, value }) => [
      name,
      { enumerable: true, get: () => inFile(file, () => evaluate(value, scope)) },
    ])
    return [one.labels[0] ?? '', Object.defineProperties({}, Object.fromEntries(attributes))] as const
  })
  return Object.fromEntries(byName)
}

const callOwn = (block: Block, args: readonly (() => Value)[], scope: Scope): Value => {
  const result = attributeOf(block, 'result')
  if (!result) throw new HclError(`the function ${block.labels[0]} has no result`, block.line)
  const names = namesIn(attributeOf(block, 'params'))
  const [rest] = namesIn(attributeOf(block, 'variadic_params'))
  if (args.length < names.length) throw new WrongValue(`${block.labels[0]} takes ${names.join(', ')}`)
  const given = names.map((name, at) => [name, args[at]?.() ?? null] as const)
  const others = rest === undefined ? [] : [[rest, args.slice(names.length).map((arg) => arg())] as const]
  return evaluate(result.value, withNames(scope, Object.fromEntries([...given, ...others])))
}

/** `[a, b]` in HCL, `["a", "b"]` in JSON; `variadic_params` may be one name alone. */
const namesIn = (attribute: Attribute | undefined): string[] => {
  if (!attribute) return []
  const { value } = attribute
  const items = value.kind === 'list' ? value.items : [value]
  return items.map((item) =>
    item.kind === 'name' ? item.name : item.kind === 'literal' ? String(item.value) : '',
  )
}
