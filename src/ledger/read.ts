import type { EnvironmentName, Objects, Oid, ServiceName } from '../words.js'
import {
  type DeploymentEntry,
  type ImageEntry,
  type ReleaseEntry,
  readDeployment,
  readImage,
  readRelease,
} from './entries.js'

/** What is known to be good at one commit of the ledger; empty where there is no ledger. */
export interface Ledger {
  readonly images: ReadonlyMap<ServiceName, ImageEntry>
  deployments(environment: EnvironmentName): Promise<ReadonlyMap<ServiceName, DeploymentEntry>>
  /** Every version that was ever made of a service, also of one that is gone; in no order. */
  releases(): Promise<ReadonlyMap<ServiceName, readonly ReleaseEntry[]>>
  /** The same of one service alone. */
  releasesOf(service: ServiceName): Promise<readonly ReleaseEntry[]>
}

export const EMPTY_LEDGER: Ledger = {
  images: new Map(),
  deployments: async () => new Map(),
  releases: async () => new Map(),
  releasesOf: async () => [],
}

/** Reads a ledger from its root tree. */
export const readLedger = async (objects: Objects, root: Oid): Promise<Ledger> => ({
  images: await entriesOf(objects, await folder(objects, root, ['images']), readImage),
  deployments: async (environment) =>
    entriesOf(objects, await folder(objects, root, ['environments', environment]), readDeployment),
  releases: async () => releasesIn(objects, await folder(objects, root, ['releases'])),
  releasesOf: async (service) => {
    const tree = await folder(objects, root, ['releases', service])
    return tree ? readEntries(objects, tree, readRelease) : []
  },
})

/** A folder a service, in it a file a version. */
const releasesIn = async (
  objects: Objects,
  tree: Oid | null,
): Promise<ReadonlyMap<ServiceName, readonly ReleaseEntry[]>> => {
  const folders = (tree ? await objects.tree(tree) : []).filter(({ mode }) => mode === '040000')
  const all = await Promise.all(folders.map(({ oid }) => readEntries(objects, oid, readRelease)))
  return new Map(all.flatMap((entries) => (entries[0] ? [[entries[0].service, entries] as const] : [])))
}

const folder = async (
  objects: Objects,
  root: Oid,
  [name, ...rest]: readonly string[],
): Promise<Oid | null> => {
  if (name === undefined) return root
  const entry = (await objects.tree(root)).find((one) => one.name === name && one.mode === '040000')
  return entry ? folder(objects, entry.oid, rest) : null
}

const entriesOf = async <Entry extends { readonly service: ServiceName }>(
  objects: Objects,
  tree: Oid | null,
  read: (json: string) => Entry | null,
): Promise<ReadonlyMap<ServiceName, Entry>> => {
  const entries = tree ? await readEntries(objects, tree, read) : []
  return new Map(entries.map((entry) => [entry.service, entry]))
}

const readEntries = async <Entry>(
  objects: Objects,
  tree: Oid,
  read: (json: string) => Entry | null,
): Promise<readonly Entry[]> => {
  const files = (await objects.tree(tree)).filter(({ mode }) => mode !== '040000')
  const blobs = await Promise.all(files.map(({ oid }) => objects.blob(oid)))
  return blobs.flatMap((blob) => read(new TextDecoder().decode(blob)) ?? [])
}
