/** What Go's `unicode.IsSpace` takes for white space; JavaScript's own `\s` differs in two characters. */
const SPACE = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

const ONE = new RegExp(`[${SPACE}]`, 'u')
const LEADING = new RegExp(`^[${SPACE}]+`, 'u')
const TRAILING = new RegExp(`[${SPACE}]+$`, 'u')

export const isSpace = (ch: string): boolean => ONE.test(ch)
export const trimStart = (text: string): string => text.replace(LEADING, '')
export const trim = (text: string): string => trimStart(text).replace(TRAILING, '')
