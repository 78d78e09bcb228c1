import { posix } from 'node:path'
import type { Service } from '../../../src/catalog/service.js'

/** What `docker buildx bake --print` prints. */
export interface Printed {
  readonly target: Readonly<
    Record<
      string,
      {
        readonly context: string
        readonly dockerfile: string
        readonly 'dockerfile-inline'?: string
        readonly contexts?: Readonly<Record<string, string>>
        readonly args?: Readonly<Record<string, string>>
        readonly target?: string
        readonly platforms?: readonly string[]
      }
    >
  >
}

interface Told {
  readonly dockerfile: string | null
  readonly context: string
  readonly inline: string | null
  readonly target: string | null
  readonly args: Readonly<Record<string, string>>
  readonly contexts: readonly string[]
  readonly platforms: readonly string[]
}

const inOrder = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

/** It prints what can be read again. */
const unescaped = (text: string): string => text.replace(/([$%])\1\{/g, '$1{')

const mapValues = (
  record: Record<string, string>,
  change: (text: string) => string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

const normal = (path: string): string => posix.normalize(path).replace(/(?<=.)\/$/, '')

/** What buildx prints of these services, in a form that can be compared. */
export const printedAs = ({ target }: Printed, services: readonly Service[]): Record<string, Told> => {
  const names = new Set<string>(services.map(({ name }) => name))
  const known = Object.entries(target).filter(([name]) => names.has(name.toLowerCase()))
  return inOrder(
    Object.fromEntries(
      known.map(([name, one]): [string, Told] => [
        name.toLowerCase(),
        {
          context: normal(one.context.replace(/^cwd:\/\//, '') || '.'),
          dockerfile:
            one['dockerfile-inline'] === undefined ? normal(posix.join(one.context, one.dockerfile)) : null,
          inline: one['dockerfile-inline'] === undefined ? null : unescaped(one['dockerfile-inline']),
          target: one.target ?? null,
          args: mapValues(inOrder(one.args ?? {}), unescaped),
          contexts: Object.keys(one.contexts ?? {}).toSorted(),
          platforms: (one.platforms ?? []).filter((platform) => platform !== ''),
        },
      ]),
    ),
  )
}

export const asPrinted = (services: readonly Service[]): Record<string, Told> =>
  inOrder(
    Object.fromEntries(
      services.map(
        ({ name, dockerfile, context, inline, target, args, contexts, platforms }): [string, Told] => [
          name,
          {
            context,
            dockerfile: inline === null ? dockerfile : null,
            inline,
            target,
            args: inOrder(args),
            contexts: Object.keys(contexts).toSorted(),
            platforms,
          },
        ],
      ),
    ),
  )
