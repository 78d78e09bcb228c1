import { posix } from 'node:path'
import { interpolate, type Variable } from '../interpolate.js'
import { ownFolder } from '../naming.js'
import { PLAIN, type Service } from '../service.js'
import type { Build } from './file.js'

const REMOTE = /^(?:https?|git|ssh):\/\/|^git@|\.git(?:#|$)/

export type Settings = Exclude<Build, string>

/** What of compose is not followed yet, and would make a plan miss something; null where all is. */
export const reasonToLeaveOut = (settings: Settings, variable: Variable): string | null => {
  if (settings.dockerfile_inline !== undefined)
    return 'its Dockerfile stands inside the compose file, which is not followed yet'
  if (settings.additional_contexts !== undefined)
    return 'it has additional contexts, which are not followed yet'
  return REMOTE.test(interpolate(settings.context ?? '.', variable))
    ? 'its context is not in this repository'
    : null
}

export const serviceOf = (
  name: Service['name'],
  settings: Settings,
  file: string,
  variable: Variable,
): Service => {
  const put = (text: string) => interpolate(text, variable)
  const context =
    posix.normalize(posix.join(posix.dirname(file), put(settings.context ?? '.'))).replace(/\/$/, '') || '.'
  const dockerfile = posix.join(context, put(settings.dockerfile ?? 'Dockerfile'))
  return {
    ...PLAIN,
    name,
    path: ownFolder(name, dockerfile, context),
    dockerfile,
    context,
    target: settings.target === undefined ? null : put(settings.target),
    args: argumentsOf(settings.args ?? {}, variable),
  }
}

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
