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

/** Throws `no-secret` with all that are missing: a build with an empty one may well succeed, and make another image. */
const valuesOf = async (
  secrets: Secrets,
  service: Pick<Service, 'name' | 'secrets'>,
): Promise<readonly string[]> => {
  const sources = Object.entries(service.secrets)
  const values = await Promise.all(sources.map(([, source]) => secrets.read(source)))
  const problems = sources.flatMap(([id, source], at) =>
    values[at] === null ? [missing(service.name, id, source)] : [],
  )
  if (problems.length > 0) throw new StaggerError(...(problems as [Problem]))
  return values.flatMap((value) => value ?? [])
}

const missing = (service: string, id: string, source: SecretSource): Problem => ({
  code: 'no-secret',
  fault: 'caller',
  problem: `${service} is built with the secret ${id}, which is not here`,
  why:
    source.kind === 'environment'
      ? `the variable ${source.name} is not set`
      : `there is no file ${source.path}`,
  fix:
    source.kind === 'environment'
      ? `set it: ${source.name}=… stagger build ${service}\nin a workflow: env: { ${source.name}: \${{ secrets.${source.name} }} }`
      : `make the file ${source.path} where the build runs, or take the secret from a variable: secrets: { ${id}: { env: NAME } }`,
})
