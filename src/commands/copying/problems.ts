import type { Digest, Problem, ServiceName } from '../../words.js'

export const samePlace = (service: ServiceName, repository: string): Problem => ({
  code: 'copy-to-itself',
  fault: 'caller',
  problem: `the images of ${service} are in ${repository} already`,
  why: '--to names where they come from',
  fix: 'name another registry, account or region: --to ghcr.io/OWNER/REPOSITORY',
})

export const imageGone = (repository: string, digest: Digest): Problem => ({
  code: 'image-not-there',
  fault: 'thing',
  problem: `${repository} has no ${digest}`,
  why: 'it was to be copied from there',
  fix: 'see whether a lifecycle policy or somebody deleted it; build and push it again, or name another --version',
})
