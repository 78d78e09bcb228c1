import pLimit from 'p-limit'
import { type ContextReader, contextReader } from '../catalog/context-reader.js'
import { cycle } from '../catalog/cycles.js'
import { type Discovered, discover } from '../catalog/discover.js'
import { baseNames, edgeNames } from '../catalog/edges.js'
import type { EdgeFingerprints, ServiceInputs, StageInputs } from '../catalog/inputs.js'
import { unknownName } from '../catalog/nearest.js'
import { allOrEveryProblem, problemsOf } from '../catalog/refusals.js'
import { isSameMaterial, type Placed } from '../catalog/same-material.js'
import type { Service } from '../catalog/service.js'
import { serviceInputs } from '../catalog/stage-inputs.js'
import type { Snapshot } from '../changes/affected.js'
import { fingerprintImage, fingerprintTests } from '../changes/fingerprint.js'
import type { Fingerprinted } from '../changes/planned.js'
import type { Git } from '../platform/git/git.js'
import { type Oid, type ServiceName, StaggerError } from '../words.js'
import { type Configuration, configurationAt, type ReadConfiguration } from './configuration.js'

/** The services of one commit, read when they are asked for and only once. */
export interface CommitView {
  readonly commit: Oid
  readonly root: Oid
  discovered(): Promise<Discovered>
  service(name: ServiceName): Promise<Service | null>
  /** Null where this commit has no such service. Throws what its Dockerfile or its context is wrong in. */
  snapshot(name: ServiceName): Promise<Snapshot | null>
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}

const onceEach = <K, T>(make: (key: K) => Promise<T>): ((key: K) => Promise<T>) => {
  const made = new Map<K, Promise<T>>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}

/** `beside`: a commit that was read already; services that are surely the same there are not read again. */
export const viewCommit = async (
  git: Git,
  commit: Oid,
  readConfiguration: ReadConfiguration,
  beside: CommitView | null = null,
): Promise<CommitView> => {
  const root = await git.treeOf(commit)
  const configuration = once(() => configurationAt(git, root, readConfiguration))
  const discovered = once(async () => discover(git, root, (await configuration()).declaration))
  const byName = once(async () => new Map((await discovered()).services.map((one) => [one.name, one])))
  const all = async () => (await discovered()).services
  const inputs = onceEach(inputsReader(git, root, contextReader(git, root), configuration, all))
  const known = async (service: Service) => beside && knownBeside(git, { service, root }, beside)
  const snapshots = snapshotReader({ services: byName, inputs, known })
  return {
    commit,
    root,
    discovered,
    service: async (name) => (await byName()).get(name) ?? null,
    snapshot: async (name) => ((await byName()).has(name) ? snapshots(name) : null),
  }
}

const inputsReader =
  (
    git: Git,
    root: Oid,
    contexts: ContextReader,
    configuration: () => Promise<Configuration>,
    all: () => Promise<readonly Service[]>,
  ) =>
  (service: Service): Promise<ServiceInputs> =>
    serviceInputs(service, git, root, contexts, all).catch(async (error: unknown) => {
      const { placedProblems } = await import('../catalog/declaration/blame.js')
      const { declaration } = await configuration()
      throw new StaggerError(...(await placedProblems(git, root, service, declaration, problemsOf(error))))
    })

interface Reading {
  services(): Promise<ReadonlyMap<ServiceName, Service>>
  inputs(service: Service): Promise<ServiceInputs>
  known(service: Service): Promise<Snapshot | null>
}

const knownBeside = async (git: Git, placed: Placed, beside: CommitView): Promise<Snapshot | null> => {
  const there = await beside.service(placed.service.name)
  const same = there && (await isSameMaterial(git, placed, { service: there, root: beside.root }))
  return same ? beside.snapshot(there.name) : null
}

/** Each service once, after the images that it takes from, or is tested beside. Throws `service-cycle`. */
const snapshotReader = (reading: Reading): ((name: ServiceName) => Promise<Snapshot>) => {
  const checked = new Set<ServiceName>()
  /** None for a service that was left out: its image may change, and nobody would see it. */
  const fingerprintOf = async (name: ServiceName) =>
    (await reading.services()).has(name) ? (await image(name)).fingerprint : null
  const fingerprintsOf = async (...stages: readonly (StageInputs | null)[]): Promise<EdgeFingerprints> => {
    const edges = edgeNames(...stages).map(async (edge) => [edge, await fingerprintOf(edge)] as const)
    return new Map(await Promise.all(edges))
  }
  const begun = onceEach(async (name: ServiceName) => {
    const service = await find(reading, name)
    return { service, known: await reading.known(service) }
  })
  // Images alone wait for each other: two services may be tested beside one another.
  const image = onceEach(async (name: ServiceName): Promise<Fingerprinted> => {
    const { service, known } = await begun(name)
    if (known) return known.image
    await refuseCycles(reading, name, [], checked)
    const inputs = await reading.inputs(service)
    return fingerprintImage(service.context, inputs.image, await fingerprintsOf(inputs.image))
  })
  return onceEach(async (name: ServiceName): Promise<Snapshot> => {
    const { service, known } = await begun(name)
    if (known) return known
    const made = await image(name)
    const inputs = await reading.inputs(service)
    const edges = await fingerprintsOf(inputs.image, inputs.test)
    return { service, image: made, test: fingerprintTests(service.context, made, inputs, edges) }
  })
}

const find = async ({ services }: Reading, name: ServiceName): Promise<Service> => {
  const all = await services()
  const service = all.get(name)
  if (!service) throw new StaggerError(unknownName('service', name, [...all.keys()]))
  return service
}

/** Walks the edges before anybody waits for anybody: in a circle all would wait for ever. */
const refuseCycles = async (
  reading: Reading,
  name: ServiceName,
  path: readonly ServiceName[],
  checked: Set<ServiceName>,
): Promise<void> => {
  if (path.includes(name)) throw new StaggerError(cycle(path, name))
  if (checked.has(name)) return
  const service = (await reading.services()).get(name)
  if (!service) return
  const inputs = await reading.inputs(service)
  for (const edge of baseNames(inputs.image, inputs.test))
    await refuseCycles(reading, edge, [...path, name], checked)
  checked.add(name)
}

/** Enough that git never waits for a question, and few enough that what is half read does not fill the memory. */
export const AT_ONCE = 64

/** All services of a commit. Throws every problem of every service at once. */
export const allSnapshots = async (view: CommitView): Promise<readonly Snapshot[]> => {
  const { services } = await view.discovered()
  const limit = pLimit(AT_ONCE)
  const snapshots = await allOrEveryProblem(services.map(({ name }) => limit(() => view.snapshot(name))))
  return snapshots.flatMap((snapshot) => snapshot ?? [])
}
