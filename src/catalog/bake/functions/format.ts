import { asNumber, asText, isList, isMap, type Value, WrongValue } from '../hcl/value.js'

const VERB = /%(%|([-+ 0#]*)(\d*)(?:\.(\d+))?([a-zA-Z]))/g

/** `format("%s-%02d", …)` with the verbs that bake files use. */
export const formatted = (form: string, values: readonly Value[]): string => {
  let next = 0
  return form.replace(
    VERB,
    (whole, percent, flags: string, width: string, precision: string, verb: string) => {
      if (percent === '%') return '%'
      if (next >= values.length) throw new WrongValue(`format: there is no value for ${whole}`)
      const text = told(verb, values[next++] as Value, precision)
      const size = Number(width || 0)
      if (flags.includes('-')) return text.padEnd(size)
      return text.padStart(size, flags.includes('0') ? '0' : ' ')
    },
  )
}

const told = (verb: string, value: Value, precision: string | undefined): string => {
  if (verb === 's') return asText(value)
  if (verb === 'd') return String(Math.trunc(asNumber(value)))
  if (verb === 'f') return asNumber(value).toFixed(Number(precision ?? 6))
  if (verb === 'q') return JSON.stringify(asText(value))
  if (verb === 't' && typeof value === 'boolean') return String(value)
  if (verb === 'x') return asNumber(value).toString(16)
  if (verb === 'v')
    return value === null || isList(value) || isMap(value) ? JSON.stringify(value) : asText(value)
  throw new WrongValue(`format: %${verb} is not known here`)
}
