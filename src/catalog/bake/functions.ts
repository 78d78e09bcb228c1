import { listFunctions } from './functions/lists.js'
import { numberFunctions } from './functions/numbers.js'
import { textFunctions } from './functions/texts.js'
import { HclError } from './hcl/syntax.js'
import { FleetingValue, type Value, WrongValue } from './hcl/value.js'

export type BakeFunction = (...args: readonly Value[]) => Value

const FUNCTIONS: Readonly<Record<string, BakeFunction>> = {
  ...listFunctions,
  ...numberFunctions,
  ...textFunctions,
}

/** Another moment, or another machine, would give something else. */
const UNDECIDED = ['timestamp', 'uuidv4', 'bcrypt', 'homedir', 'rsadecrypt']

/** Calls one of the functions that every bake file has. Throws where there is none that we know. */
export const callFunction = (name: string, args: readonly (() => Value)[]): Value => {
  if (name === 'try') return tried(args)
  if (name === 'can') return can(args)
  if (UNDECIDED.includes(name)) throw new FleetingValue(`${name}() gives something else each time`)
  const values = args.map((arg) => arg())
  const work = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (!work) throw new WrongValue(`the function ${name} is not known here`)
  return work(...values)
}

const tried = (args: readonly (() => Value)[]): Value => {
  for (const arg of args) {
    try {
      return arg()
    } catch (error) {
      if (!(error instanceof HclError || error instanceof WrongValue)) throw error
    }
  }
  throw new WrongValue('try: nothing of it can be worked out')
}

const can = (args: readonly (() => Value)[]): boolean => {
  try {
    tried(args)
    return true
  } catch (error) {
    if (error instanceof WrongValue) return false
    throw error
  }
}
