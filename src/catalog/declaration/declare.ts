import { posix } from 'node:path'
import type { Objects, Oid, ServiceName } from '../../words.js'
import type { Discovered } from '../discover.js'
import { contextOf } from '../lone-dockerfile.js'
import { namedContexts } from '../named-context.js'
import { ownFolder } from '../naming.js'
import { PLAIN, type Service } from '../service.js'
import type { Declaration } from './declaration.js'
import { following, newNames } from './names.js'
import { normal } from './normal.js'
import { refuseWhatDoesNotFit } from './rules.js'
import type { ServiceSettings } from './settings.js'
import { testKinds } from './test-settings.js'

/** Two commits mostly declare the same, and where all of it is declared the commit has no say in it. */
const remembered = new WeakMap<Declaration, Promise<Discovered>>()

/** What was discovered, with what is declared on top: settings, other names, services more and services less. */
export const declare = (
  objects: Objects,
  root: Oid,
  discovered: Discovered,
  declaration: Declaration,
): Promise<Discovered> => {
  if (declaration.discover !== false || !saysAllContexts(declaration))
    return onTop(objects, root, discovered, declaration)
  const known = remembered.get(declaration) ?? onTop(objects, root, discovered, declaration)
  remembered.set(declaration, known)
  // A refusal also tells what is missing at this commit, and another one may miss something else.
  known.catch(() => remembered.delete(declaration))
  return known
}

const saysAllContexts = ({ services }: Declaration): boolean =>
  Object.values(services).every((settings) => settings && settings.context !== undefined)

const onTop = async (
  objects: Objects,
  root: Oid,
  discovered: Discovered,
  declaration: Declaration,
): Promise<Discovered> => {
  const names = newNames(discovered.services, declaration)
  await refuseWhatDoesNotFit(objects, root, discovered, declaration)
  const follow = following(names)
  const kept = discovered.services.flatMap((service) => {
    const name = names.get(service.name)
    return name ? [withSettings(follow({ ...service, name }), declaration.services[name] || {})] : []
  })
  const there = new Set(kept.map(({ name }) => name))
  const added = Object.entries(declaration.services).filter(([name]) => !there.has(name as ServiceName))
  const made = added.map(([name, settings]) =>
    settings ? [newService(objects, root, name as ServiceName, settings)] : [],
  )
  return {
    services: [...kept, ...(await Promise.all(made.flat()))],
    warnings: discovered.warnings.filter((text) => !isAnswered(text, declaration)),
  }
}

/** Somebody who declares a service, or leaves it out, knows that it could not be discovered. */
const isAnswered = (warning: string, { services }: Declaration): boolean => {
  const name = / is left out: /.test(warning) ? warning.split(' ')[0] : undefined
  return name !== undefined && Object.hasOwn(services, name)
}

const newService = async (
  objects: Objects,
  root: Oid,
  name: ServiceName,
  settings: ServiceSettings,
): Promise<Service> => {
  const folder = settings.context ?? settings.path ?? '.'
  const dockerfile = normal(settings.dockerfile ?? posix.join(folder, 'Dockerfile'))
  const context = normal(settings.context ?? (await contextOf(objects, root, dockerfile)))
  const path = ownFolder(name, dockerfile, context)
  return withSettings({ ...PLAIN, name, path, dockerfile, context }, settings)
}

const withSettings = (service: Service, settings: ServiceSettings): Service => {
  const context = settings.context === undefined ? service.context : normal(settings.context)
  const dockerfile = settings.dockerfile === undefined ? service.dockerfile : normal(settings.dockerfile)
  return {
    ...service,
    context,
    dockerfile,
    path: settings.path === undefined ? pathOf(service, dockerfile, context) : normal(settings.path),
    inline: settings.dockerfile === undefined ? service.inline : null,
    ...replaced(service, settings),
    args: { ...service.args, ...textsOf(settings.args ?? {}) },
    contexts: { ...service.contexts, ...contextsOf(settings) },
    labels: { ...service.labels, ...textsOf(settings.labels ?? {}) },
    annotations: { ...service.annotations, ...textsOf(settings.annotations ?? {}) },
    secrets: { ...service.secrets, ...secretsOf(settings.secrets ?? {}) },
    ssh: settings.ssh ?? service.ssh,
    inputs: settings.inputs?.map(normal) ?? service.inputs,
    artifacts: settings.artifacts?.map(normalArtifact) ?? service.artifacts,
    dependsOn: (settings.dependsOn as ServiceName[] | undefined) ?? service.dependsOn,
  }
}

/** What is said here stands instead of what was discovered. */
const replaced = (service: Service, { target, platforms, group, test }: ServiceSettings) => ({
  target: target ?? service.target,
  platforms: platforms ?? service.platforms,
  tests: testKinds(test) ?? service.tests,
  group: group ?? service.group,
})

const pathOf = (service: Service, dockerfile: string, context: string): string =>
  dockerfile === service.dockerfile && context === service.context
    ? service.path
    : ownFolder(service.name, dockerfile, context)

const normalArtifact = ({ path, from }: { path: string; from: readonly string[] }) => ({
  path: normal(path),
  from: from.map(normal),
})

const textsOf = (args: Readonly<Record<string, string | number | boolean>>): Record<string, string> =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, String(value)]))

const secretsOf = (secrets: NonNullable<ServiceSettings['secrets']>): Service['secrets'] =>
  Object.fromEntries(
    Object.entries(secrets).map(([id, source]) => [
      id,
      'env' in source
        ? { kind: 'environment' as const, name: source.env }
        : { kind: 'file' as const, path: source.file },
    ]),
  )

const contextsOf = ({ contexts = {} }: ServiceSettings): Service['contexts'] =>
  namedContexts(contexts).contexts
