import type { Problem } from '../../words.js'
import { nearest, unknownName } from '../nearest.js'

const told = (code: string, problem: string, why: string, fix: string): Problem => ({
  code,
  fault: 'caller',
  problem,
  why,
  fix,
})

export const nothingToLeaveOut = (name: string, valid: readonly string[]): Problem => ({
  ...unknownName('service', name, valid),
  problem: `${name} cannot be left out: no such service was discovered`,
})

export const neededBy = (name: string, user: string): Problem =>
  told(
    'unknown-service',
    `${name} is left out, and ${user} is built from its image`,
    'without it nobody would see that what it is made of has changed',
    `leave ${user} out as well, or give it another context: services: { ${user}: { contexts: … } }`,
  )

export const notDiscovered = (name: string, valid: readonly string[]): Problem => ({
  ...unknownName('service', name, valid),
  problem: `no service ${JSON.stringify(name)} was discovered`,
})

export const takenTwice = (name: string): Problem =>
  told(
    'duplicate-service',
    `${name} gets two names`,
    'from gives a discovered service another name; it stays one service',
    'take from out of one of the two, and give that one a dockerfile and a context of its own',
  )

export const sameName = (name: string, from: string): Problem =>
  told(
    'duplicate-service',
    `two services would be called ${name}`,
    `one of that name was discovered, and ${from} shall be called so too`,
    `choose another name for ${from}, or give the other one another: NAME: { from: ${name} }`,
  )

export const notDescribed = (name: string, valid: readonly string[], undiscovered: boolean): Problem => {
  const close = nearest(name, valid)
  const found = valid.length > 0 ? `there are: ${[...valid].sort().join(', ')}` : 'none was discovered'
  return told(
    'unknown-service',
    `${name} was not discovered, and nothing says how it is built`,
    undiscovered ? 'discover is false: only what is declared counts' : found,
    close.length > 0
      ? `did you mean ${close.join(' or ')}? Else add: dockerfile: PATH`
      : 'add its Dockerfile: dockerfile: PATH',
  )
}

export const groupOfAService = (name: string): Problem =>
  told(
    'group-name',
    `the group ${name} has the name of a service`,
    'a version would belong to both of them',
    'give the group another name',
  )

export const noSuchFile = (
  service: string,
  what: 'dockerfile' | 'context',
  path: string,
  instead: string | null,
): Problem =>
  told(
    `missing-${what}`,
    `${service}: its ${what} ${path} is not in the repository`,
    "the path does not exist at this commit; it stands from the repository's root",
    instead === null ? `correct the ${what} of ${service}` : `did you mean ${instead}?`,
  )

export const nothingOfThatKind = (kind: string, files: string): Problem =>
  told(
    'nothing-to-discover',
    `discover is ${kind}, and there is nothing of that kind`,
    `none of these stands at the root of the repository: ${files}`,
    'commit one, or choose another way: discover: dockerfiles',
  )
