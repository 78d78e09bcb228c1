import { describe, expect, test } from '@jest/globals'
import {
  parseDockerConfig,
  parseHelperAnswer,
  sourceOf,
} from '../../../src/platform/registry/docker-config.js'
import type { Credentials } from '../../../src/platform/registry/secret.js'

const encoded = (text: string) => Buffer.from(text).toString('base64')
const auth = (text: string) => ({ auth: encoded(text) })

/** Credentials as text, for a table. */
const shown = (credentials: Credentials | null): string | null => {
  if (!credentials) return null
  return credentials.kind === 'identity'
    ? `token ${credentials.token.reveal()}`
    : `${credentials.user}:${credentials.password.reveal()}`
}

const lookUp = (config: object, host: string) => {
  const parsed = parseDockerConfig(JSON.stringify(config))
  if (!parsed) return 'not a configuration'
  const source = sourceOf(parsed, host)
  if (source.kind === 'helper') return `${source.helper} for ${source.server}`
  return source.kind === 'file' ? shown(source.credentials) : null
}

const HUB = 'https://index.docker.io/v1/'

test.each<[string, object, string, string | null]>([
  ['nothing', {}, 'ghcr.io', null],
  ['nulls', { auths: null, credHelpers: null, credsStore: null }, 'ghcr.io', null],
  ['another host', { auths: { 'quay.io': auth('a:b') } }, 'ghcr.io', null],
  ['a name and password', { auths: { 'ghcr.io': auth('a:b') } }, 'ghcr.io', 'a:b'],
  ['a password with colons', { auths: { 'ghcr.io': auth('a:b:c') } }, 'ghcr.io', 'a:b:c'],
  ['a padded password', { auths: { 'ghcr.io': auth('a:b\0\0') } }, 'ghcr.io', 'a:b'],
  ['in clear', { auths: { 'ghcr.io': { username: 'a', password: 'b' } } }, 'ghcr.io', 'a:b'],
  ['no colon', { auths: { 'ghcr.io': auth('ab') } }, 'ghcr.io', null],
  ['no name', { auths: { 'ghcr.io': auth(':b') } }, 'ghcr.io', null],
  ['an empty entry', { auths: { 'ghcr.io': {} } }, 'ghcr.io', null],
  ['the port counts', { auths: { '127.0.0.1:5000': auth('a:b') } }, '127.0.0.1:5001', null],
  ['a port', { auths: { '127.0.0.1:5000': auth('a:b') } }, '127.0.0.1:5000', 'a:b'],
  ['an address as the key', { auths: { 'https://ghcr.io/v2/': auth('a:b') } }, 'ghcr.io', 'a:b'],
  ['a longer host', { auths: { 'ghcr.io': auth('a:b') } }, 'ghcr.io.example.com', null],
  ['a host that only looks like a name', { auths: {} }, 'constructor', null],
  [
    'the exact key first',
    { auths: { 'https://ghcr.io/v1/': auth('old:1'), 'ghcr.io': auth('new:2') } },
    'ghcr.io',
    'new:2',
  ],
  ['Docker Hub', { auths: { [HUB]: auth('a:b') } }, 'docker.io', 'a:b'],
  ['Docker Hub by its other name', { auths: { [HUB]: auth('a:b') } }, 'index.docker.io', 'a:b'],
  ['Docker Hub as others write it', { auths: { 'docker.io': auth('a:b') } }, 'docker.io', 'a:b'],
  ['Docker Hub is nobody else', { auths: { [HUB]: auth('a:b') } }, 'ghcr.io', null],
  [
    'an identity token, before the name that stands beside it',
    { auths: { 'acme.azurecr.io': { ...auth('00000000-0000:'), identitytoken: 'refresh' } } },
    'acme.azurecr.io',
    'token refresh',
  ],
  ['a store', { auths: { 'ghcr.io': {} }, credsStore: 'desktop' }, 'ghcr.io', 'desktop for ghcr.io'],
  ['a store, for Docker Hub', { credsStore: 'desktop' }, 'docker.io', `desktop for ${HUB}`],
  ['a helper before the store', { credHelpers: { 'a.b': 'own' }, credsStore: 'all' }, 'a.b', 'own for a.b'],
  ['another’s helper', { credHelpers: { 'a.b': 'own' }, credsStore: 'all' }, 'c.d', 'all for c.d'],
  [
    'an empty helper: the file, not the store',
    { auths: { 'a.b': auth('a:b') }, credHelpers: { 'a.b': '' }, credsStore: 'all' },
    'a.b',
    'a:b',
  ],
  ['no configuration', { auths: 'text' }, 'ghcr.io', 'not a configuration'],
  ['no text', { auths: { 'ghcr.io': { auth: 1 } } }, 'ghcr.io', 'not a configuration'],
])('%s', (_, config, host, expected) => {
  expect(lookUp(config, host)).toBe(expected)
})

test.each(['', '{', '"text"', 'null'])('%j is no configuration', (json) => {
  expect(parseDockerConfig(json)).toBeNull()
})

describe('what a helper prints', () => {
  test.each([
    ['{"ServerURL":"ghcr.io","Username":"a","Secret":"b"}\n', 'a:b'],
    ['{"Username":"<token>","Secret":"refresh"}', 'token refresh'],
    ['{"Username":"","Secret":"b"}', null],
    ['{}', null],
    ['not found', null],
  ])('%j', (printed, expected) => {
    expect(shown(parseHelperAnswer(printed))).toBe(expected)
  })
})
