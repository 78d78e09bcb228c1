import { evaluate } from './hcl/evaluate.js'
import { HclError, inFile, Undecided } from './hcl/syntax.js'
import { asList, asMap, asText, entriesOf, isMap, type Value } from './hcl/value.js'
import { attributeOf } from './scope.js'
import { type Layer, settingOf, type Targets, textsOf } from './targets.js'

/** What a target builds, with what it inherits. */
export interface Resolved {
  readonly context?: string | undefined
  readonly dockerfile?: string | undefined
  readonly inline?: { readonly text: string; readonly file: string } | undefined
  readonly target?: string | undefined
  readonly args: Readonly<Record<string, string>>
  readonly contexts: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly platforms?: readonly string[] | undefined
  readonly tags?: readonly string[] | undefined
  /** Whether what it gives is an image, and not files or nothing at all. */
  readonly image?: boolean | undefined
  /** Arguments that are built without a value, and why. */
  readonly warnings: readonly string[]
}

const NOTHING: Resolved = { args: {}, contexts: {}, labels: {}, annotations: {}, warnings: [] }

const resolved = new WeakMap<Targets, Map<string, Resolved>>()

/** Each target once. Throws an HclError where something of it cannot be worked out. */
export const resolve = (targets: Targets, name: string, below: readonly string[] = []): Resolved => {
  const known = resolved.get(targets) ?? new Map<string, Resolved>()
  resolved.set(targets, known)
  const found = known.get(name) ?? resolveNew(targets, name, below)
  known.set(name, found)
  return found
}

const resolveNew = (targets: Targets, name: string, below: readonly string[]): Resolved => {
  const layers = targets.targets.get(name)
  if (!layers) throw new HclError(`there is no target ${name}`, 1)
  const inherited = layers
    .flatMap((layer) => basesOf(targets, layer))
    .filter((other) => other !== name && !below.includes(other))
    .map((other) => resolve(targets, other, [...below, name]))
  return [...inherited, ...layers.map(readLayer)].reduce(merge, NOTHING)
}

const basesOf = ({ targets }: Targets, { file, block, scope }: Layer): string[] =>
  inFile(file, () => {
    const names = textsOf(block, 'inherits', scope) ?? []
    const lost = names.find((name) => !targets.has(name))
    if (lost === undefined) return names
    throw new HclError(`there is no target ${lost}`, attributeOf(block, 'inherits')?.line ?? block.line)
  })

/** A text or a list takes the place of the one before; maps go on. (buildx, bake.go, Target.Merge) */
const merge = (before: Resolved, after: Resolved): Resolved => ({
  context: after.context ?? before.context,
  dockerfile: after.dockerfile ?? before.dockerfile,
  inline: after.inline ?? before.inline,
  target: after.target ?? before.target,
  args: { ...before.args, ...after.args },
  contexts: { ...before.contexts, ...after.contexts },
  labels: { ...before.labels, ...after.labels },
  annotations: { ...before.annotations, ...after.annotations },
  platforms: after.platforms ?? before.platforms,
  tags: after.tags ?? before.tags,
  image: after.image ?? before.image,
  warnings: [...before.warnings, ...after.warnings],
})

const readLayer = (layer: Layer): Resolved =>
  inFile(layer.file, () => {
    const { file, block, scope } = layer
    const inline = settingOf(block, 'dockerfile-inline', scope, asText)
    return {
      context: settingOf(block, 'context', scope, asText),
      dockerfile: settingOf(block, 'dockerfile', scope, asText),
      inline: inline === undefined ? undefined : { text: inline, file },
      target: settingOf(block, 'target', scope, asText),
      contexts: settingOf(block, 'contexts', scope, textMap) ?? {},
      labels: whereKnown(() => settingOf(block, 'labels', scope, textMap)) ?? {},
      annotations: annotationsOf(whereKnown(() => textsOf(block, 'annotations', scope)) ?? []),
      platforms: textsOf(block, 'platforms', scope),
      tags: whereKnown(() => textsOf(block, 'tags', scope)),
      image: whereKnown(() => settingOf(block, 'output', scope, givesImage)),
      ...argumentsOf(layer),
    }
  })

/** `KEY=VALUE`, with a level such as `manifest:` before it or not. */
const annotationsOf = (texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    texts.flatMap((text) => {
      const equals = text.indexOf('=')
      return equals < 0 ? [] : [[text.slice(0, equals), text.slice(equals + 1)]]
    }),
  )

const textMap = (value: Value): Record<string, string> =>
  Object.fromEntries(
    entriesOf(asMap(value)).flatMap(([key, inner]) => (inner === null ? [] : [[key, asText(inner)]])),
  )

/** How an image is called, and where it goes, decides nothing about it; a label that each moment has another value of is none. */
const whereKnown = <T>(work: () => T): T | undefined => {
  try {
    return work()
  } catch (error) {
    if (error instanceof HclError) return undefined
    throw error
  }
}

/** `type=local`, `type=tar` and a bare path give files, `type=cacheonly` gives nothing. */
const givesImage = (value: Value): boolean => {
  const outputs = asList(value)
  const types = outputs.map((output) =>
    isMap(output) ? output.type : (/(?:^|,)type=([^,]*)/.exec(asText(output))?.[1] ?? 'local'),
  )
  return outputs.length === 0 || types.some((type) => IMAGES.includes(type ?? 'local'))
}

const IMAGES: readonly Value[] = ['image', 'registry', 'docker', 'oci']

/** An argument that each moment has another value of would make each build another one: it is built without. */
const argumentsOf = ({ file, block, scope }: Layer): Pick<Resolved, 'args' | 'warnings'> => {
  const expression = attributeOf(block, 'args')?.value
  if (expression?.kind !== 'object')
    return { args: settingOf(block, 'args', scope, textMap) ?? {}, warnings: [] }
  const args: Record<string, string> = {}
  const warnings: string[] = []
  for (const [name, value] of expression.items) {
    try {
      Object.assign(args, textMap(evaluate({ ...expression, items: [[name, value]] }, scope)))
    } catch (error) {
      if (!(error instanceof Undecided)) throw error
      warnings.push(`the argument of ${error.file ?? file}:${value.line} has no value: ${error.message}`)
    }
  }
  return { args, warnings }
}
