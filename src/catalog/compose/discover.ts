import { posix } from 'node:path'
import { parse as parseEnv } from 'dotenv'
import {
  isServiceName,
  type Objects,
  type Oid,
  type Problem,
  type ServiceName,
  StaggerError,
} from '../../words.js'
import { type Candidate, settle } from '../candidates.js'
import type { Discovered } from '../discover.js'
import type { SourceDocument } from '../document.js'
import { interpolate, type Variable } from '../interpolate.js'
import { textAt } from '../tree.js'
import { type Compose, type ComposeService, readCompose, refusal } from './file.js'
import { imageName, readService } from './read-service.js'
import { secretsOf } from './secrets.js'
import { serviceOf } from './service.js'

/** In the order in which compose looks for its file. */
export const COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml']
const VARIANT = /^(?:docker-)?compose\.[\w.-]+\.ya?ml$/

/** Another compose file at the root, which comes on top of the main one. */
export const isVariant = (name: string): boolean => VARIANT.test(name) && !COMPOSE_FILES.includes(name)

/**
 * The services that the compose files at the root build; null where there is no compose file.
 * The main file comes first; its variants (`compose.full.yaml`) add the services that only they build.
 */
export const discoverCompose = async (objects: Objects, root: Oid): Promise<Discovered | null> => {
  const names = (await objects.tree(root)).map(({ name }) => name)
  const main = COMPOSE_FILES.find((name) => names.includes(name))
  if (!main) return null
  const variable = variablesOf((await textAt(objects, root, '.env')) ?? '')
  const variants = names.filter(isVariant).sort()
  const project = (await composeAt({ objects, root }, main))?.name ?? null
  const reading: Reading = {
    objects,
    root,
    variable,
    project,
    candidates: new Map(),
    images: new Map(),
    warnings: [],
  }
  await addFile(reading, main)
  for (const file of variants) await addVariant(reading, file)
  if (reading.candidates.size === 0) return null
  const { services, warnings } = settle([...reading.candidates.values()], reading.images)
  return services.length > 0 ? { services, warnings: [...reading.warnings, ...warnings] } : null
}

interface Reading {
  readonly objects: Objects
  readonly root: Oid
  readonly variable: Variable
  /** The main file's `name`; null where only the folder on somebody's disk would tell. */
  readonly project: string | null
  readonly candidates: Map<string, Candidate>
  /** The images of services that are not built here. */
  readonly images: Map<string, string>
  readonly warnings: string[]
}

/** `.env` alone: the shell's own variables would make a plan depend on who asks. */
const variablesOf = (text: string): Variable => {
  const values = new Map<string, string>()
  const variable: Variable = (name) => values.get(name)
  for (const [name, value] of Object.entries(parseEnv(text))) values.set(name, interpolate(value, variable))
  return variable
}

/** Compose would not read it unless it is told to, so it may have lain there broken for long: nobody builds from it. */
const addVariant = async (reading: Reading, file: string): Promise<void> => {
  try {
    await addFile(reading, file)
  } catch (error) {
    const [problem] = error instanceof StaggerError ? error.problems : []
    if (problem?.code !== 'yaml-syntax' || problem.at?.file !== file) throw error
    const place = `${file}:${problem.at.line}`
    reading.warnings.push(
      `${place} is no valid YAML (${problem.why}); what only that file builds is left out`,
    )
  }
}

const addFile = async (reading: Reading, file: string): Promise<void> => {
  const compose = await composeAt(reading, file)
  if (!compose) {
    reading.warnings.push(`${file} is included by a compose file, but is not in the repository`)
    return
  }
  for (const [name, service] of Object.entries(compose.services ?? {}))
    if (service) await addService(reading, file, name, service, compose.secrets)
  for (const path of (compose.include ?? []).flatMap(pathsOf)) {
    await addFile(reading, posix.join(posix.dirname(file), interpolate(path, reading.variable)))
  }
}

type Place = Pick<Reading, 'objects' | 'root'>

const composeAt = async ({ objects, root }: Place, file: string): Promise<Compose | null> => {
  const text = await textAt(objects, root, file)
  return text === null ? null : readCompose(text, file)
}

const pathsOf = (include: string | { path: string | string[] }): string[] =>
  typeof include === 'string' ? [include] : [include.path].flat()

const addService = async (
  reading: Reading,
  file: string,
  name: string,
  service: ComposeService,
  defined: Compose['secrets'],
): Promise<void> => {
  const known = name.toLowerCase() as ServiceName
  if (reading.candidates.has(known)) return
  const read = await readService(service, file, reading.variable, (where) => composeAt(reading, where))
  if ('leftOut' in read) {
    if (service.build || service.extends)
      reading.candidates.set(known, {
        name: known,
        leftOut: read.leftOut,
        images: imagesOf(reading, name, service),
      })
  } else if (read.build) {
    await refuseWrongName(reading, file, name)
    const images = imagesOf(reading, name, { ...service, image: read.image })
    const secrets = secretsOf(read.build.secrets, defined, file, reading.variable)
    reading.candidates.set(known, { name: known, images, ...serviceOf(known, read.build, secrets) })
  } else {
    const image = imageName(read.image, reading.variable)
    if (image !== null && !reading.images.has(known)) reading.images.set(known, image)
  }
}

/** All names of the image that a service builds; without one of its own, compose calls it by the project and the service. */
const imagesOf = (
  { project, variable }: Reading,
  name: string,
  { image, build }: ComposeService,
): string[] => {
  const tags = typeof build === 'object' ? (build?.tags ?? []) : []
  const own = image ? [image] : project === null ? [] : [`${project}-${name}`, `${project}_${name}`]
  // A tag that no variable fills is none.
  return [...own, ...tags].flatMap((text) => imageName(text, variable)?.replace(/:$/, '') ?? [])
}

const refuseWrongName = async (reading: Reading, file: string, name: string): Promise<void> => {
  if (isServiceName(name.toLowerCase())) return
  const text = (await textAt(reading.objects, reading.root, file)) ?? ''
  throw await refusal(text, file, (document) => [wrongName(document, name)])
}

const wrongName = (document: SourceDocument, name: string): Problem => ({
  code: 'service-name',
  fault: 'caller',
  problem: `${JSON.stringify(name)} cannot be the name of a service`,
  why: 'a name goes into image names, tags and addresses: letters and digits, joined by one of . _ -, at most 64',
  fix: `rename the service in ${document.file}`,
  at: document.at(['services', name]),
})
