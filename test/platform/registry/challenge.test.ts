import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { challengeIn } from '../../../src/platform/registry/challenge.js'

const HUB = { kind: 'bearer', realm: 'https://auth.docker.io/token', service: 'registry.docker.io' }

test.each([
  [null, null],
  ['', null],
  ['Negotiate', null],
  ['Negotiate YII=, Digest realm="x"', null],
  [
    'Basic realm="https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/",service="ecr.amazonaws.com"',
    { kind: 'basic' },
  ],
  ['basic', { kind: 'basic' }],
  ['Bearer realm="https://auth.docker.io/token",service="registry.docker.io"', HUB],
  ['bearer REALM="https://auth.docker.io/token", Service=registry.docker.io', HUB],
  [
    'Bearer service="registry.docker.io",scope="repository:a/b:pull,push",realm="https://auth.docker.io/token"',
    HUB,
  ],
  ['Basic realm="x", Bearer realm="https://auth.docker.io/token",service="registry.docker.io"', HUB],
  ['Bearer realm="https://auth.docker.io/token" , service = "registry.docker.io" , Basic realm="x"', HUB],
  ['Bearer realm="https://ghcr.io/token"', { kind: 'bearer', realm: 'https://ghcr.io/token', service: null }],
  ['Bearer service="none", Basic realm="x"', { kind: 'basic' }],
  ['Bearer realm=""', null],
  ['Bearer realm="unterminated', null],
])('%s', (header, challenge) => {
  expect(challengeIn(header)).toEqual(challenge)
})

test('whatever is quoted comes out as it went in', () => {
  const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
  const text = fc.string({ minLength: 1, unit: 'grapheme-ascii' })
  fc.assert(
    fc.property(text, text, (realm, service) => {
      const header = `Basic realm=${quote(service)}, Bearer realm=${quote(realm)}, service=${quote(service)}`
      expect(challengeIn(header)).toEqual({ kind: 'bearer', realm, service })
    }),
  )
})

test('nothing that a server sends breaks it', () => {
  fc.assert(fc.property(fc.string(), (header) => void challengeIn(header)))
})
