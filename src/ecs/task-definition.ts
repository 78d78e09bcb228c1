import type { RegisterTaskDefinitionCommandInput, Tag, TaskDefinition } from '@aws-sdk/client-ecs'
import { RETURNED_ONLY } from '../environment/task-definition-fields.js'

/** A field that differs; null is the side that does not have it. */
export interface Difference {
  /** E.g. `containerDefinitions[app].image`. */
  readonly path: string
  /** Never the old value of an environment variable: it need not have come from this repository. */
  readonly from: string | null
  readonly to: string | null
}

/** What would change if `wanted` were registered in place of `live`; what AWS fills in by itself is no difference. */
export const differences = (
  live: TaskDefinition,
  tags: readonly Tag[],
  wanted: RegisterTaskDefinitionCommandInput,
): readonly Difference[] => {
  const before = leaves({ ...live, tags: tags.filter(({ key }) => !key?.startsWith('aws:')) })
  const after = leaves(wanted)
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort()
  return paths.flatMap((path) => {
    const from = before.get(path) ?? null
    const to = after.get(path) ?? null
    return from === to ? [] : [{ path, from: hide(path, from), to }]
  })
}

const hide = (path: string, value: string | null): string | null =>
  value !== null && /\.environment\[/.test(path) ? '…' : value

type Tree = Readonly<Record<string, unknown>>
type Leaves = Map<string, string>

const leaves = (definition: object): Leaves => {
  const found: Leaves = new Map()
  for (const [key, value] of Object.entries(definition)) {
    if (!RETURNED_ONLY.includes(key)) collect(value, key, found, definition as Tree)
  }
  return found
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

const collect = (value: unknown, path: string, found: Leaves, root: Tree): void => {
  if (value === undefined || value === null || isDefault(path, value, root)) return
  if (!isTree(value)) found.set(path, String(value))
  else if (!Array.isArray(value))
    for (const key of Object.keys(value)) collect(value[key], `${path}.${key}`, found, root)
  else if (value.some(isTree))
    for (const [at, item] of value.entries()) collect(item, `${path}[${label(item, at)}]`, found, root)
  else if (value.length > 0) found.set(path, JSON.stringify(isSet(path) ? [...value].sort() : value))
}

/** The order of named things means nothing to ECS, and it returns them in another. */
const label = (item: unknown, at: number): string => {
  if (!isTree(item)) return String(at)
  const { name, key, containerPort, protocol } = item
  if (containerPort !== undefined) return `${containerPort}/${protocol ?? 'tcp'}`
  return String(name ?? key ?? at)
}

const isSet = (path: string): boolean => path === 'requiresCompatibilities'

/** What DescribeTaskDefinition tells though nobody registered it. */
const DEFAULTS: readonly (readonly [RegExp, unknown])[] = [
  [/^networkMode$/, 'bridge'],
  [/^containerDefinitions\[[^\]]*\]\.cpu$/, 0],
  [/^containerDefinitions\[[^\]]*\]\.essential$/, true],
  [/\.portMappings\[[^\]]*\]\.protocol$/, 'tcp'],
  [/\.portMappings\[[^\]]*\]\.hostPort$/, 0],
  [/\.healthCheck\.interval$/, 30],
  [/\.healthCheck\.timeout$/, 5],
  [/\.healthCheck\.retries$/, 3],
]

const isDefault = (path: string, value: unknown, root: Tree): boolean =>
  DEFAULTS.some(([matches, usual]) => value === usual && matches.test(path)) || isSamePort(path, value, root)

/** Where containers have the host's ports, or an address of their own, the host's port is the container's. */
const isSamePort = (path: string, value: unknown, { networkMode }: Tree): boolean =>
  (networkMode === 'awsvpc' || networkMode === 'host') &&
  /\.portMappings\[(\d+)\/\w+\]\.hostPort$/.exec(path)?.[1] === String(value)
