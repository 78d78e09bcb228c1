import { type Objects, type Oid, type Problem, type ServiceName, StaggerError } from '../../words.js'
import type { Discovered } from '../discover.js'
import { namedContext } from '../named-context.js'
import { unknownName } from '../nearest.js'
import type { Service } from '../service.js'
import type { Declaration } from './declaration.js'
import { missingFiles } from './missing-files.js'
import * as problems from './problems.js'
import type { ServiceSettings } from './settings.js'

/** A problem, and the setting that it is about. */
export interface Found {
  readonly path: readonly (string | number)[]
  readonly problem: Problem
}

type Declared = readonly (readonly [string, ServiceSettings])[]
type Names = ReadonlySet<string>

/** Throws everything in which the declaration does not fit what is there. */
export const refuseWhatDoesNotFit = async (
  objects: Objects,
  root: Oid,
  { services }: Discovered,
  declaration: Declaration,
): Promise<void> => {
  const discovered = new Set<string>(services.map(({ name }) => name))
  const declared = Object.entries(declaration.services).flatMap(([name, settings]) =>
    settings ? [[name, settings] as const] : [],
  )
  const names = namesAfter(discovered, declaration, declared)
  const found = [
    ...leftOut(services, discovered, declaration),
    ...unknownSources(discovered, declared),
    ...twice(discovered, declaration, declared),
    ...withoutDockerfile(discovered, declaration, declared),
    ...declared.flatMap((one) => [...unknownServices(one, names), ...groupNames(one, names)]),
  ]
  if (found.length === 0) return
  const all = [...found, ...(await missingFiles(objects, root, declared))]
  throw new StaggerError(...((await placed(declaration, all)) as [Problem]))
}

/** Each problem where it stands, from top to bottom. */
export const placed = async (declaration: Declaration, found: readonly Found[]): Promise<Problem[]> => {
  const all = await Promise.all(
    found.map(async ({ path, problem }) => ({ ...problem, at: await declaration.at(path) })),
  )
  return all.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)
}

/** The services that there will be, as far as can be told. */
const namesAfter = (discovered: Names, { services }: Declaration, declared: Declared): Names => {
  const taken = new Set(declared.flatMap(([, { from }]) => from ?? []))
  const kept = [...discovered].filter((name) => services[name] !== false && !taken.has(name))
  return new Set([...kept, ...declared.map(([name]) => name)])
}

const leftOut = (
  services: readonly Service[],
  discovered: Names,
  { services: declared }: Declaration,
): Found[] =>
  Object.entries(declared).flatMap(([name, settings]): Found[] => {
    if (settings !== false) return []
    const path = ['services', name]
    if (!discovered.has(name)) return [{ path, problem: problems.nothingToLeaveOut(name, [...discovered]) }]
    const users = services.filter((one) => declared[one.name] !== false && takesFrom(one, name))
    return users.map((user) => ({ path, problem: problems.neededBy(name, user.name) }))
  })

const takesFrom = ({ contexts, dependsOn }: Service, name: string): boolean =>
  dependsOn.includes(name as ServiceName) ||
  Object.values(contexts).some((context) => context.kind === 'service' && context.service === name)

const unknownSources = (discovered: Names, declared: Declared): Found[] =>
  declared.flatMap(([name, { from }]): Found[] =>
    from === undefined || discovered.has(from)
      ? []
      : [{ path: ['services', name, 'from'], problem: problems.notDiscovered(from, [...discovered]) }],
  )

const twice = (discovered: Names, { services }: Declaration, declared: Declared): Found[] => {
  const renamed = declared.filter(([name, { from }]) => from !== undefined && from !== name)
  const taken = renamed.map(([, { from }]) => from)
  return renamed.flatMap(([name, { from = '' }], at): Found[] => {
    const path = ['services', name, 'from']
    if (taken.indexOf(from) < at) return [{ path, problem: problems.takenTwice(from) }]
    const clash = discovered.has(name) && !taken.includes(name) && services[name] !== false
    return clash ? [{ path, problem: problems.sameName(name, from) }] : []
  })
}

/** Neither discovered nor described: most of the time a name that was mistyped. */
const withoutDockerfile = (discovered: Names, { discover }: Declaration, declared: Declared): Found[] => {
  const taken = new Set(declared.flatMap(([name, { from }]) => (from === name ? [] : (from ?? []))))
  return declared.flatMap(([name, { from, dockerfile, context, path }]): Found[] => {
    const described = dockerfile !== undefined || context !== undefined || path !== undefined
    if (described || from !== undefined || (discovered.has(name) && !taken.has(name))) return []
    const problem = problems.notDescribed(name, [...discovered], discover === false)
    return [{ path: ['services', name], problem }]
  })
}

const unknownServices = (
  [name, { dependsOn = [], contexts = {} }]: Declared[number],
  names: Names,
): Found[] => [
  ...dependsOn.flatMap((other, at): Found[] =>
    names.has(other)
      ? []
      : [{ path: ['services', name, 'dependsOn', at], problem: unknownName('service', other, [...names]) }],
  ),
  ...Object.entries(contexts).flatMap(([key, text]): Found[] => {
    const context = namedContext(text)
    return context?.kind !== 'service' || names.has(context.service)
      ? []
      : [
          {
            path: ['services', name, 'contexts', key],
            problem: unknownName('service', context.service, [...names]),
          },
        ]
  }),
]

const groupNames = ([name, { group }]: Declared[number], names: Names): Found[] =>
  group !== undefined && names.has(group)
    ? [{ path: ['services', name, 'group'], problem: problems.groupOfAService(group) }]
    : []
