/** What an expression comes to. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

export type ValueMap = { readonly [key: string]: Value }

export const isMap = (value: Value): value is ValueMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

export const kindOf = (value: Value): string => {
  if (value === null) return 'null'
  if (isList(value)) return 'a list'
  return isMap(value) ? 'a map' : `a ${typeof value}`
}

/** Thrown where a value is of the wrong kind; whoever knows the line says it. */
export class WrongValue extends Error {}

/** Thrown where another moment, or another machine, would give another value. */
export class FleetingValue extends WrongValue {}

export const asText = (value: Value): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value)
  throw new WrongValue(`a text is expected, not ${kindOf(value)}`)
}

/** Without an exponent, as HCL writes them. */
const numberText = (value: number): string =>
  Number.isInteger(value) ? BigInt(value).toString() : String(value)

export const asNumber = (value: Value): number => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(number)) return number
  throw new WrongValue(`a number is expected, not ${kindOf(value)}`)
}

export const asBoolean = (value: Value): boolean => {
  if (typeof value === 'boolean') return value
  if (value === 'true' || value === 'false') return value === 'true'
  throw new WrongValue(`true or false is expected, not ${kindOf(value)}`)
}

export const asList = (value: Value): readonly Value[] => {
  if (isList(value)) return value
  throw new WrongValue(`a list is expected, not ${kindOf(value)}`)
}

export const asMap = (value: Value): ValueMap => {
  if (isMap(value)) return value
  throw new WrongValue(`a map is expected, not ${kindOf(value)}`)
}

export const equal = (a: Value, b: Value): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

/** Maps go by their keys in order, in HCL everywhere. */
export const entriesOf = (map: ValueMap): [string, Value][] =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))

const sorted = (value: Value): unknown => {
  if (isList(value)) return value.map(sorted)
  return isMap(value) ? entriesOf(value).map(([key, inner]) => [key, sorted(inner)]) : value
}
