import { posix } from 'node:path'
import { type Objects, type Oid, type ServiceName, StaggerError } from '../../../words.js'
import type { Input, Widened } from '../../inputs.js'
import { inside, isRemote } from '../../named-context.js'
import { pick } from '../../pick.js'
import { becauseOf, unique } from '../../read-source.js'
import type { Service } from '../../service.js'
import { entryAt, FOLDER, textAt } from '../../tree.js'
import type { ComposeTest } from '../kinds.js'
import { missingComposeFile, notTestedThere, unknownComposeService } from '../problems.js'
import { type ComposeFiles, findService, type Place, readComposeFiles, serviceNames } from './files.js'
import { type ImageOf, imageOf } from './images.js'
import { mentionedBy } from './mentioned.js'
import { mapOf, textsOf } from './plain.js'
import { type Part, reachedFrom, type Started } from './reached.js'
import { IMAGE_VARIABLE, variablesOf } from './variables.js'

/** What a test with neighbours reads of this repository. */
export interface ComposeInputs {
  readonly inputs: readonly Input[]
  /** By the compose file's service, the service of this repository whose image it runs. */
  readonly images: Readonly<Record<string, ServiceName>>
  /** Contexts that are not needed, since the image is there: compose wants their folders to exist. */
  readonly contexts: readonly string[]
  /** What the file says of its own version; older programs want the same of every file. */
  readonly version: string | null
  readonly widened: readonly Widened[]
}

/** A path as a compose file writes it, and the file: paths begin in its folder. */
interface Named {
  readonly path: string
  readonly from: string
}

const BECAUSE = { instruction: 'compose', line: 0 }

export const composeInputs = async (
  tested: Service,
  { file, service }: ComposeTest,
  neighbours: readonly Service[],
  objects: Objects,
  root: Oid,
): Promise<ComposeInputs> => {
  const env = posix.join(posix.dirname(file), '.env')
  const place: Place = { objects, root, put: variablesOf((await textAt(objects, root, env)) ?? '') }
  const files = await readComposeFiles(place, file)
  if (!files) throw new StaggerError(missingComposeFile(tested.name, file))
  if (!findService(files, service))
    throw new StaggerError(unknownComposeService(tested.name, file, service, serviceNames(files)))
  const { started, lost } = await reachedFrom(place, files, service)
  const images = started.map((one) => [one.name, imageOf(one, place.put, tested, neighbours)] as const)
  if (!isTested(tested, started, images)) throw new StaggerError(notTestedThere(tested.name, file, service))
  const named = [
    { path: '.env', from: file },
    ...filesOf(files),
    ...started.flatMap(namedBy),
    ...images.flatMap(built),
  ]
  const read = await Promise.all(named.map((one) => take(place, one)))
  const widened = [...[...lost, ...lostIn(files)].map(undecided), ...read.flatMap((one) => one.widened)]
  const folder = widened.length > 0 ? await entryAt(objects, root, posix.dirname(file)) : null
  return {
    inputs: unique([...read.flatMap((one) => one.inputs), ...(folder ? [becauseOf(BECAUSE)(folder)] : [])]),
    images: Object.fromEntries(
      images.flatMap(([name, image]) => (image.kind === 'here' ? [[name, image.service]] : [])),
    ),
    contexts: images.flatMap(([, image]) => (image.kind === 'here' ? (image.context ?? []) : [])),
    version: textsOf(files.content.version)[0] ?? null,
    widened,
  }
}

/** A test that never runs the image says nothing about it. */
const isTested = (
  { name }: Service,
  started: readonly Started[],
  images: readonly (readonly [string, ImageOf])[],
): boolean =>
  images.some(([, image]) => image.kind === 'here' && image.service === name) ||
  started.some(({ parts }) => JSON.stringify(parts.map(({ service }) => service)).includes(IMAGE_VARIABLE))

/** The compose files themselves, by their own folders. */
const filesOf = ({ file, included, paths }: ComposeFiles): readonly Named[] => [
  { path: posix.basename(file), from: file },
  ...paths.map((path) => ({ path, from: file })),
  ...included.flatMap(filesOf),
]

const lostIn = ({ lost, included }: ComposeFiles): readonly string[] => [...lost, ...included.flatMap(lostIn)]

const namedBy = ({ parts }: Started): readonly Named[] =>
  parts.flatMap((part) => pathsIn(part).map((path) => ({ path, from: part.files.file })))

const pathsIn = ({ service, files: { file, content } }: Part): readonly string[] => {
  const { paths, configs, secrets, volumes } = mentionedBy(service)
  const ofFile = (section: string, name: string) => mapOf(mapOf(content[section])[name])
  return [
    posix.basename(file),
    ...paths,
    ...configs.flatMap((name) => textsOf(ofFile('configs', name).file)),
    ...secrets.flatMap((name) => textsOf(ofFile('secrets', name).file)),
    ...volumes.flatMap((name) => textsOf(mapOf(ofFile('volumes', name).driver_opts).device)),
  ]
}

/** What compose builds, it builds from whole folders. */
const built = ([, image]: readonly [string, ImageOf]): readonly Named[] =>
  image.kind === 'build' ? image.build.paths.map((path) => ({ path, from: image.part.files.file })) : []

const undecided = (detail: string): Widened => ({ reason: 'compose-undecided', detail, line: 0 })

interface Taken {
  readonly inputs: readonly Input[]
  readonly widened: readonly Widened[]
}

const NOTHING: Taken = { inputs: [], widened: [] }
const widen = (detail: string): Taken => ({ inputs: [], widened: [undecided(detail)] })

/** What of this is tracked: what is not, compose makes itself, or misses loudly. */
const take = async ({ objects, root, put }: Place, { path, from }: Named): Promise<Taken> => {
  const text = put(path)
  if (text === null) return widen(`${path} in ${from} depends on a variable that .env does not set`)
  if (/^[/~]|^[a-z-]+:/.test(text) || isRemote(text)) return NOTHING
  const where = inside(posix.join(posix.dirname(from), text))
  if (where === null) return widen(`${path} in ${from} leads out of this repository`)
  // A name that looks like a pattern is one file's name here.
  const entry = await entryAt(objects, root, where)
  if (entry && entry.mode !== '120000') return { ...NOTHING, inputs: [becauseOf(BECAUSE)(entry)] }
  const picked = await pick(objects, { mode: FOLDER, oid: root, path: '.' }, where)
  if (picked.kind === 'lost') return widen(`${picked.path} is a symbolic link that leads nowhere`)
  return { ...NOTHING, inputs: [...picked.found, ...picked.links].map(becauseOf(BECAUSE)) }
}
