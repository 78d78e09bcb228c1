import type { Schema } from './model.js'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`

const members = (schema: Schema, tree: Record<string, unknown>): string => {
  const names = [...schema.structIterator()]
  const stray = Object.keys(tree).find(
    (key) => tree[key] !== undefined && !names.some(([name]) => name === key),
  )
  if (stray !== undefined) throw new Error(`${schema.getName()} has no member ${stray}`)
  return names
    .filter(([name]) => tree[name] !== undefined)
    .map(([name, member]) => element(name, content(member, tree[name])))
    .join('')
}

const content = (schema: Schema, value: unknown): string => {
  if (schema.isStructSchema()) return members(schema, value as Record<string, unknown>)
  if (schema.isListSchema())
    return (value as readonly unknown[])
      .map((item) => element('member', content(schema.getValueSchema(), item)))
      .join('')
  return escapeXml(value instanceof Date ? value.toISOString() : String(value))
}

export const toXml = (
  operation: string,
  namespace: string,
  schema: Schema,
  output: unknown,
  requestId: string,
): string => {
  const result = schema.isUnitSchema() ? '' : members(schema, output as Record<string, unknown>)
  const metadata = element('ResponseMetadata', element('RequestId', requestId))
  return `<${operation}Response xmlns="${namespace}">${element(`${operation}Result`, result)}${metadata}</${operation}Response>`
}

export const errorXml = (namespace: string, code: string, message: string, requestId: string): string => {
  const error =
    element('Type', 'Sender') + element('Code', escapeXml(code)) + element('Message', escapeXml(message))
  return `<ErrorResponse xmlns="${namespace}">${element('Error', error)}${element('RequestId', requestId)}</ErrorResponse>`
}
