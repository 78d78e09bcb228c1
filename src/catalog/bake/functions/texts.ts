import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { BakeFunction } from '../functions.js'
import { asList, asNumber, asText, isList, type Value, WrongValue } from '../hcl/value.js'
import { formatted } from './format.js'
import { compareVersions } from './versions.js'

const ofTexts =
  (work: (...texts: string[]) => Value): BakeFunction =>
  (...args) =>
    work(...args.map(asText))

const hashed = (algorithm: string): BakeFunction =>
  ofTexts((text = '') => createHash(algorithm).update(text).digest('hex'))

const decoded = (text: string): string => Buffer.from(text, 'base64').toString()

/** Go's patterns as ours: a flag at the front, and named groups. */
const pattern = (text: string, flags: string): RegExp => {
  const [front = '', letters = ''] = /^\(\?([ims]+)\)/.exec(text) ?? []
  try {
    return new RegExp(text.slice(front.length).replaceAll('(?P<', '(?<'), `${flags}u${letters}`)
  } catch {
    throw new WrongValue(`${text} is no pattern that can be read here`)
  }
}

/** The whole match, its groups as a list, or its named groups as a map. */
const captured = (match: RegExpMatchArray): Value => {
  if (match.groups)
    return Object.fromEntries(Object.entries(match.groups).map(([name, text]) => [name, text ?? null]))
  return match.length > 1 ? match.slice(1).map((text) => text ?? null) : match[0]
}

const firstMatch = (form: string, text: string): Value => {
  const match = pattern(form, '').exec(text)
  if (!match) throw new WrongValue(`${text} does not match ${form}`)
  return captured(match)
}

const replaceAll = (text: string, form: string, by: string): string => {
  const replacement = by.replace(/\$\{(\d+)\}/g, '$$$1').replace(/\$\{?([A-Za-z_]\w*)\}?/g, '$$<$1>')
  return text.replace(pattern(form, 'g'), replacement)
}

const trimSet = (text: string, set: string): string => {
  const letters = [...text]
  while (letters.length > 0 && set.includes(letters[0] as string)) letters.shift()
  while (letters.length > 0 && set.includes(letters.at(-1) as string)) letters.pop()
  return letters.join('')
}

const parsedJson = (text: string): Value => {
  try {
    return JSON.parse(text)
  } catch {
    throw new WrongValue('jsondecode: this is no JSON')
  }
}

const part = (text: Value, start: Value, length: Value): string => {
  const letters = [...asText(text)]
  const [from, count] = [asNumber(start), asNumber(length)]
  const begin = from < 0 ? letters.length + from : from
  return letters.slice(begin, count < 0 ? undefined : begin + count).join('')
}

export const textFunctions: Readonly<Record<string, BakeFunction>> = {
  base64decode: ofTexts((text = '') => decoded(text)),
  base64encode: ofTexts((text = '') => Buffer.from(text).toString('base64')),
  basename: ofTexts((path = '') => posix.basename(path)),
  chomp: ofTexts((text = '') => text.replace(/[\r\n]+$/, '')),
  dirname: ofTexts((path = '') => posix.dirname(path)),
  format: (form = '', ...values) => formatted(asText(form), values),
  formatlist: (form = '', ...values) => {
    const length = values.find(isList)?.length ?? 1
    return Array.from({ length }, (_, at) =>
      formatted(
        asText(form),
        values.map((value) => (isList(value) ? (value[at] ?? null) : value)),
      ),
    )
  },
  indent: (spaces = 0, text = '') => asText(text).replaceAll('\n', `\n${' '.repeat(asNumber(spaces))}`),
  join: (separator = '', ...lists) =>
    lists
      .flatMap((list) => asList(list))
      .map(asText)
      .join(asText(separator)),
  jsondecode: ofTexts((text = '') => parsedJson(text)),
  jsonencode: (value = null) => JSON.stringify(value),
  lower: ofTexts((text = '') => text.toLowerCase()),
  md5: hashed('md5'),
  regex: ofTexts((form = '', text = '') => firstMatch(form, text)),
  regexall: ofTexts((form = '', text = '') => [...text.matchAll(pattern(form, 'g'))].map(captured)),
  regex_replace: ofTexts((text = '', form = '', by = '') => replaceAll(text, form, by)),
  replace: ofTexts((text = '', what = '', by = '') => text.replaceAll(what, () => by)),
  reverse: ofTexts((text = '') => [...text].reverse().join('')),
  sanitize: ofTexts((text = '') => text.replace(/[^a-zA-Z0-9_-]/g, '_')),
  semvercmp: ofTexts((version = '', range = '') => compareVersions(version, range)),
  sha1: hashed('sha1'),
  sha256: hashed('sha256'),
  sha512: hashed('sha512'),
  split: ofTexts((separator = '', text = '') => text.split(separator)),
  strlen: ofTexts((text = '') => [...text].length),
  substr: (text = '', start = 0, length = 0) => part(text, start, length),
  title: ofTexts((text = '') => text.replace(/(?<![\p{L}\p{N}_'])\p{L}/gu, (letter) => letter.toUpperCase())),
  trim: ofTexts((text = '', set = '') => trimSet(text, set)),
  trimprefix: ofTexts((text = '', front = '') => (text.startsWith(front) ? text.slice(front.length) : text)),
  trimspace: ofTexts((text = '') => text.trim()),
  trimsuffix: ofTexts((text = '', end = '') =>
    end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text,
  ),
  upper: ofTexts((text = '') => text.toUpperCase()),
  urlencode: ofTexts((text = '') => encodeURIComponent(text).replaceAll('%20', '+')),
}
