import { nearest } from '../catalog/nearest.js'
import type { Problem } from '../words.js'

/** A command, as somebody meant to use it. */
export interface Meant {
  readonly name: string
  readonly usage: string
  readonly options: readonly string[]
  readonly commands: readonly string[]
}

/** A mistake on the command line, as the parser tells it, in the form of every other problem. */
export const usageProblem = (told: string, meant: Meant): Problem => {
  const problem = told.trim().replace(/^error: /, '')
  const close = nearTo(problem, meant)
  const help = `${meant.name} --help`
  return {
    code: 'usage',
    fault: 'caller',
    problem,
    why: `the usage is ${meant.name} ${meant.usage}`,
    fix: close.length === 0 ? help : `did you mean ${close.join(' or ')}? All there is: ${help}`,
  }
}

const nearTo = (problem: string, { options, commands }: Meant): readonly string[] => {
  const [, kind, word = ''] = /^unknown (option|command) '([^']+)'/.exec(problem) ?? []
  if (kind === undefined) return []
  const typed = word.replace(/^-+|=.*$/gs, '')
  const dashes = kind === 'option' ? '--' : ''
  const valid = kind === 'option' ? options : commands
  const bare = valid.map((one) => one.replace(/^-+/, ''))
  return typed.length < 2 ? [] : nearest(typed, bare, 2).map((one) => dashes + one)
}
