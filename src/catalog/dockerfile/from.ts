import { type Problem, StaggerError } from '../../words.js'
import { splitArguments } from './cut.js'
import type { Instruction } from './instruction.js'

const STAGE_NAME = /^[a-z][a-z0-9._-]*$/

/** What FROM names, and the stage's own name in lower case. */
export const readFrom = (from: Instruction, file: string): { reference: string; name: string | null } => {
  const words = splitArguments(from.rest)
  const [reference = '', as, name] = words
  if (words.length === 1) return { reference, name: null }
  if (words.length !== 3 || as?.toUpperCase() !== 'AS') throw wrongFrom(from, file)
  const lower = (name as string).toLowerCase()
  if (!STAGE_NAME.test(lower)) throw wrongName(from, name as string, file)
  return { reference, name: lower }
}

const wrongFrom = (from: Instruction, file: string): StaggerError =>
  atFrom(from, file, {
    problem: 'FROM takes an image, or an image and AS with a name',
    why: `it says: FROM ${from.rest}`,
    fix: 'write FROM IMAGE or FROM IMAGE AS NAME',
  })

const wrongName = (from: Instruction, name: string, file: string): StaggerError =>
  atFrom(from, file, {
    problem: `${JSON.stringify(name)} is no name for a stage`,
    why: 'it begins with a letter and goes on with letters, digits, dots, underscores and hyphens',
    fix: 'give it another name',
  })

export const noImage = (from: Instruction, file: string): StaggerError =>
  atFrom(from, file, {
    problem: `FROM ${from.rest} names no image`,
    why: 'its variables are empty, or not set before the first FROM',
    fix: 'give them a value there: ARG NAME=VALUE; or among the build arguments of the service',
  })

const atFrom = (
  { line, rest }: Instruction,
  file: string,
  told: Pick<Problem, 'problem' | 'why' | 'fix'>,
): StaggerError =>
  new StaggerError({
    ...told,
    code: 'dockerfile-syntax',
    fault: 'caller',
    at: { file, line, column: 1, text: `FROM ${rest}` },
  })
