import type { NamedContext, SecretSource } from '../catalog/service.js'
import type { PlannedService } from '../changes/planned.js'
import { inputsName, localName } from './names.js'

/** A word as a shell takes it for one, and for nothing else. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

export const commandLine = (argv: readonly string[]): string => argv.map(shellWord).join(' ')

/** A service, with the images that it takes from, where that is known. */
export type ByHand = Pick<PlannedService, 'service'> & Partial<Pick<PlannedService, 'image'>>

/**
 * What a person types to build a stage of a service: from the work tree, and with all else that it is built with. Without
 * its arguments, its secrets or its named contexts it would end otherwise. `target` null: the last stage.
 */
export const buildByHand = (
  { service, image }: ByHand,
  target: string | null,
  platform: string | null,
): string => {
  const { dockerfile, inline, context, args, contexts, secrets, ssh, name } = service
  if (inline !== null) return commandLine(byItsFile(dockerfile, name))
  return commandLine([
    'docker',
    'build',
    '--file',
    dockerfile,
    ...(target === null ? [] : ['--target', target]),
    ...(platform === null ? [] : ['--platform', platform]),
    ...Object.entries(args).flatMap(([key, value]) => ['--build-arg', `${key}=${value}`]),
    ...Object.entries({ ...basesOf(image), ...contextsOf(contexts) }).flatMap(([key, value]) => [
      '--build-context',
      `${key}=${value}`,
    ]),
    ...Object.entries(secrets).flatMap(([id, source]) => ['--secret', `id=${id},${sourceOf(source)}`]),
    ...ssh.flatMap((agent) => ['--ssh', agent]),
    context,
  ])
}

/** What is written into another file, its own program reads best. */
const byItsFile = (file: string, name: string): readonly string[] =>
  /\.ya?ml$/.test(file)
    ? ['docker', 'compose', '--file', file, 'build', name]
    : ['docker', 'buildx', 'bake', '--file', file, name]

const sourceOf = (source: SecretSource): string =>
  source.kind === 'environment' ? `env=${source.name}` : `src=${source.path}`

const contextsOf = (contexts: Readonly<Record<string, NamedContext>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(contexts).flatMap(([name, context]) => {
      if (context.kind === 'service') return []
      return [[name, context.kind === 'folder' ? context.path : context.address]]
    }),
  )

/** Images of this repository, as `stagger build` leaves them in the engine. */
const basesOf = (image: ByHand['image']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (image?.inputs.edges ?? []).flatMap(({ service, reference }) => {
      const fingerprint = image?.edges.get(service)
      if (reference === null || !fingerprint) return []
      return [[reference, `docker-image://${localName(service, inputsName(fingerprint))}`]]
    }),
  )
