import { posix } from 'node:path'
import { trim } from '../dockerfile/space.js'
import type { Matcher, State } from './matcher.js'
import { compile, type Rule } from './rule.js'

/** What an ignore file has decided of a folder's content, as far as the way to that folder tells. */
export interface Standing {
  /** Equal for equal ones of one ignore file. */
  readonly id: number
  /** What becomes of everything below, if no rule that is open says otherwise. */
  readonly ignored: boolean
  /** The rules that may still change that, in their order. None: all below shares the folder's lot. */
  readonly open: readonly OpenRule[]
}

interface OpenRule {
  readonly exception: boolean
  readonly matcher: Matcher
  readonly state: State
  readonly index: number
}

/** An ignore file as BuildKit reads it: moby/patternmatcher, with its parents' matches going on to what is below. */
export interface Ignores {
  /** The standing of the context's own folder. */
  readonly root: Standing
  /** Where an entry of that name is in a folder with this standing. Equal ones are the same object. */
  enter(folder: Standing, name: string): Standing
  isIgnored(folder: Standing, name: string): boolean
}

export const readIgnoreFile = (text: string): Ignores => follow(false, rulesOf(patternsOf(text)))

/** `--exclude`: the same patterns, not read from a file. */
export const readExcludes = (patterns: readonly string[]): Ignores =>
  follow(
    false,
    rulesOf(
      patterns
        .map(trim)
        .filter((pattern) => pattern !== '')
        .map(clean),
    ),
  )

/** The other way round: nothing is left but what the pattern matches, and what is below. */
export const readIncludes = (pattern: string): Ignores => {
  const rule = compile(pattern)
  return rule?.matcher ? follow(true, [{ ...rule, exception: true }]) : follow(false, [])
}

const follow = (ignored: boolean, rules: readonly Rule[]): Ignores => {
  const known = new Map<string, Standing>()
  const standing = (one: Lot): Standing => {
    const key = keyOf(one)
    const first = known.get(key) ?? { ...one, id: known.size }
    known.set(key, first)
    return first
  }
  return {
    root: standing(withoutIdle(ignored, openRules(rules))),
    isIgnored: ({ ignored, open }, name) =>
      open.reduce((before, rule) => verdict(before, rule, name), ignored),
    enter: (folder, name) => {
      if (folder.open.length === 0) return folder
      const { ignored, last, states } = meet(folder, name)
      if (last < 0 && isUnmoved(folder.open, states)) return folder
      return standing(withoutIdle(ignored, stillOpen(folder.open, states, last)))
    },
  }
}

type Lot = Omit<Standing, 'id'>

const keyOf = ({ ignored, open }: Lot): string =>
  JSON.stringify([ignored, open.map(({ index, state }) => [index, state])])

const openRules = (rules: readonly Rule[]): OpenRule[] =>
  rules.flatMap(({ exception, matcher }, index) =>
    matcher ? [{ exception, matcher, state: matcher.start, index }] : [],
  )

/** One rule that may match or not: without exceptions it leaves too much at most; with them, nobody can tell. */
const rulesOf = (patterns: readonly string[]): readonly Rule[] => {
  const rules = withoutDoubles(patterns).flatMap((pattern) => compile(pattern) ?? [])
  const isUnsure = rules.some(({ matcher }) => matcher === null) && rules.some(({ exception }) => exception)
  return isUnsure ? [] : rules
}

/** What is told twice, with no exception between the two or no rule between two exceptions, means no more. */
const withoutDoubles = (patterns: readonly string[]): string[] => {
  let run = new Set<string>()
  return patterns.filter((pattern, index) => {
    if (pattern.startsWith('!') !== patterns[index - 1]?.startsWith('!')) run = new Set()
    const isNew = !run.has(pattern)
    run.add(pattern)
    return isNew
  })
}

/** The same for a file, of which nothing goes on: only a rule that would change the answer is asked. */
const verdict = (ignored: boolean, { exception, matcher, state }: OpenRule, name: string): boolean =>
  exception === ignored && matcher.matched(matcher.step(state, name)) ? !ignored : ignored

/** Most rules stand in a folder as they stood above it: `**` does not move. */
const isUnmoved = (open: readonly OpenRule[], states: readonly State[]): boolean =>
  open.every(({ matcher, state }, index) => matcher.below(states[index] as State) === state)

/** Asks the rules in their order. One that could not change the answer is moved on, but not heeded. */
const meet = ({ ignored: before, open }: Standing, name: string) => {
  let ignored = before
  let last = -1
  const states = open.map(({ exception, matcher, state }, index) => {
    const after = matcher.step(state, name)
    if (after !== 0 && exception === ignored && matcher.matched(after)) {
      ignored = !exception
      last = index
    }
    return after
  })
  return { ignored, last, states }
}

/** What matched goes on to everything below, and outdoes each rule before it there. */
const stillOpen = (open: readonly OpenRule[], states: readonly State[], last: number): OpenRule[] =>
  open.flatMap((rule, index) => {
    const state = index > last ? rule.matcher.below(states[index] as State) : 0
    return state === 0 ? [] : [{ ...rule, state }]
  })

/** The first rule that changes something is an exception where all is ignored, and none where it is not. */
const withoutIdle = (ignored: boolean, open: readonly OpenRule[]): Lot => {
  const first = open.findIndex(({ exception }) => exception === ignored)
  return { ignored, open: first < 0 ? [] : open.slice(first) }
}

/** The lines that are patterns, cleaned twice, as there: by the reader of the file, then by the matcher. */
const patternsOf = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#') && trim(line) !== '')
    .map((line) => clean(trim(cleanLine(trim(line)))))

const cleanLine = (line: string): string => {
  if (line.startsWith('!')) return `!${relative(trim(line.slice(1)))}`
  return relative(line)
}

const relative = (pattern: string): string => (pattern === '' ? '' : clean(pattern).replace(/^\/(?=.)/s, ''))

/** Go's `filepath.Clean`. */
const clean = (path: string): string => posix.normalize(path).replace(/(?<=.)\/$/s, '')
