import type { EnvironmentName, Objects, Oid, ServiceName } from '../words.js'
import { type DeploymentEntry, type ImageEntry, readDeployment, readImage } from './entries.js'

/** What is known to be good at one commit of the ledger; empty where there is no ledger. */
export interface Ledger {
  readonly images: ReadonlyMap<ServiceName, ImageEntry>
  deployments(environment: EnvironmentName): Promise<ReadonlyMap<ServiceName, DeploymentEntry>>
}

export const EMPTY_LEDGER: Ledger = { images: new Map(), deployments: async () => new Map() }

/** Reads a ledger from its root tree. */
export const readLedger = async (objects: Objects, root: Oid): Promise<Ledger> => ({
  images: await entriesOf(objects, await folder(objects, root, ['images']), readImage),
  deployments: async (environment) =>
    entriesOf(objects, await folder(objects, root, ['environments', environment]), readDeployment),
})

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
  const files = tree ? await objects.tree(tree) : []
  const blobs = await Promise.all(
    files.filter(({ mode }) => mode !== '040000').map(({ oid }) => objects.blob(oid)),
  )
  const entries = blobs.map((blob) => read(new TextDecoder().decode(blob)))
  return new Map(entries.flatMap((entry) => (entry ? [[entry.service, entry] as const] : [])))
}
