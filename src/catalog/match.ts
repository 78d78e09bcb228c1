/** What one step of a pattern takes: this character, any, one of a set, or (`star`) any number of them. */
export type Token = number | 'any' | 'star' | Members

/** `[a-z]`, `[^a-z]`. A range that ends before it begins holds nothing. */
export interface Members {
  readonly negated: boolean
  readonly ranges: readonly (readonly [number, number])[]
}

export const isPattern = (segment: string): boolean => /[*?[\\]/.test(segment)

const NOTHING = () => false

/** A pattern of one path segment as Go's `path.Match` reads it; BuildKit matches COPY sources with it. */
export const segmentPattern = (pattern: string): ((name: string) => boolean) => {
  if (!isPattern(pattern)) return (name) => name === pattern
  const tokens = tokensOf(pattern)
  return tokens ? matcher(tokens) : NOTHING
}

/** Null for what Go calls a bad pattern: it matches nothing. */
const tokensOf = (pattern: string): Token[] | null => {
  const tokens: Token[] = []
  for (let at = 0; at < pattern.length; ) {
    const piece = readPiece(pattern, at)
    if (!piece) return null
    if (piece.token !== 'star' || tokens.at(-1) !== 'star') tokens.push(piece.token)
    at = piece.end
  }
  return tokens
}

interface Piece {
  readonly token: Token
  readonly end: number
}

const readPiece = (pattern: string, at: number): Piece | null => {
  const ch = pattern[at]
  if (ch === '*') return { token: 'star', end: at + 1 }
  if (ch === '?') return { token: 'any', end: at + 1 }
  if (ch === '[') return readSet(pattern, at)
  return readCharacter(pattern, ch === '\\' ? at + 1 : at)
}

export const readCharacter = (pattern: string, at: number): (Piece & { readonly token: number }) | null => {
  const token = pattern.codePointAt(at)
  return token === undefined ? null : { token, end: at + width(token) }
}

const SET = /\[(\^?)((?:(?:\\.|[^\]\\-])(?:-(?:\\.|[^\]\\-]))?)+)\]/suy
const MEMBER = /(\\.|[^\\])(?:-(\\.|[^\\]))?/gsu

/** A `\` inside takes the next character as it is; a `-` that stands alone is a bad pattern. */
export const readSet = (
  pattern: string,
  start: number,
): { readonly token: Members; readonly end: number } | null => {
  SET.lastIndex = start
  const match = SET.exec(pattern)
  if (!match) return null
  const ranges = [...(match[2] as string).matchAll(MEMBER)].map(
    ([, low = '', high = low]) => [codeOf(low), codeOf(high)] as const,
  )
  return { token: { negated: match[1] === '^', ranges }, end: start + match[0].length }
}

const codeOf = (member: string): number => member.replace(/^\\(?=.)/su, '').codePointAt(0) as number
const width = (code: number): number => (code > 0xffff ? 2 : 1)

export const isMember = ({ negated, ranges }: Members, code: number): boolean =>
  ranges.some(([low, high]) => low <= code && code <= high) !== negated

const takes = (token: Token | undefined, code: number): boolean => {
  if (typeof token === 'number') return token === code
  return typeof token === 'object' ? isMember(token, code) : token === 'any'
}

/**
 * Whether a name, in which no `/` stands, is all that the tokens take. Only the last star is ever gone back to, since
 * what an earlier one could take besides, that one can take as well: no pattern is slow.
 */
export const matcher =
  (tokens: readonly Token[]) =>
  (name: string): boolean => {
    let token = 0
    let star: { token: number; at: number } | null = null
    for (let at = 0; at < name.length; ) {
      const code = name.codePointAt(at) as number
      if (tokens[token] === 'star') star = { token: ++token, at }
      else if (takes(tokens[token], code)) {
        token++
        at += width(code)
      } else if (star) {
        star.at += width(name.codePointAt(star.at) as number)
        at = star.at
        token = star.token
      } else return false
    }
    while (tokens[token] === 'star') token++
    return token === tokens.length
  }
