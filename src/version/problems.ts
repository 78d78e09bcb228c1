import type { Digest, Problem, ServiceName, Version } from '../words.js'

export const noImage = (service: ServiceName): Problem => ({
  code: 'no-image',
  fault: 'caller',
  problem: `${service} has no image of this commit, so there is nothing to give a version`,
  why: 'neither the ledger nor the registry holds one of its inputs',
  fix: `stagger build ${service} --push`,
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
