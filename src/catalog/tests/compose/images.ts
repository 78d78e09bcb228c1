import { posix } from 'node:path'
import type { ServiceName } from '../../../words.js'
import { familiarName } from '../../dockerfile/reference.js'
import type { Service } from '../../service.js'
import { fileAt } from './files.js'
import { mapOf, type Plain, textsOf } from './plain.js'
import type { Part, Started } from './reached.js'
import { IMAGE_UNDER_TEST, type PutIn } from './variables.js'

/** Where a service of a compose file has its image from. */
export type ImageOf =
  /** A service of this repository builds it. */
  | { readonly kind: 'here'; readonly service: ServiceName; readonly context: string | null }
  /** Compose builds it, from these folders. */
  | { readonly kind: 'build'; readonly build: Build; readonly part: Part }
  | { readonly kind: 'elsewhere' }

/** A `build:` as far as it names folders; null stands for what nobody can say. */
export interface Build {
  readonly context: string | null
  readonly dockerfile: string | null
  readonly target: string | null
  readonly args: string
  /** As they are written. */
  readonly paths: readonly string[]
}

export const imageOf = (
  { parts }: Started,
  put: PutIn,
  tested: Service,
  neighbours: readonly Service[],
): ImageOf => {
  const part = parts.find(({ service }) => service.build !== undefined)
  const build = part && readBuild(part, put)
  const image = parts.flatMap(({ service }) => textsOf(service.image))[0]
  const builder = build && neighbours.find((one) => isBuildOf(build, one))?.name
  const service = builder ?? (image === undefined ? undefined : builderOf(put(image), tested))
  if (service !== undefined) return { kind: 'here', service, context: build?.context ?? null }
  return part && build ? { kind: 'build', build, part } : { kind: 'elsewhere' }
}

const builderOf = (image: string | null, { name, imagesBuiltHere }: Service): ServiceName | undefined => {
  if (image === IMAGE_UNDER_TEST) return name
  const familiar = familiarName(image ?? '')
  return Object.hasOwn(imagesBuiltHere, familiar) ? imagesBuiltHere[familiar] : undefined
}

const readBuild = ({ service, files }: Part, put: PutIn): Build => {
  const settings: Plain =
    typeof service.build === 'string' ? { context: service.build } : mapOf(service.build)
  const text = (value: unknown) => textsOf(value)[0] ?? null
  const written = text(settings.context) ?? '.'
  const file = text(settings.dockerfile) ?? 'Dockerfile'
  const context = fileAt(put, files.file, written)
  const inline = text(settings.dockerfile_inline) !== null
  return {
    context,
    dockerfile: inline ? null : fileAt(put, files.file, posix.join(written, file)),
    target: text(settings.target),
    args: argumentsText(settings.args, put),
    paths: [
      written,
      ...(inline ? [] : [posix.join(written, file)]),
      ...Object.values(mapOf(settings.additional_contexts)).flatMap(textsOf),
    ],
  }
}

/** The same whether they are written as a map or as a list. */
const argumentsText = (args: unknown, put: PutIn): string => {
  const pairs = Array.isArray(args)
    ? textsOf(args)
    : Object.entries(mapOf(args)).map(([name, value]) => `${name}=${value}`)
  return JSON.stringify(pairs.map(put).sort())
}

const isBuildOf = (build: Build, { inline, context, dockerfile, target, args }: Service): boolean =>
  inline === null &&
  build.context === context &&
  build.dockerfile === dockerfile &&
  build.target === target &&
  build.args === argumentsText(args, (text) => text)
