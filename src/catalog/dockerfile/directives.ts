import { trimEnd, trimStart } from './space.js'

/** `# escape=`, `# syntax=`, `# check=`: only at the very top, before any other comment or instruction. */
export interface Directive {
  readonly name: string
  readonly value: string
  /** From 1. */
  readonly line: number
}

const DIRECTIVE = /^([a-zA-Z][a-zA-Z0-9]*)[\t\f\r ]*=([^\n]*)$/
const isBlank = (ch: string) => '\t\f\r '.includes(ch)
const NAMES = ['escape', 'syntax', 'check']

/** The first lines, as far as they are directives; one may be there twice, which BuildKit's parser refuses. */
export const readDirectives = (lines: readonly string[], comment = '#'): Directive[] => {
  const directives: Directive[] = []
  for (const [index, line] of lines.entries()) {
    const [, name = '', value = ''] =
      (line.startsWith(comment) && DIRECTIVE.exec(trimStart(line.slice(comment.length)))) || []
    const trimmed = trimEnd(value.replace(/^[\t\f\r ]+/, ''), isBlank)
    if (trimmed === '' || !NAMES.includes(name.toLowerCase())) break
    directives.push({ name: name.toLowerCase(), value: trimmed, line: index + 1 })
  }
  return directives
}

/**
 * The front end that a file asks for (parser.DetectSyntax): it need not be a Dockerfile at all, so that `// syntax=` and
 * `{"syntax": …}` count too. A first line `#!…` is passed over.
 */
export const detectSyntax = (lines: readonly string[]): string | null => {
  const all = lines[0]?.startsWith('#!') ? lines.slice(1) : lines
  return syntaxIn(readDirectives(all)) ?? syntaxIn(readDirectives(all, '//')) ?? syntaxOfJson(all)
}

const syntaxIn = (directives: readonly Directive[]): string | null =>
  directives.find(({ name }) => name === 'syntax')?.value.split(' ', 1)[0] ?? null

const syntaxOfJson = (lines: readonly string[]): string | null => {
  if (!lines.some((line) => line.includes('{'))) return null
  try {
    const { syntax }: { syntax?: unknown } = JSON.parse(lines.join('\n'))
    return typeof syntax === 'string' ? syntax : null
  } catch {
    return null
  }
}
