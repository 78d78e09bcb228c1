import { posix } from 'node:path'
import { interpolate, type Variable } from '../interpolate.js'
import type { SecretSource, Service } from '../service.js'
import type { Build, Compose } from './file.js'

type Taken = NonNullable<Exclude<Build, string>['secrets']>[number]

/** Which of the file's secrets a build takes, by the id that its Dockerfile says. */
export const takenSecrets = (secrets: readonly Taken[]): Record<string, string> =>
  Object.fromEntries(
    secrets.map((secret) => {
      if (typeof secret === 'string') return [secret, secret]
      const source = secret.source ?? ''
      return [secret.target ?? source, source]
    }),
  )

/** Where they come from. One that the file does not define comes from nowhere: the build says so. */
export const secretsOf = (
  taken: Readonly<Record<string, string>>,
  defined: Compose['secrets'],
  file: string,
  variable: Variable,
): Service['secrets'] =>
  Object.fromEntries(
    Object.entries(taken).flatMap(([id, name]) => {
      const source = sourceOf(defined?.[name], file, variable)
      return source ? [[id, source]] : []
    }),
  )

const sourceOf = (
  secret: NonNullable<Compose['secrets']>[string] | undefined,
  file: string,
  variable: Variable,
): SecretSource | null => {
  if (secret?.environment) return { kind: 'environment', name: secret.environment }
  if (!secret?.file) return null
  const path = interpolate(secret.file, variable)
  return { kind: 'file', path: path.startsWith('/') ? path : posix.join(posix.dirname(file), path) }
}
