/** What YAML gives, looked at without trust: anything else than what was asked for is nothing. */
export type Plain = Readonly<Record<string, unknown>>

export const mapOf = (value: unknown): Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {}

export const listOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

export const textsOf = (value: unknown): readonly string[] =>
  listOf(value).filter((one): one is string => typeof one === 'string')

/** `- name` and `name: { … }` alike. */
export const namesOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? textsOf(value) : Object.keys(mapOf(value))
