import { checkFlags, type Refused } from './check-flags.js'
import { splitArguments, splitWords } from './cut.js'
import type { Instruction } from './instruction.js'
import { csvFields } from './mounts.js'

/** What BuildKit refuses in one instruction, wherever it stands (instructions/parse.go). */
export const check = (instruction: Instruction, escapeToken: string): Refused | null =>
  checkFlags(instruction) ?? checkJson(instruction) ?? checkArguments(instruction, escapeToken)

const WITH_JSON = ['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME']

const checkJson = ({ keyword, rest }: Instruction): Refused | null => {
  const list = WITH_JSON.includes(keyword) ? jsonList(rest) : null
  return list?.some((item) => typeof item !== 'string')
    ? {
        problem: `the list of ${keyword} holds something else than text`,
        why: 'each item of the JSON form stands in double quotes',
        fix: 'put quotes around it, or write the line without brackets',
      }
    : null
}

const jsonList = (text: string): readonly unknown[] | null => {
  if (!text.startsWith('[')) return null
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

const checkArguments = (instruction: Instruction, escapeToken: string): Refused | null => {
  const { keyword, rest } = instruction
  if (keyword === 'COPY' || keyword === 'ADD')
    return splitArguments(rest).length < 2 ? noDestination(keyword) : null
  if (keyword === 'ENV' || keyword === 'LABEL')
    return checkPairs(keyword, rest, splitWords(rest, escapeToken))
  if (keyword === 'ARG')
    return splitWords(rest, escapeToken).some((word) => word.startsWith('=')) ? noName : null
  return keyword === 'RUN' ? checkMounts(instruction) : null
}

const noDestination = (keyword: string): Refused => ({
  problem: `${keyword} has no destination`,
  why: 'it needs a source and, as the last word, a destination',
  fix: `write ${keyword} SOURCE DESTINATION`,
})

const noName: Refused = {
  problem: 'a name is missing before =',
  why: 'a variable has a name',
  fix: 'write NAME=VALUE',
}

const checkPairs = (keyword: string, rest: string, words: readonly string[]): Refused | null => {
  if (words.some((word) => word.startsWith('='))) return noName
  const pairs = words.filter((word) => word.includes('='))
  const isOld = !words[0]?.includes('=')
  if (isOld ? /[\t\v\f\r ]/.test(rest) : pairs.length === words.length) return null
  const [lone] = isOld ? words : words.filter((word) => !word.includes('='))
  return {
    problem: `${keyword} has ${lone} without a value`,
    why: 'it takes pairs of names and values',
    fix: `write ${keyword} ${lone}=VALUE, and quotes around a value with white space`,
  }
}

const checkMounts = ({ flags }: Instruction): Refused | null =>
  flags.some((text) => text.startsWith('mount=') && !csvFields(text.slice('mount='.length)))
    ? {
        problem: 'the value of --mount is no line of CSV',
        why: 'a double quote stands where none may be',
        fix: 'take the quotes off, or put them around a whole field: --mount=type=bind,"source=a,b"',
      }
    : null
