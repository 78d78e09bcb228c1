import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { nextVersion } from '../../src/version/next.js'
import type { Release } from '../../src/version/release.js'
import type { Digest, Fingerprint, Oid, Version } from '../../src/words.js'

const sha = (name: string) => `sha256:${Buffer.from(name).toString('hex').padEnd(64, '0')}`
const image = (digest: string, fingerprint = `inputs of ${digest}`) => ({
  digest: sha(digest) as Digest,
  fingerprint: sha(fingerprint) as Fingerprint,
})
const release = (version: string, digest: string | null, fingerprint?: string): Release => ({
  version: version as Version,
  image: digest === null ? null : { ...image(digest, fingerprint), commit: '1'.repeat(40) as Oid },
})
const lost = (...digests: string[]) => digests.map((digest) => sha(digest) as Digest)

test.each([
  ['the first', [], image('a'), [], { kind: 'new', version: '0.1.0', previous: null }],
  [
    'a new image',
    [release('0.1.0', 'a')],
    image('b'),
    [],
    { kind: 'new', version: '0.1.1', previous: '0.1.0' },
  ],
  [
    'the newest is found by number, not by order or letters',
    [release('0.1.10', 'b'), release('0.1.9', 'a')],
    image('c'),
    [],
    { kind: 'new', version: '0.1.11', previous: '0.1.10' },
  ],
  [
    'the same image keeps its version',
    [release('0.1.0', 'a')],
    image('a'),
    [],
    { kind: 'kept', version: '0.1.0', previous: null, digest: sha('a') },
  ],
  [
    'a revert gets its earlier version back',
    [release('0.1.0', 'a'), release('0.1.1', 'b')],
    image('a'),
    [],
    { kind: 'kept', version: '0.1.0', previous: null, digest: sha('a') },
  ],
  [
    'the same inputs, built again: the first image stays what the version means',
    [release('0.1.0', 'a', 'inputs'), release('0.1.1', 'b')],
    image('a2', 'inputs'),
    [],
    { kind: 'kept', version: '0.1.0', previous: null, digest: sha('a') },
  ],
  [
    'the same inputs, built again after the first image was lost: a version of its own',
    [release('0.1.0', 'a', 'inputs')],
    image('a2', 'inputs'),
    lost('a'),
    { kind: 'new', version: '0.1.1', previous: '0.1.0' },
  ],
  [
    'and that one is kept the next time',
    [release('0.1.0', 'a', 'inputs'), release('0.1.1', 'a2', 'inputs')],
    image('a2', 'inputs'),
    lost('a'),
    { kind: 'kept', version: '0.1.1', previous: '0.1.0', digest: sha('a2') },
  ],
  [
    'a version that somebody gave by hand is taken',
    [release('2.0.0', null), release('0.1.0', 'a')],
    image('b'),
    [],
    { kind: 'new', version: '2.0.1', previous: '2.0.0' },
  ],
])('%s', (_, releases, now, gone, expected) => {
  expect(nextVersion(releases, now, gone)).toEqual(expected)
})

test('however images come and go, a version means one digest and a digest has one version', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(1)), { maxLength: 30 }), (built) => {
      const releases: Release[] = []
      const versions = new Map<string, string>()
      for (const [inputs, rebuild] of built) {
        const now = image(`${inputs}.${rebuild}`, `${inputs}`)
        const numbered = nextVersion(releases, now)
        const digest = numbered.kind === 'kept' ? numbered.digest : now.digest
        if (numbered.kind === 'new')
          releases.push(release(numbered.version, `${inputs}.${rebuild}`, `${inputs}`))
        expect(versions.get(digest) ?? numbered.version).toBe(numbered.version)
        versions.set(digest, numbered.version)
      }
      expect(new Set(versions.values()).size).toBe(versions.size)
      expect(releases.length).toBe(new Set(built.map(([inputs]) => inputs)).size)
    }),
  )
})
