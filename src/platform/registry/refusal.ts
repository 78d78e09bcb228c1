import type { Fault, Problem } from '../../words.js'

type Action = 'read' | 'write' | 'delete'

interface Advice {
  readonly fault: Fault
  readonly why: string
  readonly fix: string
}

/** How a registry was asked, and so what its refusal means. */
export type Standing =
  /** It did not want to know who asks. */
  | 'not-asked'
  /** It wanted to, and there is nothing to tell it. */
  | 'no-credentials'
  /** It was told with the request itself: whether it believes is in its answer. */
  | 'credentials-shown'
  /** It was told, and does not believe it. */
  | 'wrong-credentials'
  /** It was told, and believes it. */
  | 'known'
  /** It wants to be told in a way that is not spoken here. */
  | 'unknown-challenge'

const hostOf = (repository: string): string => repository.split('/')[0] ?? repository

const ECR = /\.dkr\.ecr(?:-fips)?\.([\w-]+)\.amazonaws\.com(?:\.cn)?$/

/** The command that logs in, and the step of a workflow that does. */
const login = (host: string): string => {
  const region = ECR.exec(host)?.[1]
  return region
    ? `aws ecr get-login-password --region ${region} | docker login --username AWS --password-stdin ${host}   (in a workflow: aws-actions/amazon-ecr-login)`
    : `docker login ${host}   (in a workflow: docker/login-action)`
}

const noCredentials = (host: string): Advice => ({
  fault: 'caller',
  why: `no credentials for ${host}`,
  fix: login(host),
})

const wrongCredentials = (host: string): Advice => ({
  fault: 'world',
  why: `the credentials for ${host} were sent and are not taken: they are wrong or have expired`,
  fix: login(host),
})

const notAllowed = (action: Action, host: string): Advice => ({
  fault: 'caller',
  why: `the credentials for ${host} were sent and may not ${action} there`,
  fix: `grant them the permission to ${action} (on ghcr.io in a workflow: permissions: packages: ${action === 'read' ? 'read' : 'write'}), or name another with --registry`,
})

const anybodyNotAllowed = (action: Action, host: string): Advice => ({
  fault: 'caller',
  why: `whoever asks may not ${action} there, and it asks for no credentials`,
  fix: `check the address and who may reach ${host}, or name another with --registry`,
})

const unknownChallenge = (host: string): Advice => ({
  fault: 'world',
  why: 'it wants to know who asks, and names no way that is spoken here (Basic and Bearer are)',
  fix: `check that ${host} is a registry, or name another with --registry`,
})

/** Most registries make a repository with the first push. */
const noRepository = (repository: string): Advice => {
  const host = hostOf(repository)
  const region = ECR.exec(host)?.[1]
  const name = repository.slice(host.length + 1)
  return {
    fault: 'caller',
    why: 'it has no such repository, and makes none by a push',
    fix: region
      ? `make it by your infrastructure code, or: aws ecr create-repository --region ${region} --repository-name ${name}   (docs/registry.md says how it is best made)`
      : `make ${name} at ${host}, or name another with --registry`,
  }
}

const isDenied = (status: number): boolean => status === 401 || status === 403

/** What a denial means, by what the registry knows of whoever asked. */
const denied = (status: number, action: Action, host: string, standing: Standing): Advice => {
  switch (standing) {
    case 'not-asked':
      return anybodyNotAllowed(action, host)
    case 'no-credentials':
      return noCredentials(host)
    case 'credentials-shown':
      return status === 401 ? wrongCredentials(host) : notAllowed(action, host)
    case 'wrong-credentials':
      return wrongCredentials(host)
    case 'known':
      return notAllowed(action, host)
    case 'unknown-challenge':
      return unknownChallenge(host)
  }
}

/** What a registry's refusal means for whoever asked. */
const advice = (status: number, action: Action, repository: string, standing: Standing): Advice => {
  const host = hostOf(repository)
  if (isDenied(status)) return denied(status, action, host, standing)
  if (status === 404 && action === 'write') return noRepository(repository)
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
  standing: Standing,
): Problem => {
  const { fault, why, fix } = advice(status, action, repository, standing)
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
