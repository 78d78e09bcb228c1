import { type Digest, type Instant, isDigest, StaggerError } from '../../words.js'
import { contentsOf } from '../registry/contents.js'
import { digestOf } from '../registry/digests.js'
import { grouped } from '../registry/grouped.js'
import { storedOf } from '../registry/listing.js'
import { type Given, naming } from '../registry/naming.js'
import type { Manifest, NewManifest, Registry, Stored } from '../registry.js'
import { nameTaken, notThere } from '../registry-problems.js'
import { type EcrCalls, INCOMPLETE, isCalled, NO_REPOSITORY, TAKEN } from './ecr-calls.js'
import { idOf, lookUp } from './ecr-images.js'
import { nameUnclear, noRepository, notRemoved, partsNotThere } from './ecr-problems.js'

/** What goes through Docker's API also here, with ECR's own token. */
type ByHttp = Pick<Registry, 'blob' | 'upload' | 'copy' | 'referrers'>

const nameIn = (repository: string): string => repository.slice(repository.indexOf('/') + 1)

/** Where there is no repository, there is nothing. */
const orNull = async <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error) => {
    if (isCalled(error, NO_REPOSITORY)) return null
    throw error
  })

/** Amazon ECR by its own API: one call looks a hundred images up, and gives a name without a pull. */
export const ecrRegistry = (calls: EcrCalls, region: string, http: ByHttp): Registry => {
  const manifest: Registry['manifest'] = async (repository, reference) =>
    (await lookUp(calls, repository, [reference])).get(reference) ?? null
  const putting = pushing(calls, region)
  const give = async (repository: string, digest: Digest, name: string): Promise<Given> => {
    const image = await manifest(repository, digest)
    if (!image) throw new StaggerError(notThere(repository, digest, name))
    return putting(repository, image, name)
  }
  const names: Registry['names'] = async (repository) => {
    const ids = await orNull(calls.tagged(nameIn(repository)))
    return ids?.flatMap(({ imageTag }) => imageTag ?? []) ?? null
  }
  return {
    ...http,
    manifest,
    manifests: (wanted) => lookUpAll(calls, wanted),
    ...naming({ manifest, give }),
    names,
    put: (repository, image, name) => putOne({ manifest, putting }, repository, image, name),
    list: (repository) => list(calls, repository),
    remove: (repository, reference) => remove(calls, repository, reference),
    prepare: async (repository, create) => {
      if (await calls.isThere(nameIn(repository))) return
      if (!create) throw new StaggerError(noRepository(repository, region))
      await calls.create(nameIn(repository))
    },
  }
}

const lookUpAll = async (
  calls: EcrCalls,
  wanted: Parameters<Registry['manifests']>[0],
): Promise<readonly (Manifest | null)[]> => {
  const byRepository = grouped(wanted, ({ repository }) => repository)
  const found = new Map(
    await Promise.all(
      [...byRepository].map(async ([repository, asked]) => {
        const references = asked.map(({ reference }) => reference)
        return [repository, await lookUp(calls, repository, references)] as const
      }),
    ),
  )
  return wanted.map(({ repository, reference }) => found.get(repository)?.get(reference) ?? null)
}

type Putting = (repository: string, image: Manifest, name: string | null) => Promise<Given>

const pushing =
  (calls: EcrCalls, region: string): Putting =>
  async (repository, image, name) => {
    try {
      await calls.put(nameIn(repository), image, name)
      return { kind: 'given' }
    } catch (error) {
      if (isCalled(error, NO_REPOSITORY)) throw new StaggerError(noRepository(repository, region))
      if (isCalled(error, ...INCOMPLETE))
        throw new StaggerError(partsNotThere(repository, (error as Error).message))
      if (!isCalled(error, ...TAKEN)) throw error
      // Without a name it says that the image is there already: as good as pushed.
      if (name === null) return { kind: 'given' }
      return { kind: 'refused', maybeTaken: true, problem: nameUnclear(repository, name) }
    }
  }

const putOne = async (
  { manifest, putting }: Pick<Registry, 'manifest'> & { readonly putting: Putting },
  repository: string,
  image: NewManifest,
  name: string | null,
) => {
  const digest = digestOf(image.body)
  const given = await putting(repository, { ...image, digest }, name)
  if (given.kind === 'refused') {
    const holder = (await manifest(repository, name ?? digest))?.digest
    if (holder === undefined) throw new StaggerError(given.problem)
    if (holder !== digest) throw new StaggerError(nameTaken(repository, name ?? digest, digest, holder))
  }
  // ECR keeps referrers itself.
  return { digest, subject: contentsOf(image.body).subject }
}

const list = async (calls: EcrCalls, repository: string): ReturnType<Registry['list']> => {
  const details = await orNull(calls.describe(nameIn(repository)))
  if (details === null) return null
  const digests = details.flatMap(({ imageDigest }) =>
    imageDigest && isDigest(imageDigest) ? imageDigest : [],
  )
  const found = await lookUp(calls, repository, digests)
  const images = details.flatMap(({ imageDigest = '', imageTags, imagePushedAt, subjectManifestDigest }) => {
    if (!isDigest(imageDigest)) return []
    const pushed = (imagePushedAt?.getTime() ?? null) as Instant | null
    const image = found.get(imageDigest)
    const bare: Stored = { digest: imageDigest, names: [], pushed, holds: [], subject: null }
    const stored = image ? storedOf(image, imageTags ?? [], pushed) : { ...bare, names: imageTags ?? [] }
    return [{ ...stored, subject: stored.subject ?? digestOrNull(subjectManifestDigest) }]
  })
  return { images, namesApart: true }
}

const digestOrNull = (text: string | undefined): Digest | null =>
  text !== undefined && isDigest(text) ? text : null

const remove = async (calls: EcrCalls, repository: string, reference: string): Promise<void> => {
  const answer = await orNull(calls.batchDelete(nameIn(repository), [idOf(reference)]))
  const failed = answer?.failures?.find(({ failureCode }) => failureCode !== 'ImageNotFound')
  if (failed) throw new StaggerError(notRemoved(repository, reference, failed))
}
