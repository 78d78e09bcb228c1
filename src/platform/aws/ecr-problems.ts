import type { Problem } from '../../words.js'

export const noRepository = (repository: string, region: string): Problem => {
  const [, ...name] = repository.split('/')
  return {
    code: 'repository-not-found',
    fault: 'caller',
    problem: `Amazon ECR has no repository ${repository}`,
    why: 'ECR wants a repository to be made before anything is pushed to it',
    fix: `make it by your infrastructure code, or: aws ecr create-repository --region ${region} --repository-name ${name.join('/')} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=cache* filterType=WILDCARD,filter=staging-*`,
  }
}

export const partsNotThere = (repository: string, why: string): Problem => ({
  code: 'image-parts-missing',
  fault: 'thing',
  problem: `Amazon ECR does not take an image into ${repository}`,
  why,
  fix: 'push its parts first: layers and configuration before a manifest, manifests before an index',
})

/** It may have been taken away between the push and the look. */
export const nameUnclear = (repository: string, name: string): Problem => ({
  code: 'name-unclear',
  fault: 'world',
  problem: `${repository}:${name} was not given`,
  why: 'Amazon ECR says that an image has this name already, and gives none out under it',
  fix: 'run it again; if it stays, see the image in the console of ECR',
})

export interface Failing {
  readonly failureCode?: string | undefined
  readonly failureReason?: string | undefined
}

const reason = ({ failureCode, failureReason }: Failing): string =>
  [failureCode, failureReason].filter(Boolean).join(': ') || 'it gives no reason'

export const notRead = (repository: string, reference: string, failing: Failing): Problem => ({
  code: 'image-not-read',
  fault: 'world',
  problem: `Amazon ECR does not give out ${reference} of ${repository}`,
  why: reason(failing),
  fix: 'see the image in the console of ECR: an encryption key or an upstream registry may be out of reach',
})

export const notRemoved = (repository: string, reference: string, failing: Failing): Problem => ({
  code: 'image-not-removed',
  fault: failing.failureCode === 'ImageReferencedByManifestList' ? 'caller' : 'world',
  problem: `Amazon ECR does not delete ${reference} of ${repository}`,
  why: reason(failing),
  fix:
    failing.failureCode === 'ImageReferencedByManifestList'
      ? 'delete the index that holds it first'
      : 'see the image in the console of ECR, then run it again',
})
