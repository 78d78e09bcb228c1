/**
 * `${x#pattern}` and its kin, as BuildKit reads their patterns: `*`, `?`, and `\` before one of these. Null where it is
 * refused, or too much to try. No regular expression: one with several stars may take longer than anybody lives.
 */
type Text = readonly string[]

/** What stands between the stars, character by character; null is any one. */
type Pieces = readonly (readonly (string | null)[])[]

/** Cuts what the pattern matches off the front; the longest match where the pattern begins with a second `#`. */
export const trimPrefix = (word: string, value: string): string | null => {
  const greedy = word.startsWith('#')
  const pieces = piecesOf(greedy ? word.slice(1) : word, value)
  return pieces && cut(pieces, [...value], greedy)
}

/** The same from the end: both are turned round, since the shortest match counts from there. */
export const trimSuffix = (word: string, value: string): string | null => {
  const greedy = word.startsWith('%')
  const pieces = piecesOf(greedy ? word.slice(1) : word, value)
  const rest = pieces && cut(turned(pieces.map(turned)), turned([...value]), greedy)
  return rest === null ? null : turned([...rest]).join('')
}

export const replaceFirst = (word: string, value: string, to: string): string | null => {
  const pieces = piecesOf(word, value)
  const text = [...value]
  const found = pieces && findFrom(pieces, text, 0)
  if (!found) return pieces && value
  return text.slice(0, found.start).join('') + to + text.slice(found.end).join('')
}

/** Here BuildKit reads `$1` in the replacement as a group of its own pattern: nobody can mean that. */
export const replaceAll = (word: string, value: string, to: string): string | null => {
  const pieces = to.includes('$') ? null : piecesOf(word, value)
  return pieces && replaceEach(pieces, [...value], to)
}

/** Go's `ReplaceAllString`: what is empty counts, but not right behind another match. */
const replaceEach = (pieces: Pieces, text: Text, to: string): string => {
  const out: string[] = []
  let done = 0
  for (let from = 0; from <= text.length; ) {
    const found = findFrom(pieces, text, from)
    if (!found) break
    out.push(text.slice(done, found.start).join(''))
    if (found.end > done || found.start === 0) out.push(to)
    done = found.end
    from = Math.max(found.end, from + 1)
  }
  return out.join('') + text.slice(done).join('')
}

const cut = (pieces: Pieces, text: Text, greedy: boolean): string =>
  text.slice(endOf(pieces, text, 0, greedy) ?? 0).join('')

/** The first match that begins at `from` or later. Where the first place for its beginning leaves too little, all do. */
const findFrom = (pieces: Pieces, text: Text, from: number): { start: number; end: number } | null => {
  const start = indexOf(text, pieces[0] ?? [], from)
  const end = start === null ? null : endOf(pieces, text, start, true)
  return start === null || end === null ? null : { start, end }
}

/** Where a match ends that begins there. Each piece is taken as early as it comes, but the last of a greedy match. */
const endOf = (pieces: Pieces, text: Text, start: number, greedy: boolean): number | null => {
  let at: number | null = start
  for (const [index, piece] of pieces.entries()) {
    const last = index > 0 && index === pieces.length - 1 && greedy
    if (index === 0 && !matchesAt(text, piece, start)) return null
    if (index > 0) at = last ? lastIndexOf(text, piece, at) : indexOf(text, piece, at)
    if (at === null) return null
    at += piece.length
  }
  return at
}

const matchesAt = (text: Text, piece: Pieces[number], at: number): boolean =>
  at + piece.length <= text.length && piece.every((ch, index) => ch === null || ch === text[at + index])

const indexOf = (text: Text, piece: Pieces[number], from: number): number | null => {
  for (let at = from; at + piece.length <= text.length; at++) if (matchesAt(text, piece, at)) return at
  return null
}

const lastIndexOf = (text: Text, piece: Pieces[number], from: number): number | null => {
  for (let at = text.length - piece.length; at >= from; at--) if (matchesAt(text, piece, at)) return at
  return null
}

const MOST_WORK = 1e7

const piecesOf = (word: string, value: string): Pieces | null => {
  const tokens = word.match(/\\[\s\S]?|[\s\S]/gu) ?? []
  const isRefused = tokens.some((token) => token.startsWith('\\') && !/^\\[*?\\}/]$/.test(token))
  // A star stops at a line's end.
  if (isRefused || /\n/.test(word + value) || tokens.length * value.length > MOST_WORK) return null
  const pieces: (string | null)[][] = [[]]
  for (const token of tokens) {
    if (token === '*') pieces.push([])
    else pieces.at(-1)?.push(token === '?' ? null : token.replace(/^\\(?=.)/su, ''))
  }
  return pieces
}

const turned = <T>(list: readonly T[]): T[] => [...list].reverse()
