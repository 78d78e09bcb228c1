import type { Image, ImageIdentifier } from '@aws-sdk/client-ecr'
import { isDigest, type Problem, StaggerError } from '../../words.js'
import { digestOf } from '../registry/digests.js'
import { inParallel } from '../registry/parallel.js'
import type { Manifest } from '../registry.js'
import { wrongDigest } from '../registry-problems.js'
import { type EcrCalls, isCalled, NO_REPOSITORY } from './ecr-calls.js'
import { type Failing, notRead } from './ecr-problems.js'

/** As many as one call takes. */
const BATCH = 100
/** Calls at once: ECR gives out images to many, but not endlessly. */
const AT_ONCE = 8

export type Found = ReadonlyMap<string, Manifest | null>

export const idOf = (reference: string): ImageIdentifier =>
  isDigest(reference) ? { imageDigest: reference } : { imageTag: reference }

/** Looks images of one repository up, a hundred a call. One that is not there is null, like all of no repository. */
export const lookUp = async (
  calls: Pick<EcrCalls, 'batchGet'>,
  repository: string,
  references: readonly string[],
): Promise<Found> => {
  const batches = chunks([...new Set(references)], BATCH)
  const found = await inParallel(batches, (batch) => batchOf(calls, repository, batch), AT_ONCE)
  return new Map(found.flatMap((one) => [...one]))
}

const chunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))

const batchOf = async (
  calls: Pick<EcrCalls, 'batchGet'>,
  repository: string,
  batch: readonly string[],
): Promise<Found> => {
  const name = repository.slice(repository.indexOf('/') + 1)
  const answer = await calls.batchGet(name, batch.map(idOf)).catch((error) => {
    if (isCalled(error, NO_REPOSITORY)) return null
    throw error
  })
  if (!answer) return new Map(batch.map((reference) => [reference, null]))
  const { images = [], failures = [] } = answer
  const missing = absentOf(repository, failures)
  const sorted = batch.map((reference) => [reference, imageOf(images, batch, reference)] as const)
  const unclear = sorted.filter(([reference, image]) => !image && !missing.has(reference))
  // An image with several names may come back under another one than was asked for: alone it cannot be mistaken.
  if (unclear.length > 0 && batch.length > 1) {
    const alone = await inParallel(unclear, ([one]) => batchOf(calls, repository, [one]), AT_ONCE)
    return new Map([...readable(repository, sorted), ...alone.flatMap((one) => [...one])])
  }
  return new Map(readable(repository, sorted))
}

const imageOf = (
  images: readonly Image[],
  batch: readonly string[],
  reference: string,
): Image | undefined => {
  const asked = ({ imageId }: Image) =>
    isDigest(reference) ? imageId?.imageDigest === reference : imageId?.imageTag === reference
  return images.find(asked) ?? (batch.length === 1 ? images[0] : undefined)
}

interface Failure extends Failing {
  readonly imageId?: ImageIdentifier | undefined
}

/** What is not there; any other failure is an error, with all of them. */
const absentOf = (repository: string, failures: readonly Failure[]): ReadonlySet<string> => {
  const nameOf = ({ imageId }: Failure) => imageId?.imageDigest ?? imageId?.imageTag ?? 'an image'
  const isAbsent = ({ failureCode }: Failure) => failureCode === 'ImageNotFound'
  const problems = failures
    .filter((one) => !isAbsent(one))
    .map((one) => notRead(repository, nameOf(one), one))
  if (problems.length > 0) throw new StaggerError(...(problems as [Problem]))
  return new Set(failures.map(nameOf))
}

const readable = (
  repository: string,
  images: readonly (readonly [string, Image | undefined])[],
): readonly (readonly [string, Manifest | null])[] =>
  images.map(([reference, image]) => [reference, image ? manifestOf(repository, reference, image) : null])

/** A digest is computed, never believed, here as from any registry. */
const manifestOf = (repository: string, reference: string, image: Image): Manifest => {
  const body = new TextEncoder().encode(image.imageManifest ?? '')
  const digest = digestOf(body)
  const claims = [image.imageId?.imageDigest, isDigest(reference) ? reference : undefined]
  const wrong = claims.find((claim) => claim !== undefined && claim !== digest)
  if (wrong) throw new StaggerError(wrongDigest(`${repository}:${reference}`, wrong, digest))
  return { digest, body, mediaType: image.imageManifestMediaType ?? '' }
}
