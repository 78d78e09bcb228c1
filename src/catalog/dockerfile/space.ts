/** What Go's `unicode.IsSpace` takes for white space; JavaScript's own `\s` differs in two characters. */
const SPACE = new Set(
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
)

export const isSpace = (ch: string): boolean => SPACE.has(ch)

export const trimStart = (text: string): string => {
  let start = 0
  while (start < text.length && isSpace(text[start] as string)) start++
  return text.slice(start)
}

/** Character by character: a regular expression that looks for the last ones is slow on long runs of them. */
export const trimEnd = (text: string, isCut: (ch: string) => boolean = isSpace): string => {
  let end = text.length
  while (end > 0 && isCut(text[end - 1] as string)) end--
  return text.slice(0, end)
}

export const trim = (text: string): string => trimEnd(trimStart(text))

/** A line without its end, as BuildKit cuts it: all carriage returns behind it, too. */
export const withoutEnd = (line: string): string => trimEnd(line, (ch) => ch === '\r')
