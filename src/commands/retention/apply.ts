import {
  decide,
  type Policy,
  type StoredImage,
  type StoredRepository,
  type Verdict,
} from '../../image/retention.js'
import type { KeptOrGone, SweptRepository } from '../../image/retention-result.js'
import type { Progress } from '../../platform/progress.js'
import type { Registry } from '../../platform/registry.js'
import { type Digest, type Problem, StaggerError } from '../../words.js'
import type { Decided } from './decided.js'
import { listOne } from './listings.js'

export interface ApplyWorld {
  readonly registry: Registry
  readonly progress: Pick<Progress, 'say'>
}

/** Removes what was decided, where that still holds: another run may have named an image meanwhile. */
export const removeDecided = async (
  world: ApplyWorld,
  { stored, verdicts }: Decided,
  policy: Policy,
): Promise<SweptRepository> => {
  const now = await listOne(world.registry, stored)
  const still = new Map(now ? decide(now, policy).map((one) => [one.image.digest, one]) : [])
  const done = new Map<Digest, KeptOrGone>()
  for (const verdict of holdersFirst(verdicts))
    done.set(verdict.image.digest, await removeOne(world, stored, verdict, still.get(verdict.image.digest)))
  const images = verdicts.map(({ image }) => done.get(image.digest) as KeptOrGone)
  return { repository: stored.repository, service: stored.service, images }
}

/** A registry may not give up what an index still holds. */
const holdersFirst = (verdicts: readonly Verdict[]): readonly Verdict[] => {
  const holders = new Map<Digest, StoredImage[]>()
  for (const { image } of verdicts)
    for (const held of image.holds) holders.set(held, [...(holders.get(held) ?? []), image])
  const depth = (image: StoredImage, below: readonly Digest[] = []): number =>
    below.includes(image.digest)
      ? 0
      : Math.max(
          0,
          ...(holders.get(image.digest) ?? []).map((one) => 1 + depth(one, [...below, image.digest])),
        )
  return verdicts.toSorted((a, b) => depth(a.image) - depth(b.image))
}

const removeOne = async (
  { registry, progress }: ApplyWorld,
  { repository }: StoredRepository,
  verdict: Verdict,
  now: Verdict | undefined,
): Promise<KeptOrGone> => {
  const { image, decision, names, why } = verdict
  const row = { ...image, why, namesRemoved: [], problem: null } as const
  const alone = names.filter((name) => now?.names.includes(name))
  const references = decision === 'remove' ? [image.digest] : alone
  if (decision === 'remove' && now?.decision === 'keep')
    return { ...row, outcome: 'kept', why: `meanwhile: ${now.why}` }
  try {
    for (const reference of references) await registry.remove(repository, reference)
  } catch (error) {
    return { ...row, outcome: 'failed', problem: problemOf(error) }
  }
  if (references.length > 0) progress.say(`${repository}: removed ${references.join(', ')}`)
  return { ...row, outcome: decision === 'remove' ? 'removed' : 'kept', namesRemoved: alone }
}

/** What keeps one image is that image's problem; anything else is a bug. */
const problemOf = (error: unknown): Problem => {
  if (error instanceof StaggerError && error.problems[0]) return error.problems[0]
  throw error
}
