import { posix } from 'node:path'
import { interpolate, type Variable } from '../interpolate.js'
import { type BuildSettings, onTopOf, readBuild } from './build.js'
import type { ComposeService } from './file.js'

/** What a service says about its image, with what it extends below it. */
export interface Extended {
  readonly build: BuildSettings | null
  readonly image: string | null
}

/** Another service by its file and name; null where it is not there. */
export type FindService = (file: string, name: string) => Promise<ComposeService | null>

/** Thrown where a chain of `extends` leads nowhere, or in a circle. */
export class BrokenExtends extends Error {}

export const extend = async (
  service: ComposeService,
  file: string,
  variable: Variable,
  find: FindService,
  path: readonly string[] = [],
): Promise<Extended> => {
  const own = service.build ? readBuild(service.build, file, variable) : null
  const image = service.image ?? null
  const below = await extended(service, file, variable, find, path)
  if (!below) return { build: own, image }
  return { build: own ? onTopOf(own, below.build) : below.build, image: image ?? below.image }
}

const extended = async (
  { extends: from }: ComposeService,
  file: string,
  variable: Variable,
  find: FindService,
  path: readonly string[],
): Promise<Extended | null> => {
  if (!from) return null
  const name = typeof from === 'string' ? from : from.service
  const other = typeof from === 'string' || from.file === undefined ? null : interpolate(from.file, variable)
  const where = other === null ? file : posix.join(posix.dirname(file), other)
  const key = `${name} of ${where}`
  if (path.includes(key)) throw new BrokenExtends(`it extends ${key}, which extends it`)
  const base = await find(where, name)
  if (!base) throw new BrokenExtends(`it extends ${key}, which is not there`)
  return extend(base, where, variable, find, [...path, key])
}
