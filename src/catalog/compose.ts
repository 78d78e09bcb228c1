import { posix } from 'node:path'
import { parse as parseEnv } from 'dotenv'
import { CORE_SCHEMA, load, Type } from 'js-yaml'
import * as v from 'valibot'
import {
  isServiceName,
  type Objects,
  type Oid,
  type Problem,
  type ServiceName,
  StaggerError,
} from '../words.js'
import { textAt } from './context.js'
import type { Discovered } from './discover.js'
import type { SourceDocument } from './document.js'
import { interpolate, type Variable } from './interpolate.js'
import { ownFolder } from './naming.js'
import type { Service } from './service.js'

const scalar = v.nullable(v.union([v.string(), v.number(), v.boolean()]))
const build = v.union([
  v.string(),
  v.object({
    context: v.optional(v.string()),
    dockerfile: v.optional(v.string()),
    dockerfile_inline: v.optional(v.string()),
    target: v.optional(v.string()),
    args: v.optional(v.union([v.array(v.string()), v.record(v.string(), scalar)])),
    additional_contexts: v.optional(v.unknown()),
  }),
])
/** The little of the compose specification that decides an image; the rest of the file is not ours to judge. */
const composeFile = v.object({
  include: v.optional(
    v.array(v.union([v.string(), v.object({ path: v.union([v.string(), v.array(v.string())]) })])),
  ),
  services: v.optional(v.nullable(v.record(v.string(), v.nullable(v.object({ build: v.optional(build) }))))),
})

type Compose = v.InferOutput<typeof composeFile>
type Build = v.InferOutput<typeof build>

/** In the order in which compose looks for its file. */
const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml']
const VARIANT = /^(?:docker-)?compose\.[\w.-]+\.ya?ml$/
const REMOTE = /^(?:https?|git|ssh):\/\/|^git@|\.git(?:#|$)/

/**
 * The services that the compose files at the root build; null where there is no compose file.
 * The main file comes first; its variants (`compose.full.yaml`) add the services that only they build.
 */
export const discoverCompose = async (objects: Objects, root: Oid): Promise<Discovered | null> => {
  const names = (await objects.tree(root)).map(({ name }) => name)
  const main = NAMES.find((name) => names.includes(name))
  if (!main) return null
  const variable = variablesOf((await textAt(objects, root, '.env')) ?? '')
  const files = [main, ...names.filter((name) => VARIANT.test(name) && !NAMES.includes(name)).sort()]
  const services = new Map<string, Service>()
  const warnings: string[] = []
  for (const file of files) await addFile({ objects, root, variable, services, warnings }, file)
  return services.size > 0 ? { services: [...services.values()], warnings } : null
}

interface Reading {
  readonly objects: Objects
  readonly root: Oid
  readonly variable: Variable
  readonly services: Map<string, Service>
  readonly warnings: string[]
}

/** `.env` alone: the shell's own variables would make a plan depend on who asks. */
const variablesOf = (text: string): Variable => {
  const values = new Map<string, string>()
  const variable: Variable = (name) => values.get(name)
  for (const [name, value] of Object.entries(parseEnv(text))) values.set(name, interpolate(value, variable))
  return variable
}

const addFile = async (reading: Reading, file: string): Promise<void> => {
  const text = await textAt(reading.objects, reading.root, file)
  if (text === null) {
    reading.warnings.push(`${file} is included by a compose file, but is not in the repository`)
    return
  }
  const compose = await readCompose(text, file)
  for (const [name, { build: image }] of Object.entries(compose.services ?? {}).flatMap(withBuild)) {
    if (!isServiceName(name.toLowerCase()))
      throw await refusal(text, file, (document) => [wrongName(document, name)])
    addService(reading, file, name.toLowerCase() as ServiceName, image)
  }
  for (const path of (compose.include ?? []).flatMap(pathsOf)) {
    await addFile(reading, posix.join(posix.dirname(file), interpolate(path, reading.variable)))
  }
}

const pathsOf = (include: string | { path: string | string[] }): string[] =>
  typeof include === 'string' ? [include] : [include.path].flat()

/** Two commits mostly hold the same file; the same text always reads the same. */
const remembered = new Map<string, Promise<Compose>>()

const readCompose = (text: string, file: string): Promise<Compose> => {
  const known = remembered.get(text) ?? parseCompose(text, file)
  remembered.set(text, known)
  return known
}

/**
 * js-yaml reads a file five times faster than the parser that knows where everything stands; that one is
 * asked when there is something to complain about.
 */
const parseCompose = async (text: string, file: string): Promise<Compose> => {
  const checked = v.safeParse(composeFile, loadYaml(text))
  if (checked.success) return checked.output
  throw await refusal(text, file, (document) =>
    checked.issues.map((issue) => composeProblem(document, issue)),
  )
}

/** `<<`, which compose files use; a date stays the text that it is. */
const MERGE = new Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  resolve: (data) => data === '<<' || data === null,
})
const YAML_SCHEMA = CORE_SCHEMA.extend({ implicit: [MERGE] })

/** What does not parse is no compose file: the schema refuses it, and the refusal says where it stops being YAML. */
const loadYaml = (text: string): unknown => {
  try {
    return load(text, { schema: YAML_SCHEMA }) ?? {}
  } catch {
    return undefined
  }
}

const refusal = async (
  text: string,
  file: string,
  problems: (document: SourceDocument) => readonly Problem[],
): Promise<StaggerError> => {
  const { readDocument } = await import('./document.js')
  const read = readDocument(text, file)
  return new StaggerError(...(('problems' in read ? read.problems : problems(read.document)) as [Problem]))
}

const composeProblem = (document: SourceDocument, issue: v.BaseIssue<unknown>): Problem => {
  const path = (issue.path ?? []).map(({ key }) => key as string | number)
  return {
    code: 'compose-file',
    fault: 'caller',
    problem: `${document.file}: ${path.join('.') || 'the file'} is not what compose takes`,
    why: issue.message,
    fix: `docker compose -f ${document.file} config   (shows what compose itself makes of it)`,
    at: document.at(path),
  }
}

const withBuild = ([name, service]: [string, { build?: Build | undefined } | null]): [
  string,
  { build: Build },
][] => (service?.build === undefined ? [] : [[name, { build: service.build }]])

const addService = (
  { services, warnings, variable }: Reading,
  file: string,
  name: ServiceName,
  image: Build,
): void => {
  if (services.has(name)) return
  const settings = typeof image === 'string' ? { context: image } : image
  const leftOut = reasonToLeaveOut(settings, variable)
  if (leftOut) warnings.push(`${name} is left out: ${leftOut}`)
  else services.set(name, serviceOf(name, settings, file, variable))
}

const wrongName = (document: SourceDocument, name: string): Problem => ({
  code: 'service-name',
  fault: 'caller',
  problem: `${JSON.stringify(name)} cannot be the name of a service`,
  why: 'a name goes into image names, tags and addresses: letters and digits, joined by one of . _ -, at most 64',
  fix: `rename the service in ${document.file}`,
  at: document.at(['services', name]),
})

type Settings = Exclude<Build, string>

const reasonToLeaveOut = (settings: Settings, variable: Variable): string | null => {
  if (settings.dockerfile_inline !== undefined)
    return 'its Dockerfile stands inside the compose file, which is not followed yet'
  if (settings.additional_contexts !== undefined)
    return 'it has additional contexts, which are not followed yet'
  return REMOTE.test(interpolate(settings.context ?? '.', variable))
    ? 'its context is not in this repository'
    : null
}

const serviceOf = (name: Service['name'], settings: Settings, file: string, variable: Variable): Service => {
  const put = (text: string) => interpolate(text, variable)
  const context =
    posix.normalize(posix.join(posix.dirname(file), put(settings.context ?? '.'))).replace(/\/$/, '') || '.'
  const dockerfile = posix.join(context, put(settings.dockerfile ?? 'Dockerfile'))
  return {
    name,
    path: ownFolder(name, dockerfile, context),
    dockerfile,
    context,
    target: settings.target === undefined ? null : put(settings.target),
    args: argumentsOf(settings.args ?? {}, variable),
  }
}

/** `KEY: value`, or `- KEY=value`; a key without a value takes it from the environment, if it is there. */
const argumentsOf = (args: NonNullable<Settings['args']>, variable: Variable): Record<string, string> => {
  const pairs = Array.isArray(args) ? args.map(splitPair) : Object.entries(args)
  return Object.fromEntries(
    pairs.flatMap(([name, value]) => {
      const text = value === null ? variable(name) : interpolate(String(value), variable)
      return text === undefined ? [] : [[name, text]]
    }),
  )
}

const splitPair = (text: string): [string, string | null] => {
  const equals = text.indexOf('=')
  return equals < 0 ? [text, null] : [text.slice(0, equals), text.slice(equals + 1)]
}
