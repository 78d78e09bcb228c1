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
  const owners = ownersIn(images)
  for (let changed = true; changed; ) {
    changed = false
    images.forEach((image, at) => {
      const verdict = settled[at] ? null : goesWith(owners(image), images, settled)
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

/** Where each digest is listed, and what holds it. */
const placesIn = (images: readonly StoredImage[]) => {
  const listed = new Map<string, number>()
  const holders = new Map<string, number[]>()
  images.forEach(({ digest, holds }, at) => {
    listed.set(digest, at)
    for (const held of holds) holders.set(held, [...(holders.get(held) ?? []), at])
  })
  return { listed, holders }
}

/** By the digest of what they are about, which need not be listed itself: it may be a part of an index. */
const notesOn = (images: readonly StoredImage[]): ReadonlyMap<string, readonly number[]> => {
  const notes = new Map<string, number[]>()
  const { holders } = placesIn(images)
  images.forEach((image, at) => {
    const subject = subjectOf(image)
    if (subject === null) return
    const above = (holders.get(subject) ?? []).map((holder) => (images[holder] as StoredImage).digest)
    for (const about of [subject, ...above]) notes.set(about, [...(notes.get(about) ?? []), at])
  })
  return notes
}

/** What an image belongs to: those that hold it, what it is about, and those that hold that. */
const ownersIn = (images: readonly StoredImage[]) => {
  const { listed, holders } = placesIn(images)
  return (image: StoredImage): readonly number[] => {
    const subject = subjectOf(image) ?? ''
    const about = listed.get(subject)
    return [
      ...(holders.get(image.digest) ?? []),
      ...(about === undefined ? [] : [about]),
      ...(holders.get(subject) ?? []),
    ]
  }
}

/** Where all that it belongs to goes. */
const goesWith = (
  owners: readonly number[],
  images: readonly StoredImage[],
  settled: readonly Opinion[],
): Settled | null => {
  const [first] = owners
  if (first === undefined || !owners.every((at) => settled[at]?.decision === 'remove')) return null
  return { decision: 'remove', why: `it belongs to ${label(images[first] as StoredImage)}, which goes` }
}
