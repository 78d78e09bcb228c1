import { interpolate, RequiredVariable, type Variable } from '../interpolate.js'
import { BrokenExtends, type Extended, extend } from './extends.js'
import type { Compose, ComposeService } from './file.js'

/** A service with what it extends; or why it cannot be told what it is built from. */
export const readService = async (
  service: ComposeService,
  file: string,
  variable: Variable,
  composeAt: (file: string) => Promise<Compose | null>,
): Promise<Extended | { readonly leftOut: string }> => {
  try {
    return await extend(service, file, variable, async (where, name) => {
      const compose = await composeAt(where)
      return compose?.services?.[name] ?? null
    })
  } catch (error) {
    if (error instanceof BrokenExtends) return { leftOut: error.message }
    if (error instanceof RequiredVariable) return { leftOut: requires(error) }
    throw error
  }
}

/** What only decides how an image is called need not be known. */
export const imageName = (image: string | null, variable: Variable): string | null => {
  try {
    return image === null ? null : interpolate(image, variable)
  } catch (error) {
    if (error instanceof RequiredVariable) return null
    throw error
  }
}

const requires = ({ variable, message }: RequiredVariable): string =>
  `it requires ${variable}${message ? ` (${message})` : ''}, which .env does not set; the shell's own variables do not count`
