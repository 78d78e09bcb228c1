import type { Problem } from '../words.js'

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
