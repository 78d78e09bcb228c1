import { listOf, mapOf, namesOf, type Plain, textsOf } from './plain.js'

/** What a service of a compose file says about files, and about other services; nothing is put in yet. */
export interface Mentioned {
  /** Paths that begin in the folder of its file. */
  readonly paths: readonly string[]
  /** Services that are started with it. */
  readonly services: readonly string[]
  /** Names of the file's own `configs`, `secrets` and `volumes`. */
  readonly configs: readonly string[]
  readonly secrets: readonly string[]
  readonly volumes: readonly string[]
}

export const mentionedBy = (service: Plain): Mentioned => {
  const mounts = listOf(service.volumes).flatMap(mountOf)
  return {
    paths: [
      ...mounts.filter(isPath),
      ...[...listOf(service.env_file), ...listOf(service.label_file)].flatMap(pathOf),
      ...textsOf(mapOf(service.credential_spec).file).map((path) => path.replace(/^file:\/\//, '')),
    ],
    services: startedWith(service),
    configs: listOf(service.configs).flatMap(sourceOf),
    secrets: listOf(service.secrets).flatMap(sourceOf),
    volumes: mounts.filter((one) => !isPath(one)),
  }
}

/** `./data:/data:ro`, or `{ type: bind, source: ./data }`: what is mounted, a path or a volume's name. */
const mountOf = (mount: unknown): readonly string[] => {
  if (typeof mount !== 'string') return textsOf(mapOf(mount).source)
  const [source, target] = splitMount(mount)
  return target === undefined ? [] : [source]
}

/** The first `:` outside of braces: `${DATA:-./data}:/data`. */
const splitMount = (mount: string): readonly [string, string?] => {
  let depth = 0
  for (let at = 0; at < mount.length; at++) {
    const ch = mount[at]
    if (ch === '{') depth++
    else if (ch === '}') depth--
    else if (ch === ':' && depth === 0) return [mount.slice(0, at), mount.slice(at + 1)]
  }
  return [mount]
}

const isPath = (source: string): boolean => /^[.~/$]/.test(source)

const pathOf = (file: unknown): readonly string[] =>
  typeof file === 'string' ? [file] : textsOf(mapOf(file).path)

const sourceOf = (one: unknown): readonly string[] =>
  typeof one === 'string' ? [one] : textsOf(mapOf(one).source)

const startedWith = (service: Plain): readonly string[] => [
  ...namesOf(service.depends_on),
  ...[...textsOf(service.links), ...textsOf(service.volumes_from)].flatMap((text) => text.split(':', 1)),
  ...[service.network_mode, service.ipc, service.pid].flatMap((mode) =>
    textsOf(mode).flatMap((text) => /^service:(.+)$/.exec(text)?.[1] ?? []),
  ),
]
