import type { Members } from '../match.js'
import type { Matcher } from './matcher.js'
import type { Token } from './tokens.js'

/** With more, a regular expression may try too many ways. */
const MOST_STARS = 3
/** More than a path may be long. */
const MOST_TOKENS = 4096

/** A pattern that must be asked of the whole path, since `**` stands inside of a segment or a set takes a `/`. */
export const compileOdd = (tokens: readonly Token[]): Matcher | null => {
  if (tokens.length > MOST_TOKENS) return null
  if (tokens.filter((token) => ['star', 'deep', 'rest'].includes(token as string)).length > MOST_STARS)
    return null
  const regex = new RegExp(`^${tokens.map(textOf).join('')}$`, 'u')
  return {
    start: '',
    step: (folder, name) => (folder === '' ? name : `${folder}/${name}`),
    matched: (path) => regex.test(path as string),
    below: (path) => path,
  }
}

const TEXTS = { any: '[^/]', star: '[^/]*', deep: '(?:[^\\n]*/)?', rest: '[^\\n]*', begin: '^' }

const textOf = (token: Token): string => {
  if (typeof token === 'number') return escaped(token)
  return typeof token === 'string' ? TEXTS[token] : membersText(token)
}

const escaped = (code: number): string => `\\u{${code.toString(16)}}`

const membersText = ({ negated, ranges }: Members): string => {
  const text = ranges.map(([low, high]) => (low > high ? '' : `${escaped(low)}-${escaped(high)}`)).join('')
  return `[${negated ? '^' : ''}${text}]`
}
