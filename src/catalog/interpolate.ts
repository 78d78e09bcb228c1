/** Thrown for `${X:?message}` where X is not set. */
export class RequiredVariable extends Error {
  constructor(
    readonly variable: string,
    message: string,
  ) {
    super(message)
    this.name = 'RequiredVariable'
  }
}

/** A variable's value, or undefined where it is not set. */
export type Variable = (name: string) => string | undefined

const REFERENCE = /^(?:\{([A-Za-z_][A-Za-z0-9_]*)(:?[-+?])?|([A-Za-z_][A-Za-z0-9_]*))/

/**
 * Puts variables into a compose file's text: `$X`, `${X}`, `${X:-default}`, `${X-default}`, `${X:+other}`,
 * `${X:?message}`, which throws, nested, and `$$` for a dollar. (compose-spec, 12-interpolation.md)
 */
export const interpolate = (text: string, variable: Variable): string => read(text, 0, variable, false).value

/** Reads to the end of the text, or to the brace that closes the default it stands in. */
const read = (
  text: string,
  start: number,
  variable: Variable,
  inBraces: boolean,
): { value: string; end: number } => {
  let value = ''
  for (let at = start; at < text.length; ) {
    const ch = text[at] as string
    if (inBraces && ch === '}') return { value, end: at + 1 }
    const found = ch === '$' ? readReference(text, at + 1, variable) : null
    value += found ? found.value : ch
    at = found ? found.end : at + 1
  }
  return { value, end: text.length }
}

const readReference = (
  text: string,
  at: number,
  variable: Variable,
): { value: string; end: number } | null => {
  if (text[at] === '$') return { value: '$', end: at + 1 }
  const [whole = '', braced, modifier, plain] = REFERENCE.exec(text.slice(at)) ?? []
  if (plain) return { value: variable(plain) ?? '', end: at + whole.length }
  if (!braced) return null
  const word = read(text, at + whole.length, variable, true)
  return { value: resolve(braced, variable(braced), modifier ?? '', word.value), end: word.end }
}

const resolve = (name: string, held: string | undefined, modifier: string, word: string): string => {
  const set = modifier.startsWith(':') ? held !== undefined && held !== '' : held !== undefined
  if (modifier.endsWith('+')) return set ? word : ''
  if (modifier.endsWith('-')) return set ? (held as string) : word
  if (modifier.endsWith('?') && !set) throw new RequiredVariable(name, word)
  return held ?? ''
}
