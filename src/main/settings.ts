import * as v from 'valibot'
import { discoverSchema, servicesSchema } from '../catalog/declaration/settings.js'
import { environmentSchema } from '../environment/settings.js'
import { buildSchema } from '../image/settings.js'
import { versionSchema } from '../version/settings.js'

const registry = v.pipe(
  v.string('registry must be a text such as ghcr.io/acme'),
  v.regex(
    /^[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)*$/,
    'registry is a host and a path in lower case, without https://',
  ),
  v.description('Where images go: a host and a path. --registry and STAGGER_REGISTRY come first.'),
)

/** All rooms' parts of `stagger.yml`. */
export const settingsSchema = v.strictObject(
  {
    registry: v.optional(registry),
    build: v.optional(buildSchema),
    discover: v.optional(discoverSchema),
    services: v.optional(servicesSchema),
    version: v.optional(versionSchema),
    environments: v.optional(
      v.pipe(
        v.record(v.string(), environmentSchema, 'environments must be a map: { name: { cluster: … } }'),
        v.description('The places where images run, by name, in the order of promotion.'),
      ),
    ),
  },
  'the configuration must be a map of settings',
)

/** A part of a schema, as far as it is walked. */
interface Part {
  readonly type: string
  readonly entries?: Readonly<Record<string, Part>>
  readonly wrapped?: Part
  readonly value?: Part
  readonly item?: Part
  readonly options?: readonly Part[]
}

/** What is behind an `optional`; of several possibilities those that have settings of their own, a list where a list is. */
const unwrap = (part: Part, isList = false): Part => {
  if (part.wrapped) return unwrap(part.wrapped, isList)
  const deep = part.options?.filter(({ type }) => /object|record|array/.test(type)) ?? []
  const fitting = deep.filter(({ item }) => (item !== undefined) === isList)
  const [first] = fitting.length > 0 ? fitting : deep
  return first ? unwrap(allOf(first, fitting), isList) : part
}

/** Of several kinds of a map, e.g. `{ env }` or `{ file }`, the keys of each may stand there. */
const allOf = (first: Part, kinds: readonly Part[]): Part =>
  first.entries
    ? { ...first, entries: Object.assign({}, ...kinds.map(({ entries }) => entries).reverse()) }
    : first

type Path = readonly (string | number)[]

/** What may stand in the map at a place. */
export const settingsAt = (
  path: Path,
  schema: Part = settingsSchema as unknown as Part,
): readonly string[] => {
  const [key, ...rest] = path
  const part = unwrap(schema, typeof key === 'number')
  if (key === undefined) return Object.keys(part.entries ?? {})
  const next = part.entries?.[key] ?? part.value ?? part.item
  return next ? settingsAt(rest, next) : []
}

/** Every key that is no setting. (valibot itself stops at the first one of a map.) */
export const unknownKeys = (
  value: unknown,
  path: Path = [],
  schema: Part = settingsSchema as unknown as Part,
): readonly Path[] => {
  const part = unwrap(schema, Array.isArray(value))
  if (typeof value !== 'object' || value === null || (part.item !== undefined) !== Array.isArray(value))
    return []
  return Object.entries(value).flatMap(([key, inner]): readonly Path[] => {
    const at = [...path, part.item ? Number(key) : key]
    const next = part.entries ? part.entries[key] : (part.value ?? part.item)
    if (next) return unknownKeys(inner, at, next)
    return part.entries ? [at] : []
  })
}
