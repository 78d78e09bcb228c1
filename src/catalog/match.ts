/** A pattern of one path segment as Go's `path.Match` reads it; BuildKit matches COPY sources with it. */
export const segmentPattern = (pattern: string): RegExp =>
  new RegExp(`^${[...translate(pattern)].join('')}$`, 'su')

export const isPattern = (segment: string): boolean => /[*?[\\]/.test(segment)

function* translate(pattern: string): Generator<string> {
  for (let at = 0; at < pattern.length; ) {
    const ch = pattern[at] as string
    const set = ch === '[' ? readSet(pattern, at) : null
    if (set) yield set.text
    else if (ch === '\\') yield quote(pattern[at + 1] ?? '')
    else yield wildcard(ch, pattern[at - 1])
    at = set ? set.end : at + (ch === '\\' ? 2 : 1)
  }
}

/** A run of stars is one star: two in a row would make the match slow and mean nothing more. */
const wildcard = (ch: string, before: string | undefined): string => {
  if (ch === '*') return before === '*' ? '' : '[^/]*'
  return ch === '?' ? '[^/]' : quote(ch)
}

export const quote = (ch: string): string => ch.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** `[a-z]`, `[^a-z]`; a `\` inside takes the next character as it is. A range that ends before it begins holds nothing. */
export const readSet = (pattern: string, start: number): { text: string; end: number } | null => {
  const match = /^\[(\^?)((?:\\.|[^\]\\])+)\]/su.exec(pattern.slice(start))
  if (!match) return null
  const members = [...(match[2] as string).matchAll(/(\\.|[^\\])(?:-(\\.|[^\\]))?/gsu)]
  const text = members.map(([, low = '', high = low]) => range(plain(low), plain(high))).join('')
  return { text: `[${match[1]}${text}]`, end: start + match[0].length }
}

const plain = (member: string): string => member.replace(/^\\(?=.)/su, '')
const range = (low: string, high: string): string => {
  const code = (ch: string) => ch.codePointAt(0) as number
  return code(low) > code(high) ? '' : `\\u{${code(low).toString(16)}}-\\u{${code(high).toString(16)}}`
}
