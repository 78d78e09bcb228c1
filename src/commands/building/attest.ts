import { attestedIn } from '../../image/attestations.js'
import { pushLost } from '../../image/problems.js'
import { fallbackIndex, fallbackName, NO_CONFIGURATION, referrerOf } from '../../image/referrers.js'
import type { StoredManifest } from '../../image/stored.js'
import type { Registry } from '../../platform/registry.js'
import { type Digest, type Problem, StaggerError } from '../../words.js'

type Store = Pick<Registry, 'manifest' | 'put' | 'upload'>

/**
 * With attestations a builder pushes an index of the image and of them. The image's own digest, which is the same without
 * them, stays the image's; they are attached to it. What has none is given back as it is.
 */
export const attach = async (registry: Store, repository: string, pushed: Digest): Promise<Digest> => {
  const index = await registry.manifest(repository, pushed)
  const attested = index && attestedIn(index)
  if (!attested) return pushed
  const attestation = await registry.manifest(repository, attested.attestation.digest)
  if (!attestation) throw new StaggerError(pushLost(`${repository}@${attested.attestation.digest}`))
  const referrer = referrerOf(attested.image, attestation)
  if (referrer) await refer(registry, repository, attested.image.digest, referrer)
  return attested.image.digest
}

const refer = async (registry: Store, repository: string, image: Digest, referrer: StoredManifest) => {
  await registry.upload(repository, NO_CONFIGURATION)
  await putReferrer(registry, repository, image, referrer)
}

/** Pushes what refers to an image, and whose parts are there, so that it is found from the image. */
export const putReferrer = async (
  registry: Pick<Registry, 'manifest' | 'put'>,
  repository: string,
  image: Digest,
  referrer: StoredManifest,
): Promise<void> => {
  const { digest, subject } = await registry.put(repository, referrer, null)
  if (subject === null) await list(registry, repository, image, digest, referrer)
}

/** Two runs that list something at once may each overwrite what the other has listed: so each looks whether it stayed. */
const list = async (
  registry: Pick<Registry, 'manifest' | 'put'>,
  repository: string,
  image: Digest,
  digest: Digest,
  referrer: StoredManifest,
): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const index = fallbackIndex(await registry.manifest(repository, fallbackName(image)), digest, referrer)
    if (!index) return
    await registry.put(repository, index, fallbackName(image))
  }
  throw new StaggerError(notListed(repository, image))
}

const TRIES = 5

const notListed = (repository: string, image: Digest): Problem => ({
  code: 'attestation-not-listed',
  fault: 'world',
  problem: `what is attested of ${repository}@${image} cannot be found from it`,
  why: `the registry took the list ${fallbackName(image)} ${TRIES} times, and never held what was written`,
  fix: 'build again; where that does not help, no name of this repository may be moved: allow it for sha256-*, or build without provenance: and sbom:',
})
