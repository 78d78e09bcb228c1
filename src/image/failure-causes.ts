import type { Service } from '../catalog/service.js'
import type { Told } from './missing-source.js'
import type { Failure } from './output.js'

type Cause = (service: Pick<Service, 'name' | 'path'>, failure: Failure) => Told | null

/** The base image of a step; null where something else failed. */
export const imageOf = ({ step }: Failure): string | null => {
  const found = /^\[internal\] load metadata for (\S+)|^\[[^\]]*\] FROM (\S+)/.exec(step ?? '')
  return found?.[1] ?? found?.[2] ?? null
}

/** The host that an image is pulled from: without one, Docker Hub. */
const hostOf = (image: string): string => {
  const [first = '', ...rest] = image.split('/')
  return rest.length > 0 && /[.:]|^localhost$/.test(first) ? first : 'docker.io'
}

const LOGIN: readonly (readonly [RegExp, string])[] = [
  [/\.dkr\.ecr\./, 'aws-actions/amazon-ecr-login'],
  [/^public\.ecr\.aws$/, 'aws-actions/amazon-ecr-login with registry-type: public'],
]

const login = (host: string): string => {
  const action =
    LOGIN.find(([registry]) => registry.test(host))?.[1] ?? `docker/login-action with registry: ${host}`
  return `docker login${host === 'docker.io' ? '' : ` ${host}`}   (in a workflow: ${action}, before the build)`
}

/** In this order: who asks too often is told so with words that also speak of access. */
const BASE: readonly (readonly [
  RegExp,
  'caller' | 'world',
  string,
  (image: string, host: string) => string,
])[] = [
  [
    /toomanyrequests|429 Too Many|rate limit/i,
    'world',
    'the registry takes no more requests for now',
    (_, host) => login(host),
  ],
  [
    /40[13] |401$|403$|unauthorized|authorization failed|denied|authentication required|no basic auth|insufficient_scope/i,
    'world',
    'the registry gives it to nobody, or not to this one',
    (_, host) => login(host),
  ],
  [
    /no such host|connection refused|i\/o timeout|deadline exceeded|TLS|certificate|connection reset|network is unreachable|EOF/i,
    'world',
    'its registry does not answer',
    (_, host) => `check that ${host} is reached from the machine that builds: curl https://${host}/v2/`,
  ],
  [
    /no match for platform|no matching manifest/i,
    'caller',
    'it is not there for the platform that is built',
    (image) => `docker buildx imagetools inspect ${image}   shows the platforms that it has`,
  ],
  [
    /not found|does not exist|manifest unknown/i,
    'caller',
    'the registry does not hold it',
    (image) => `correct the name or the tag in FROM: docker manifest inspect ${image}`,
  ],
]

const baseImage: Cause = ({ name }, failure) => {
  const image = imageOf(failure)
  const found = image === null ? undefined : BASE.find(([words]) => words.test(failure.error))
  if (image === null || !found) return null
  const [, fault, why, fix] = found
  return {
    code: 'base-image-not-pulled',
    fault,
    problem: `${name} could not be built: its base image ${image} could not be pulled`,
    why,
    fix: fix(image, hostOf(image)),
  }
}

const anyOf = ({ said, error }: Failure, words: RegExp): RegExpExecArray | null =>
  [error, ...said].map((line) => words.exec(line)).find((found) => found !== null) ?? null

const platform: Cause = ({ name }, failure) =>
  anyOf(failure, /exec format error|line \d+: .?ELF/i) && {
    code: 'platform-not-runnable',
    fault: 'caller',
    problem: `${name} could not be built: a program in it is made for another kind of machine`,
    why: 'the machine that builds cannot run it (exec format error): the platform is not its own, and nothing emulates it',
    fix: 'docker run --privileged --rm tonistiigi/binfmt --install all\nin a workflow: uses: docker/setup-qemu-action before the build, or a runner of that platform (runs-on: ubuntu-24.04-arm)',
  }

const secret: Cause = ({ name }, failure) => {
  const found =
    anyOf(failure, /secret ([\w.-]+):? not found/) ??
    anyOf(failure, /\/run\/secrets\/([\w.-]+)['"]?: No such file/i)
  const id = found?.[1]
  if (id === undefined) return null
  const variable = id.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
  return {
    code: 'secret-not-given',
    fault: 'caller',
    problem: `${name} could not be built: it was not given the secret ${id}`,
    why: `the instruction mounts the secret ${id}, and the build has none of that id`,
    fix: `in stagger.yml: services: { ${name}: { secrets: { ${id}: { env: ${variable} } } } }, and set ${variable} for the build\nin a workflow: env: ${variable}: \${{ secrets.${variable} }}`,
  }
}

const disk: Cause = ({ name }, failure) =>
  anyOf(failure, /no space left on device|disk quota exceeded/i) && {
    code: 'disk-full',
    fault: 'world',
    problem: `${name} could not be built: no space is left`,
    why: 'a file could not be written where the build runs',
    fix: 'docker builder prune --all --force && docker image prune --all --force   (df -h tells which disk is full)',
  }

const NETWORK =
  /could not resolve host|temporary failure (?:in name resolution|resolving)|name or service not known|bad address '|no address associated|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network is unreachable|dial tcp|connection (?:timed out|refused|reset)|TLS handshake timeout|failed to connect to/i

const network: Cause = ({ name }, failure) => {
  const found = anyOf(failure, NETWORK)
  return (
    found && {
      code: 'network-in-build',
      fault: 'world',
      problem: `${name} could not be built: a step could not reach what it fetches`,
      why: `it said: ${found.input.trim()}`,
      fix: 'run it again; if it stays so, see from where the build runs whether the host is reached, and whether it needs a proxy (args: { HTTPS_PROXY: … })',
    }
  )
}

/** What is known by BuildKit's own words alone. */
export const surely: readonly Cause[] = [baseImage, platform, secret, disk]
/** What a step's output only suggests. */
export const perhaps: readonly Cause[] = [network]

export const causeOf = (causes: readonly Cause[], service: Service, failure: Failure): Told | null =>
  causes.map((cause) => cause(service, failure)).find((told) => told !== null) ?? null
