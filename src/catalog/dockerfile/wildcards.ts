/** `${x#pattern}` and its kin, as BuildKit reads their patterns: `*`, `?`, and `\` before one of these. Null: refused. */

/** Cuts what the pattern matches off the front; the longest match where the pattern begins with a second `#`. */
export const trimPrefix = (word: string, value: string): string | null =>
  cut(word.startsWith('#') ? word.slice(1) : word, value, word.startsWith('#'))

/** The same from the end: both are turned round, since the shortest match counts from there. */
export const trimSuffix = (word: string, value: string): string | null => {
  const greedy = word.startsWith('%')
  const rest = cut(turnedPattern(greedy ? word.slice(1) : word), turned(value), greedy)
  return rest === null ? null : turned(rest)
}

export const replaceFirst = (word: string, value: string, to: string): string | null => {
  const regex = toRegex(word, true, '')
  return regex && value.replace(regex, () => to)
}

/** Here BuildKit reads `$1` in the replacement as a group of its own pattern: nobody can mean that. */
export const replaceAll = (word: string, value: string, to: string): string | null => {
  const regex = to.includes('$') ? null : toRegex(word, true, 'g')
  return regex && value.replace(regex, () => to)
}

const cut = (word: string, value: string, greedy: boolean): string | null => {
  const regex = toRegex(word, greedy, 'y')
  return regex && value.replace(regex, '')
}

const toRegex = (word: string, greedy: boolean, flags: string): RegExp | null => {
  const tokens = [...word.matchAll(/\\[\s\S]?|[\s\S]/gu)].map(([token]) => token)
  if (tokens.some((token) => token.startsWith('\\') && !/^\\[*?\\}/]$/.test(token))) return null
  return new RegExp(tokens.map((token) => tokenText(token, greedy)).join(''), `u${flags}`)
}

const tokenText = (token: string, greedy: boolean): string => {
  if (token === '*') return greedy ? '[^\\n]*' : '[^\\n]*?'
  if (token === '?') return '[^\\n]'
  return (token.length > 1 && token.startsWith('\\') ? token.slice(1) : token).replace(
    /[\\^$.*+?()[\]{}|/]/g,
    '\\$&',
  )
}

const turned = (text: string): string => [...text].reverse().join('')
const turnedPattern = (word: string): string => (word.match(/\\[\s\S]|[\s\S]/gu) ?? []).reverse().join('')
