import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { attestationArguments, attestedIn } from '../../src/image/attestations.js'
import type { Ability } from '../../src/image/builder.js'
import { toStore } from '../../src/image/stored.js'
import type { Digest } from '../../src/words.js'
import {
  ATTESTATION,
  attestedIndex,
  describe as descriptorOf,
  IMAGE,
  INDEX_TYPE,
  OLD_ATTESTATION,
} from './attested.js'

const able: ReadonlySet<Ability> = new Set<Ability>(['attestations'])

describe('the arguments of a build', () => {
  test.each([
    [{}, ['--provenance=false']],
    [{ provenance: false, sbom: false }, ['--provenance=false']],
    [{ provenance: 'min' }, ['--attest=type=provenance,mode=min']],
    [{ provenance: 'max', sbom: true }, ['--attest=type=provenance,mode=max', '--attest=type=sbom']],
    [
      { sbom: { generator: '127.0.0.1:5000/scanner:1' } },
      ['--provenance=false', '--attest=type=sbom,generator=127.0.0.1:5000/scanner:1'],
    ],
  ] as const)('%j', (settings, expected) => {
    expect(attestationArguments(settings, able)).toEqual(expected)
  })

  test('say who says so', () => {
    const run = 'https://github.com/owner/shop/actions/runs/7/attempts/1'
    expect(attestationArguments({ provenance: 'min' }, able, run)).toEqual([
      `--attest=type=provenance,mode=min,builder-id=${run}`,
    ])
    expect(attestationArguments({}, able, run)).toEqual(['--provenance=false'])
  })

  test('are none where a builder knows nothing of it', () => {
    expect(attestationArguments({ provenance: 'max', sbom: true }, new Set())).toEqual([])
  })
})

describe('what was pushed', () => {
  test.each([
    ['a newer', ATTESTATION],
    ['an older', OLD_ATTESTATION],
  ])('by %s BuildKit is an index of an image and what is attested of it', (_, attestation) => {
    expect(attestedIn(attestedIndex(attestation))).toEqual({
      image: descriptorOf(IMAGE),
      attestation: descriptorOf(attestation),
    })
  })

  test('is an image', () => {
    expect(attestedIn(IMAGE)).toBeNull()
  })

  test('is for several platforms, or attests something else', () => {
    const platforms = toStore(INDEX_TYPE, { manifests: [descriptorOf(IMAGE), descriptorOf(ATTESTATION)] })
    expect(attestedIn(platforms)).toBeNull()
    const other = `sha256:${'0'.repeat(64)}` as Digest
    expect(attestedIn(attestedIndex(ATTESTATION, other))).toBeNull()
  })

  test('may be anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(attestedIn({ mediaType: INDEX_TYPE, body: new TextEncoder().encode(text) })).toBeNull()
      }),
    )
  })
})
