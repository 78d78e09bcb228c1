import { nearest } from '../nearest.js'
import type { Instruction } from './instruction.js'

/** What BuildKit refuses in one instruction, wherever it stands. */
export interface Refused {
  readonly problem: string
  readonly why: string
  readonly fix: string
}

type Kind = 'text' | 'list' | 'switch'

const COPIES: Readonly<Record<string, Kind>> = {
  chown: 'text',
  chmod: 'text',
  link: 'switch',
  exclude: 'list',
}

const FLAGS: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  ADD: { ...COPIES, 'keep-git-dir': 'switch', checksum: 'text', unpack: 'switch' },
  COPY: { ...COPIES, from: 'text', parents: 'switch' },
  FROM: { platform: 'text' },
  HEALTHCHECK: {
    ...{
      interval: 'text',
      timeout: 'text',
      'start-period': 'text',
      'start-interval': 'text',
      retries: 'text',
    },
  },
  RUN: { mount: 'list', network: 'text', security: 'text', device: 'list' },
}

/** The flags as BuildKit checks them (instructions/bflag.go). */
export const checkFlags = ({ keyword, flags }: Instruction): Refused | null => {
  if (keyword === 'ARG' || keyword === 'STOPSIGNAL') return null // BuildKit does not look at theirs
  const known = FLAGS[keyword] ?? {}
  const seen = new Set<string>()
  for (const text of flags) {
    const [name = ''] = text.split('=', 1)
    const kind = Object.hasOwn(known, name) ? (known[name] as Kind) : null
    const refused = kind ? checkValue(name, text, kind) : misspelt(keyword, name, Object.keys(known))
    if (refused) return refused
    if (seen.has(name) && kind !== 'list') return twice(name)
    seen.add(name)
  }
  return null
}

const checkValue = (name: string, text: string, kind: Kind): Refused | null => {
  const value = text.includes('=') ? text.slice(name.length + 1) : null
  if (kind !== 'switch')
    return value === null ? { ...flagNeeds(name, 'a value'), fix: `write --${name}=VALUE` } : null
  return value === null || /^(?:true|false)$/i.test(value)
    ? null
    : { ...flagNeeds(name, 'true or false'), fix: `write --${name}, or --${name}=false` }
}

const flagNeeds = (name: string, what: string) => ({
  problem: `--${name} needs ${what}`,
  why: 'BuildKit refuses it otherwise',
})

const twice = (name: string): Refused => ({
  problem: `--${name} is there twice`,
  why: 'BuildKit takes one of it',
  fix: 'remove one of the two',
})

/** A newer BuildKit may know a flag that we do not; one that looks like a known one is no such flag. */
const misspelt = (keyword: string, name: string, known: readonly string[]): Refused | null => {
  const [close] = nearest(name, known, 1)
  return close === undefined
    ? null
    : {
        problem: `${keyword} has no flag --${name}`,
        why: `it knows ${known.map((one) => `--${one}`).join(', ')}`,
        fix: `did you mean --${close}?`,
      }
}

/** Whether a flag is known here. */
export const isKnownFlag = ({ keyword }: Instruction, name: string): boolean =>
  keyword === 'ARG' || keyword === 'STOPSIGNAL' || Object.hasOwn(FLAGS[keyword] ?? {}, name)
