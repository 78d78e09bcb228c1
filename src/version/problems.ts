import type { Digest, Problem, ServiceName, Version } from '../words.js'

/** `prefix` is where an image was looked for besides the ledger; null where no registry is named. */
export const noImage = (service: ServiceName, prefix: string | null): Problem => ({
  code: 'no-image',
  fault: 'caller',
  problem: `${service} has no image of this commit`,
  why:
    prefix === null
      ? 'the ledger knows none with its inputs, and no registry is named where one could be'
      : `neither the ledger nor ${prefix}/${service} has one with its inputs`,
  fix: `stagger build ${service} --push --yes${prefix === null ? ' --registry ghcr.io/OWNER/REPOSITORY' : ''}`,
})

export const versionTaken = (
  repository: string,
  version: Version,
  wanted: Digest,
  holder: Digest,
): Problem => ({
  code: 'version-taken',
  fault: 'thing',
  problem: `${repository}:${version} is the name of another image`,
  why: `it stands for ${holder}, and ${wanted} was to get it`,
  fix: `take the name ${version} away in the registry if nothing runs it, or see who gave it; no version ever moves to another image`,
})

export const tagsBusy = (service: ServiceName, tries: number): Problem => ({
  code: 'tags-busy',
  fault: 'world',
  problem: `${service} got no version`,
  why: `other runs took the next version ${tries} times in a row`,
  fix: `run it again: stagger tag ${service} --yes`,
})
