import type { Matcher } from './matcher.js'
import { compileOdd } from './odd.js'
import { compilePlain, compileSegments } from './segments.js'
import { tokensOf } from './tokens.js'

/** One line of an ignore file. */
export interface Rule {
  /** `!pattern`: what matches is not ignored after all. */
  readonly exception: boolean
  /** Null where what it matches would depend on the oddities of another engine for regular expressions. */
  readonly matcher: Matcher | null
}

/** Null for a lone `!`, which BuildKit refuses. */
export const compile = (line: string): Rule | null => {
  const exception = line.startsWith('!')
  const pattern = exception ? line.slice(1) : line
  return pattern === '' ? null : { exception, matcher: matcherOf(pattern) }
}

const matcherOf = (pattern: string): Matcher | null => {
  const plain = compilePlain(pattern)
  if (plain) return plain
  const tokens = tokensOf(pattern)
  return tokens && (compileSegments(tokens) ?? compileOdd(tokens))
}
