import type { SecretSource, Service } from '../../catalog/service.js'
import { hiding } from '../../image/hide.js'
import type { Built } from '../../platform/docker.js'
import type { Secrets } from '../../platform/secrets.js'
import { type Problem, StaggerError } from '../../words.js'

/** Runs a build that nobody sees a secret of: neither in its lines nor in what it failed with. */
export const hidingSecrets = async (
  secrets: Secrets,
  service: Pick<Service, 'name' | 'secrets'>,
  build: (told: (onLine: (line: string) => void) => (line: string) => void) => Promise<Built>,
): Promise<Built> => {
  const hide = hiding(await valuesOf(secrets, service))
  const built = await build((onLine) => (line) => onLine(hide(line)))
  return built.kind === 'failed' ? { ...built, lines: built.lines.map(hide) } : built
}

/** What a build of it would lack, found out without building; null where every secret is here. */
export const missingSecrets = async (
  secrets: Secrets,
  service: Pick<Service, 'name' | 'secrets'>,
): Promise<Problem | null> => lackOf(service.name, await readAll(secrets, service))

/** Throws `no-secret` with all that are missing: a build with an empty one may well succeed, and make another image. */
const valuesOf = async (
  secrets: Secrets,
  service: Pick<Service, 'name' | 'secrets'>,
): Promise<readonly string[]> => {
  const read = await readAll(secrets, service)
  const missing = lackOf(service.name, read)
  if (missing) throw new StaggerError(missing)
  return read.flatMap(({ value }) => value ?? [])
}

interface Read {
  readonly id: string
  readonly source: SecretSource
  readonly value: string | null
}

const readAll = (secrets: Secrets, service: Pick<Service, 'secrets'>): Promise<readonly Read[]> =>
  Promise.all(
    Object.entries(service.secrets).map(async ([id, source]) => ({
      id,
      source,
      value: await secrets.read(source),
    })),
  )

const lackOf = (service: string, read: readonly Read[]): Problem | null => {
  const missing = read.filter(({ value }) => value === null)
  return missing.length > 0 ? notHere(service, missing) : null
}

type Missing = Pick<Read, 'id' | 'source'>

/** All of them as one: a service has one problem. */
const notHere = (service: string, missing: readonly Missing[]): Problem => ({
  code: 'no-secret',
  fault: 'caller',
  problem: `${service} is built with ${missing.length === 1 ? 'the secret' : 'secrets'} ${missing.map(({ id }) => id).join(', ')}, which ${missing.length === 1 ? 'is' : 'are'} not here`,
  why: missing.map(({ source }) => whyNotHere(source)).join('\n'),
  fix: missing.map((one) => fixOf(service, one)).join('\n'),
})

const whyNotHere = (source: SecretSource): string =>
  source.kind === 'environment' ? `the variable ${source.name} is not set` : `there is no file ${source.path}`

const fixOf = (service: string, { id, source }: Missing): string =>
  source.kind === 'environment'
    ? `set it: ${source.name}=… stagger build ${service}\nin a workflow: env: { ${source.name}: \${{ secrets.${source.name} }} }`
    : `make the file ${source.path} where the build runs, or take the secret from a variable: secrets: { ${id}: { env: NAME } }`
