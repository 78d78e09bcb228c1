import type { Schema } from './model.js'

type Write = (schema: Schema, value: unknown) => unknown

const members: Write = (schema, value) => {
  const tree = value as Record<string, unknown>
  const names = [...schema.structIterator()]
  const stray = Object.keys(tree).find(
    (key) => tree[key] !== undefined && !names.some(([name]) => name === key),
  )
  if (stray !== undefined) throw new Error(`${schema.getName()} has no member ${stray}`)
  const present = names.filter(([name]) => tree[name] !== undefined)
  return Object.fromEntries(present.map(([name, member]) => [name, write(member, tree[name])]))
}

/** awsJson1.1: a time is a number of seconds; what is undefined is left out. */
const write: Write = (schema, value) => {
  if (schema.isStructSchema()) return members(schema, value)
  if (schema.isListSchema())
    return (value as readonly unknown[]).map((item) => write(schema.getValueSchema(), item))
  if (schema.isTimestampSchema()) return (value as Date).getTime() / 1000
  return value
}

export const toJson = (schema: Schema, output: unknown): string =>
  JSON.stringify(schema.isUnitSchema() ? {} : write(schema, output))
