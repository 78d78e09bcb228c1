import type { Digest, Problem } from '../words.js'

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name could not be looked up',
  ECONNRESET: 'it closed the connection',
  ETIMEDOUT: 'it did not answer in time',
}

/** `fetch` says only "fetch failed"; the reason is in its cause. */
const reason = (error: Error): string => {
  if (error.name === 'TimeoutError') return 'it did not answer in time'
  const { code, message } = (error.cause ?? error) as Error & { code?: string }
  return REASONS[code ?? ''] ?? message
}

export const unreachable = (url: string, error: Error): Problem => ({
  code: 'registry-unreachable',
  fault: 'world',
  problem: `the registry ${new URL(url).host} cannot be reached`,
  why: reason(error),
  fix: 'check the address (--registry, STAGGER_REGISTRY or registry: in stagger.yml) and the network, then run it again',
})

export const wrongDigest = (what: string, claimed: string, digest: string): Problem => ({
  code: 'wrong-digest',
  fault: 'world',
  problem: `what the registry sent for ${what} is not what it says`,
  why: `it claims ${claimed}, and the bytes are ${digest}`,
  fix: 'run it again; if it stays, something between here and the registry changes what it carries',
})

/** Of an address only the host is told: a query may hold what is not for everybody. */
const hostIn = (address: string): string =>
  URL.canParse(address) ? new URL(address).host : 'no address at all'

export const unsafeRealm = (host: string, realm: string): Problem => ({
  code: 'unsafe-realm',
  fault: 'world',
  problem: `the registry ${host} cannot be asked safely`,
  why: `it sends for a token to ${hostIn(realm)}, not over https: a password would be seen on the way`,
  fix: 'name a registry whose tokens come over https, with --registry',
})

export const noToken = (
  host: string,
  realm: string,
  { status, statusText }: { readonly status: number; readonly statusText: string },
): Problem => ({
  code: 'no-token',
  fault: 'world',
  problem: `the registry ${host} cannot be asked`,
  why: `it sends for a token to ${hostIn(realm)}, and that gives none (${[status, statusText].join(' ').trim()})`,
  fix: `see how ${host} is, then run it again`,
})

export const notThere = (repository: string, digest: Digest, name: string): Problem => ({
  code: 'image-not-there',
  fault: 'thing',
  problem: `${repository} has no ${digest}`,
  why: `it was to get the name ${name}; somebody may have deleted it meanwhile`,
  fix: 'build and push it again: stagger build SERVICE --push --yes',
})

export const partMissing = (repository: string, digest: Digest): Problem => ({
  code: 'image-not-there',
  fault: 'thing',
  problem: `${repository} has no ${digest}`,
  why: 'it was to be copied from there, itself or as a part of an image',
  fix: 'see whether a lifecycle policy or somebody deleted it; build and push it again',
})

export const nameTaken = (repository: string, name: string, wanted: Digest, holder: Digest): Problem => ({
  code: 'name-taken',
  fault: 'thing',
  problem: `${repository}:${name} is the name of another image`,
  why: `it stands for ${holder}, and ${wanted} was to get it`,
  fix: `take the name ${name} away in the registry if nothing runs it, or see who gave it; such a name never moves to another image`,
})

export const notUnderstood = (repository: string, what: string): Problem => ({
  code: 'registry-not-understood',
  fault: 'world',
  problem: `what the registry says of ${repository} cannot be read`,
  why: `${what} is not as the distribution specification has it`,
  fix: 'check that this is a registry, and what stands between here and there',
})

export const blobTooLarge = (repository: string, digest: Digest, limit: number): Problem => ({
  code: 'blob-too-large',
  fault: 'world',
  problem: `${digest} of ${repository} is larger than what is read here`,
  why: `a configuration or an attestation is small; this passes ${limit} bytes`,
  fix: 'see what it is: a layer was taken for something else',
})

/** Two ways of deleting that a registry may not have. */
export const cannotRemove = (
  repository: string,
  what: 'image' | 'name',
  { status, statusText }: { readonly status: number; readonly statusText: string },
  said: Uint8Array,
): Problem => ({
  code: 'registry-deletes-nothing',
  fault: 'caller',
  problem: `the registry deletes no ${what} of ${repository}`,
  why: `${[status, statusText].join(' ').trim()}${said.length > 0 ? `: ${new TextDecoder().decode(said).slice(0, 300).trim()}` : ''}`,
  fix:
    what === 'image'
      ? 'switch deleting on in it (docker-registry: storage.delete.enabled), or delete by its own means (ghcr.io: the packages API)'
      : 'delete the image by its digest, with all its names; this registry takes no name away alone',
})
