import { refuse } from './fault.js'
import type { Schema } from './model.js'

interface Branch {
  [key: string]: Branch | string
}

const RESERVED = new Set(['Action', 'Version'])

const plant = (root: Branch, name: string, value: string): void => {
  const path = name.split('.')
  const leaf = path.pop() ?? ''
  let branch = root
  for (const key of path) {
    const next = branch[key]
    branch = typeof next === 'object' ? next : newBranch(branch, key)
  }
  branch[leaf] = value
}

const newBranch = (parent: Branch, key: string): Branch => {
  const branch = Object.create(null) as Branch
  parent[key] = branch
  return branch
}

/** A time is ISO 8601 in a query, a number of seconds everywhere else. */
const seconds = (text: string, path: string): number => {
  const at = Date.parse(text)
  return Number.isNaN(at) ? refuse('ValidationError', `${path} must be a time, not '${text}'.`) : at / 1000
}

const scalar = (schema: Schema, text: string, path: string): unknown => {
  if (schema.isBooleanSchema()) return text === 'true' ? true : text === 'false' ? false : text
  if (schema.isTimestampSchema()) return seconds(text, path)
  if (!schema.isNumericSchema()) return text
  const value = Number(text)
  return text.trim() === '' || Number.isNaN(value)
    ? refuse('ValidationError', `${path} must be a number, not '${text}'.`)
    : value
}

const items = (schema: Schema, branch: Branch, path: string): unknown[] => {
  const members = branch.member
  if (typeof members !== 'object') return []
  const order = Object.keys(members).toSorted((a, b) => Number(a) - Number(b))
  return order.map((key) => grow(schema.getValueSchema(), members[key] ?? '', `${path}.member.${key}`))
}

const fields = (schema: Schema, branch: Branch, path: string): Record<string, unknown> => {
  const known = new Map([...schema.structIterator()])
  return Object.fromEntries(
    Object.entries(branch).map(([name, value]) => {
      const member = known.get(name)
      return [name, member ? grow(member, value, path === '' ? name : `${path}.${name}`) : value]
    }),
  )
}

/** An empty string stands for an empty list, as the protocol has it. */
const grow = (schema: Schema, value: Branch | string, path: string): unknown => {
  if (schema.isListSchema()) return typeof value === 'string' ? [] : items(schema, value, path)
  if (typeof value === 'string') return scalar(schema, value, path)
  return schema.isStructSchema() ? fields(schema, value, path) : value
}

/** `A.member.1.B=x` → `{ A: [{ B: 'x' }] }`, typed by the schema; what it does not know stays, to be refused. */
export const fromQuery = (schema: Schema, parameters: URLSearchParams): unknown => {
  const root = Object.create(null) as Branch
  for (const [name, value] of parameters) if (!RESERVED.has(name)) plant(root, name, value)
  return schema.isUnitSchema() ? {} : grow(schema, root, '')
}
