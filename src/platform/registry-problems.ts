import type { Fault, Problem } from '../words.js'

type Action = 'read' | 'write'

interface Advice {
  readonly fault: Fault
  readonly why: string
  readonly fix: string
}

const hostOf = (repository: string): string => repository.split('/')[0] ?? repository

/** What a registry's refusal means for whoever asked. */
const advice = (status: number, action: Action, host: string): Advice => {
  if (status === 401)
    return {
      fault: 'caller',
      why: 'it wants to know who asks, and this version asks without a name and password',
      fix: 'name a registry that answers without them, e.g. one on this machine: --registry 127.0.0.1:5000/shop',
    }
  if (status === 403)
    return {
      fault: 'caller',
      why: `whoever asks may not ${action} there`,
      fix: `grant the permission to ${action} (on ghcr.io: permissions: packages: ${action}), or name another with --registry`,
    }
  if (status === 429)
    return { fault: 'world', why: 'too many requests', fix: 'run it again later; what is done is kept' }
  if (status >= 500)
    return { fault: 'world', why: 'the registry itself failed', fix: `see how ${host} is, then run it again` }
  return { fault: 'world', why: 'it does not take the request', fix: `check that ${host} is a registry` }
}

export const refused = (
  action: Action,
  repository: string,
  { status, statusText }: { readonly status: number; readonly statusText: string },
  body: Uint8Array,
): Problem => {
  const { fault, why, fix } = advice(status, action, hostOf(repository))
  return {
    code: 'registry-refused',
    fault,
    problem: `the registry refuses to ${action} ${repository}`,
    why: `${[status, statusText].join(' ').trim()}: ${why}${said(body)}`,
    fix,
  }
}

/** A registry's own words, where it has some: `errors` of the distribution specification. */
const said = (body: Uint8Array): string => {
  try {
    const { errors } = JSON.parse(new TextDecoder().decode(body))
    const words = errors.map(({ code, message }: Record<string, string>) => `${code}: ${message}`)
    return ` (it says ${words.join('; ').slice(0, 300)})`
  } catch {
    return ''
  }
}

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
