import { fallbackName } from '../../image/referrers.js'
import { artifactSchema, indexSchema, readStored, type StoredManifest } from '../../image/stored.js'
import type { Progress } from '../../platform/progress.js'
import type { Manifest, Registry } from '../../platform/registry.js'
import { type Digest, StaggerError } from '../../words.js'
import { putReferrer } from '../building/attest.js'
import { imageGone } from './problems.js'

/** What is said about an image from outside of it. */
export interface Beside {
  /** Manifests that refer to the image, to a part of it, or to one another. */
  readonly referring: readonly { readonly image: Digest; readonly digest: Digest }[]
  /** What cosign calls by the image's digest: it needs no registry that knows what refers to what. */
  readonly notes: readonly { readonly name: string; readonly manifest: Manifest }[]
}

const NOTES = ['sig', 'att', 'sbom']

export const besideOf = async (
  registry: Registry,
  repository: string,
  { digest, body }: Manifest,
): Promise<Beside> => {
  const parts = readStored(indexSchema, body)?.manifests.map((one) => one.digest) ?? []
  const images = [...new Set([digest, ...parts])]
  const names = images.flatMap((image) => NOTES.map((kind) => `${fallbackName(image)}.${kind}`))
  const held = await registry.manifests(names.map((reference) => ({ repository, reference })))
  return {
    referring: await referringTo(registry, repository, images),
    notes: held.flatMap((manifest, at) => (manifest ? [{ name: names[at] as string, manifest }] : [])),
  }
}

/**
 * Each before what refers to it in turn, as a signature does to an attestation. A list of them is what somebody wrote: it
 * may lead back, and name what is there no more.
 */
const referringTo = async (
  registry: Registry,
  repository: string,
  images: readonly Digest[],
): Promise<Beside['referring']> => {
  const seen = new Set(images)
  const all: Beside['referring'][number][] = []
  for (const image of seen)
    for (const digest of await registry.referrers(repository, image)) {
      if (seen.has(digest) || !(await registry.manifest(repository, digest))) continue
      seen.add(digest)
      all.push({ image, digest })
    }
  return all
}

export interface BesideWorld {
  readonly registry: Registry
  readonly progress: Pick<Progress, 'warn'>
}

interface Copying extends BesideWorld {
  readonly from: string
  readonly to: string
}

/** An image by its digest, and all that is said about it: a signature that stays behind is worth nothing there. */
export const copyWhole = async (
  world: BesideWorld,
  image: { readonly repository: string; readonly digest: Digest },
  to: string,
): Promise<void> => {
  const { registry } = world
  const { repository: from, digest } = image
  const manifest = await registry.manifest(from, digest)
  if (!manifest) throw new StaggerError(imageGone(from, digest))
  const beside = await besideOf(registry, from, manifest)
  await registry.copy(image, to)
  await copyBeside({ ...world, from, to }, beside)
}

/** One after the other: a list of what refers to an image is read and written again. */
export const copyBeside = async (copying: Copying, { referring, notes }: Beside): Promise<void> => {
  const { registry, from, to } = copying
  for (const { image, digest } of referring) {
    const there = await registry.referrers(to, image)
    if (there.includes(digest)) continue
    await registry.copy({ repository: from, digest }, to)
    const manifest = await registry.manifest(to, digest)
    if (!manifest) throw new StaggerError(imageGone(to, digest))
    await putReferrer(registry, to, image, manifest)
  }
  for (const { name, manifest } of notes) await copyNote(copying, name, manifest)
}

/** With each signature that is added the name moves on. What somebody has signed there alone is not thrown away. */
const copyNote = async (
  { registry, progress, from, to }: Copying,
  name: string,
  note: Manifest,
): Promise<void> => {
  const there = await registry.manifest(to, name)
  if (there?.digest === note.digest) return
  if (there && !holds(note, there))
    return progress.warn(`${to}:${name} holds what ${from} does not: it stays as it is`)
  await registry.copy({ repository: from, digest: note.digest }, to)
  await registry.tag(to, note.digest, name)
}

const holds = (whole: StoredManifest, part: StoredManifest): boolean => {
  const all = layersOf(whole)
  const some = layersOf(part)
  return some.length > 0 && some.every((layer) => all.includes(layer))
}

const layersOf = ({ body }: StoredManifest): readonly Digest[] =>
  readStored(artifactSchema, body)?.layers.map(({ digest }) => digest) ?? []
