import type { Digest } from '../words.js'
import type { Opinion, StoredImage } from './retention.js'
import { subjectIn } from './retention-names.js'

type Settled = NonNullable<Opinion>

const label = ({ digest, names }: StoredImage): string => names[0] ?? digest.slice(0, 'sha256:'.length + 12)

const subjectOf = ({ subject, names }: StoredImage): string | null =>
  subject ?? names.map(subjectIn).find((one) => one !== null) ?? null

/**
 * Opinions on images become verdicts on families: whatever stays keeps what it holds and what is said about it, and
 * what depends on others goes only where all of them go.
 */
export const spread = (images: readonly StoredImage[], opinions: readonly Opinion[]): readonly Settled[] => {
  const settled = leave(images, keepFamilies(images, opinions))
  const lone = images.flatMap((image, at) => (settled[at] ? [] : [[at, alone(image)] as const]))
  if (lone.length === 0) return settled as readonly Settled[]
  // They stay, and so does what they hold: all begins again with that.
  const known = new Map<number, Opinion>(lone)
  return spread(
    images,
    opinions.map((opinion, at) => known.get(at) ?? opinion),
  )
}

/** What depends on others goes after them, from the top down. */
const leave = (images: readonly StoredImage[], opinions: readonly Opinion[]): readonly Opinion[] => {
  const settled = [...opinions]
  for (let changed = true; changed; ) {
    changed = false
    images.forEach((image, at) => {
      const verdict = settled[at] ? null : goesWith(image, images, settled)
      if (!verdict) return
      settled[at] = verdict
      changed = true
    })
  }
  return settled
}

const alone = (image: StoredImage): Settled => ({
  decision: 'keep',
  why:
    subjectOf(image) === null
      ? 'it has no name, and nothing says what it is for'
      : 'what it is about is not here',
})

/** Downwards from all that stays. */
const keepFamilies = (images: readonly StoredImage[], opinions: readonly Opinion[]): Opinion[] => {
  const settled = [...opinions]
  const byDigest = new Map(images.map(({ digest }, at) => [digest, at]))
  const notes = notesOn(images)
  const queue = images.flatMap((_, at) => (settled[at]?.decision === 'keep' ? [at] : []))
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const image = images[at] as StoredImage
    const held = image.holds.flatMap((digest) => byDigest.get(digest) ?? [])
    const about = notes.get(image.digest) ?? []
    for (const [others, why] of [
      [held, `a part of ${label(image)}, which stays`],
      [about, `about ${label(image)}, which stays`],
    ] as const)
      for (const other of others) {
        if (settled[other]?.decision === 'keep') continue
        settled[other] = { decision: 'keep', why }
        queue.push(other)
      }
  }
  return settled
}

/** By the digest of what they are about, which need not be listed itself: it may be a part of an index. */
const notesOn = (images: readonly StoredImage[]): ReadonlyMap<string, readonly number[]> => {
  const notes = new Map<string, number[]>()
  const parents = new Map<Digest, Digest[]>()
  for (const { digest, holds } of images)
    for (const held of holds) parents.set(held, [...(parents.get(held) ?? []), digest])
  images.forEach((image, at) => {
    const subject = subjectOf(image)
    if (subject === null) return
    for (const about of [subject, ...(parents.get(subject as Digest) ?? [])])
      notes.set(about, [...(notes.get(about) ?? []), at])
  })
  return notes
}

/** Where all that it belongs to goes. */
const goesWith = (
  image: StoredImage,
  images: readonly StoredImage[],
  settled: readonly Opinion[],
): Settled | null => {
  const subject = subjectOf(image)
  const belongs = images.flatMap((other, at) =>
    other.digest === subject || other.holds.includes(image.digest) || other.holds.includes(subject as Digest)
      ? [at]
      : [],
  )
  const all = belongs.every((at) => settled[at]?.decision === 'remove')
  if (belongs.length === 0 || !all) return null
  const first = images[belongs[0] as number] as StoredImage
  return { decision: 'remove', why: `it belongs to ${label(first)}, which goes` }
}
