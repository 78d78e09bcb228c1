import { posix } from 'node:path'
import { interpolate, type Variable } from '../interpolate.js'
import { isRemote } from '../named-context.js'
import type { Build } from './file.js'
import { takenSecrets } from './secrets.js'

/** The `build:` of a service with its variables put in; null where it says nothing. Paths stand from the repository's root. */
export interface BuildSettings {
  /** The file that it stands in: also the one that holds an inline Dockerfile. */
  readonly file: string
  readonly context: string | null
  /** From the context on. */
  readonly dockerfile: string | null
  readonly inline: string | null
  readonly target: string | null
  readonly args: Readonly<Record<string, string>>
  readonly contexts: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
  /** By the id that its Dockerfile says, which of the file's `secrets`. */
  readonly secrets: Readonly<Record<string, string>>
  readonly ssh: readonly string[]
  readonly platforms: readonly string[]
}

type Settings = Exclude<Build, string>

export const readBuild = (build: Build, file: string, variable: Variable): BuildSettings => {
  const settings: Settings = typeof build === 'string' ? { context: build } : build
  const put = (text: string | null | undefined) =>
    text === null || text === undefined ? null : interpolate(text, variable)
  const here = (path: string) => fromRoot(posix.dirname(file), path)
  const context = put(settings.context)
  return {
    file,
    context: context === null ? null : here(context),
    dockerfile: put(settings.dockerfile),
    inline: put(settings.dockerfile_inline),
    target: put(settings.target),
    args: argumentsOf(settings.args ?? {}, variable),
    contexts: mapValues(argumentsOf(settings.additional_contexts ?? {}, variable), here),
    labels: argumentsOf(settings.labels ?? {}, variable),
    secrets: takenSecrets(settings.secrets ?? []),
    ssh: Object.entries(argumentsOf(settings.ssh ?? {}, () => '')).map(([id, path]) =>
      path ? `${id}=${path}` : id,
    ),
    platforms: (settings.platforms ?? []).map((platform) => interpolate(platform, variable)),
  }
}

/** What another file says of the same service lies below this one: a text is replaced, a map or a list goes on. */
export const onTopOf = (above: BuildSettings, below: BuildSettings | null): BuildSettings => {
  if (!below) return above
  return {
    file: above.inline === null && below.inline !== null ? below.file : above.file,
    context: above.context ?? below.context,
    dockerfile: above.dockerfile ?? below.dockerfile,
    inline: above.inline ?? below.inline,
    target: above.target ?? below.target,
    args: { ...below.args, ...above.args },
    contexts: { ...below.contexts, ...above.contexts },
    labels: { ...below.labels, ...above.labels },
    secrets: { ...below.secrets, ...above.secrets },
    ssh: [...new Set([...below.ssh, ...above.ssh])],
    platforms: [...new Set([...below.platforms, ...above.platforms])],
  }
}

/** What names no path stays as it is: `service:base`, `docker-image://…`, an address. */
const fromRoot = (folder: string, text: string): string =>
  isRemote(text) || /^[a-z-]+:/.test(text) || text.startsWith('/') ? text : posix.join(folder, text)

const mapValues = (
  record: Readonly<Record<string, string>>,
  change: (value: string) => string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

/** `KEY: value`, or `- KEY=value`; a key without a value takes it from the environment, if it is there. */
const argumentsOf = (args: NonNullable<Settings['args']>, variable: Variable): Record<string, string> => {
  const pairs = Array.isArray(args) ? args.map(splitPair) : Object.entries(args)
  return Object.fromEntries(
    pairs.flatMap(([name, value]) => {
      const text = value === null ? variable(name) : interpolate(String(value), variable)
      return text === undefined ? [] : [[name, text]]
    }),
  )
}

const splitPair = (text: string): [string, string | null] => {
  const equals = text.indexOf('=')
  return equals < 0 ? [text, null] : [text.slice(0, equals), text.slice(equals + 1)]
}
