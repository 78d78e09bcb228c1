import { parse as parseEnv } from 'dotenv'
import { interpolate, RequiredVariable } from '../../interpolate.js'

/** The variable that stands for the image under test in a compose file. */
export const IMAGE_VARIABLE = 'STAGGER_IMAGE'
/** What it stands for while the file is only read. */
export const IMAGE_UNDER_TEST = 'stagger.invalid/image-under-test'

/** Puts variables in; null where one has no value that this repository tells. */
export type PutIn = (text: string) => string | null

/** The values of `.env` alone: the shell's own would make a plan depend on who asks. */
export const variablesOf = (env: string): PutIn => {
  const values = new Map(Object.entries(parseEnv(env)))
  values.set(IMAGE_VARIABLE, IMAGE_UNDER_TEST)
  return (text) => {
    const missing = new Set<string>()
    const put = attempt(text, (name) => {
      const value = values.get(name)
      if (value === undefined) missing.add(name)
      return value
    })
    return put !== null && [...missing].every((name) => hasDefault(text, name)) ? put : null
  }
}

const attempt = (text: string, variable: (name: string) => string | undefined): string | null => {
  try {
    return interpolate(text, variable)
  } catch (error) {
    if (error instanceof RequiredVariable) return null
    throw error
  }
}

/** `${X:-default}` and `${X:+other}` say what holds without a value; `$X` and `${X}` do not. */
const hasDefault = (text: string, name: string): boolean =>
  !new RegExp(`\\$(?:${name}(?![A-Za-z0-9_])|\\{${name}\\})`).test(text)
