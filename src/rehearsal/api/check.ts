import { closest, distance } from 'fastest-levenshtein'
import { valuesOf } from './enums.js'
import { refuse } from './fault.js'
import { type Model, requiredOf, type Schema } from './model.js'

type Tree = Readonly<Record<string, unknown>>

const near = (name: string, names: readonly string[]): string => {
  const best = names.length === 0 ? '' : closest(name, [...names])
  return best !== '' && distance(name, best) <= 4 ? ` Did you mean ${best}?` : ''
}

const wrongType = (path: string, wanted: string, value: unknown): never =>
  refuse('SerializationException', `${path} must be ${wanted}, not ${JSON.stringify(value)}.`)

const scalar = (schema: Schema, value: unknown, path: string): unknown => {
  if (schema.isTimestampSchema())
    return typeof value === 'number' ? new Date(value * 1000) : wrongType(path, 'a time in seconds', value)
  if (schema.isStringSchema()) return typeof value === 'string' ? value : wrongType(path, 'a string', value)
  if (schema.isBooleanSchema())
    return typeof value === 'boolean' ? value : wrongType(path, 'true or false', value)
  if (schema.isNumericSchema() && typeof value !== 'number') return wrongType(path, 'a number', value)
  return value
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What AWS ignores without a word is refused here by name: in a rehearsal a misspelt field is a finding. */
const refuseUnknown = (
  model: Model,
  schema: Schema,
  tree: Tree,
  path: string,
  names: readonly string[],
): void => {
  const unknown = Object.keys(tree).find((key) => !names.includes(key))
  if (unknown !== undefined)
    refuse(
      model.invalid,
      `Unknown field ${path === '' ? '' : `${path}.`}${unknown}: ${schema.getName()} has no such member.${near(unknown, names)}`,
    )
}

const refuseMissing = (model: Model, schema: Schema, tree: Tree, path: string): void => {
  const missing = requiredOf(schema).find((name) => tree[name] === undefined || tree[name] === null)
  if (missing !== undefined)
    refuse(model.invalid, `Missing required field ${path === '' ? '' : `${path}.`}${missing}.`)
}

const refuseValue = (model: Model, structure: string, member: string, value: unknown, path: string): void => {
  const values = valuesOf(model, structure, member)
  const wrong = values && [value].flat().find((one) => !values.includes(one as string))
  if (wrong !== undefined)
    refuse(
      model.invalid,
      `${path} has the value ${JSON.stringify(wrong)}; it must be one of: ${values?.join(', ')}.`,
    )
}

const structure = (model: Model, schema: Schema, value: unknown, path: string): Tree => {
  if (!isTree(value)) return wrongType(path, 'an object', value)
  const members = [...schema.structIterator()]
  refuseUnknown(
    model,
    schema,
    value,
    path,
    members.map(([name]) => name),
  )
  refuseMissing(model, schema, value, path)
  const present = members.filter(([name]) => value[name] !== undefined && value[name] !== null)
  return Object.fromEntries(
    present.map(([name, member]) => {
      const at = path === '' ? name : `${path}.${name}`
      const read = shaped(model, member, value[name], at)
      refuseValue(model, schema.getName() ?? '', name, read, at)
      return [name, read]
    }),
  )
}

const list = (model: Model, schema: Schema, value: unknown, path: string): unknown =>
  Array.isArray(value)
    ? value.map((item, index) => shaped(model, schema.getValueSchema(), item, `${path}[${index}]`))
    : wrongType(path, 'a list', value)

const map = (model: Model, schema: Schema, value: unknown, path: string): unknown =>
  isTree(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          key,
          shaped(model, schema.getValueSchema(), item, `${path}.${key}`),
        ]),
      )
    : wrongType(path, 'an object', value)

const shaped = (model: Model, schema: Schema, value: unknown, path: string): unknown => {
  if (schema.isStructSchema()) return structure(model, schema, value, path)
  if (schema.isListSchema()) return list(model, schema, value, path)
  if (schema.isMapSchema()) return map(model, schema, value, path)
  return scalar(schema, value, path)
}

/** The input as its model has it, or the error that names what is unknown, missing or out of its values. */
export const checkInput = (model: Model, schema: Schema, input: unknown): Tree =>
  schema.isUnitSchema() ? {} : structure(model, schema, input, '')
