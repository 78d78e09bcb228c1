import { posix } from 'node:path'
import { parse as parseEnv } from 'dotenv'
import { isServiceName, type Objects, type Oid, type Problem, type ServiceName } from '../../words.js'
import type { Discovered } from '../discover.js'
import type { SourceDocument } from '../document.js'
import { interpolate, type Variable } from '../interpolate.js'
import type { Service } from '../service.js'
import { textAt } from '../tree.js'
import { type Build, type Compose, readCompose, refusal } from './file.js'
import { reasonToLeaveOut, serviceOf } from './service.js'

/** In the order in which compose looks for its file. */
const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml']
const VARIANT = /^(?:docker-)?compose\.[\w.-]+\.ya?ml$/

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
  const images = new Map<string, ServiceName>()
  for (const file of files) await addFile({ objects, root, variable, services, images, warnings }, file)
  const all = [...services.values()].map((service) => withImages(service, images))
  return all.length > 0 ? { services: all, warnings } : null
}

interface Reading {
  readonly objects: Objects
  readonly root: Oid
  readonly variable: Variable
  readonly services: Map<string, Service>
  /** By the image's name, which service builds it. */
  readonly images: Map<string, ServiceName>
  readonly warnings: string[]
}

const withImages = (service: Service, images: ReadonlyMap<string, ServiceName>): Service =>
  images.size > 0 ? { ...service, imagesBuiltHere: Object.fromEntries(images) } : service

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
  for (const [name, { build, image }] of Object.entries(compose.services ?? {}).flatMap(withBuild)) {
    if (!isServiceName(name.toLowerCase()))
      throw await refusal(text, file, (document) => [wrongName(document, name)])
    if (image) reading.images.set(interpolate(image, reading.variable), name.toLowerCase() as ServiceName)
    addService(reading, file, name.toLowerCase() as ServiceName, build)
  }
  for (const path of (compose.include ?? []).flatMap(pathsOf)) {
    await addFile(reading, posix.join(posix.dirname(file), interpolate(path, reading.variable)))
  }
}

const pathsOf = (include: string | { path: string | string[] }): string[] =>
  typeof include === 'string' ? [include] : [include.path].flat()

type ComposeService = NonNullable<Compose['services']>[string]

interface Built {
  readonly build: Build
  readonly image: string | undefined
}

const withBuild = ([name, service]: [string, ComposeService]): [string, Built][] =>
  service?.build === undefined ? [] : [[name, { build: service.build, image: service.image }]]

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
