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

/** Throws everything in which the declaration does not fit what is there. */
export const refuseWhatDoesNotFit = async (
  objects: Objects,
  root: Oid,
  { services: discovered }: Discovered,
  declaration: Declaration,
): Promise<void> => {
  const declared = Object.entries(declaration.services).flatMap(([name, settings]) =>
    settings ? [[name, settings] as const] : [],
  )
  const names = namesAfter(discovered, declaration, declared)
  const found = [
    ...leftOut(discovered, declaration),
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
const namesAfter = (
  discovered: readonly Service[],
  { services }: Declaration,
  declared: Declared,
): string[] => {
  const taken = new Set(declared.flatMap(([, { from }]) => from ?? []))
  const kept = discovered.filter(({ name }) => services[name] !== false && !taken.has(name))
  return [...new Set([...kept.map(({ name }) => name as string), ...declared.map(([name]) => name)])]
}

const namesOf = (discovered: readonly Service[]): string[] => discovered.map(({ name }) => name)
const has = (discovered: readonly Service[], name: string): boolean =>
  discovered.some((service) => service.name === name)

const leftOut = (discovered: readonly Service[], { services }: Declaration): Found[] =>
  Object.entries(services).flatMap(([name, settings]): Found[] => {
    if (settings !== false) return []
    const path = ['services', name]
    if (!has(discovered, name))
      return [{ path, problem: problems.nothingToLeaveOut(name, namesOf(discovered)) }]
    const users = discovered.filter((one) => services[one.name] !== false && takesFrom(one, name))
    return users.map((user) => ({ path, problem: problems.neededBy(name, user.name) }))
  })

const takesFrom = ({ contexts, dependsOn }: Service, name: string): boolean =>
  dependsOn.includes(name as ServiceName) ||
  Object.values(contexts).some((context) => context.kind === 'service' && context.service === name)

const unknownSources = (discovered: readonly Service[], declared: Declared): Found[] =>
  declared.flatMap(([name, { from }]): Found[] =>
    from === undefined || has(discovered, from)
      ? []
      : [{ path: ['services', name, 'from'], problem: problems.notDiscovered(from, namesOf(discovered)) }],
  )

const twice = (discovered: readonly Service[], { services }: Declaration, declared: Declared): Found[] => {
  const renamed = declared.filter(([name, { from }]) => from !== undefined && from !== name)
  const taken = renamed.map(([, { from }]) => from)
  return renamed.flatMap(([name, { from = '' }], at): Found[] => {
    const path = ['services', name, 'from']
    if (taken.indexOf(from) < at) return [{ path, problem: problems.takenTwice(from) }]
    const clash = has(discovered, name) && !taken.includes(name) && services[name] !== false
    return clash ? [{ path, problem: problems.sameName(name, from) }] : []
  })
}

/** Neither discovered nor described: most of the time a name that was mistyped. */
const withoutDockerfile = (
  discovered: readonly Service[],
  { discover }: Declaration,
  declared: Declared,
): Found[] =>
  declared.flatMap(([name, { from, dockerfile, context, path }]): Found[] => {
    const taken = declared.some(([other, settings]) => settings.from === name && other !== name)
    const described = dockerfile !== undefined || context !== undefined || path !== undefined
    if (described || from !== undefined || (has(discovered, name) && !taken)) return []
    return [
      {
        path: ['services', name],
        problem: problems.notDescribed(name, namesOf(discovered), discover === false),
      },
    ]
  })

const unknownServices = (
  [name, { dependsOn = [], contexts = {} }]: Declared[number],
  names: readonly string[],
): Found[] => [
  ...dependsOn.flatMap((other, at): Found[] =>
    names.includes(other)
      ? []
      : [{ path: ['services', name, 'dependsOn', at], problem: unknownName('service', other, names) }],
  ),
  ...Object.entries(contexts).flatMap(([key, text]): Found[] => {
    const context = namedContext(text)
    return context?.kind !== 'service' || names.includes(context.service)
      ? []
      : [
          {
            path: ['services', name, 'contexts', key],
            problem: unknownName('service', context.service, names),
          },
        ]
  }),
]

const groupNames = ([name, { group }]: Declared[number], names: readonly string[]): Found[] =>
  group !== undefined && names.includes(group)
    ? [{ path: ['services', name, 'group'], problem: problems.groupOfAService(group) }]
    : []
