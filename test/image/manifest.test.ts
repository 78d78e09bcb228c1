import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { type Held, manifestOf, mergeManifests, readManifest } from '../../src/image/manifest.js'
import type { Digest, Fingerprint, ServiceName, Version } from '../../src/words.js'

const SHA = (letter: string) => `sha256:${letter.repeat(64)}`
const held = (name: string, changes: Partial<Held> = {}): Held => ({
  name: name as ServiceName,
  repository: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/${name}`,
  digest: SHA('d') as Digest,
  fingerprint: SHA('f') as Fingerprint,
  tags: [`in-${'f'.repeat(64)}`],
  version: null,
  ...changes,
})

const schema = readFileSync(join(import.meta.dirname, '../../schema/manifest.schema.json'), 'utf8')
const accepts = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(schema))

test('the images that a registry holds, by name, the host apart', () => {
  const manifest = manifestOf([
    held('web'),
    held('cart', { digest: null }),
    held('catalog', { version: '1.4.0' as Version }),
  ])
  expect(Object.keys(manifest.services)).toEqual(['catalog', 'web'])
  expect(manifest.registry).toBe('123456789012.dkr.ecr.eu-west-1.amazonaws.com')
  expect(JSON.stringify(manifest.services)).not.toContain('123456789012')
  expect(accepts(manifest)).toBe(true)
})

test('nothing built is a manifest too', () => {
  expect(manifestOf([])).toEqual({ schema: 1, registry: null, services: {} })
})

describe('many become one', () => {
  test('a version more is the same image', () => {
    const built = manifestOf([held('cart')])
    const tagged = manifestOf([held('cart', { tags: ['1.4.0'], version: '1.4.0' as Version })])
    const merged = mergeManifests([tagged, built])
    expect(merged).toEqual(mergeManifests([built, tagged]))
    expect(merged.services.cart).toMatchObject({
      tags: ['1.4.0', `in-${'f'.repeat(64)}`],
      version: '1.4.0',
    })
  })

  test('two images of one service, and two registries, are refused, all at once', () => {
    const one = manifestOf([held('cart')])
    const other = manifestOf([held('cart', { digest: SHA('e') as Digest, repository: 'ghcr.io/acme/cart' })])
    expect(() => mergeManifests([one, other])).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({ code: 'two-registries' }),
          expect.objectContaining({ code: 'two-images', why: expect.stringContaining(SHA('e')) }),
        ],
      }),
    )
  })

  test('in whatever order and however they were cut', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 8 })
    fc.assert(
      fc.property(names, fc.array(fc.nat(3)), (all, cuts) => {
        const parts = [0, 1, 2, 3].map((part) =>
          manifestOf(all.filter((_, at) => (cuts[at] ?? 0) === part).map((name) => held(name))),
        )
        const whole = manifestOf(all.map((name) => held(name)))
        expect(mergeManifests(parts)).toEqual(whole)
        expect(mergeManifests([...parts].reverse())).toEqual(whole)
        expect(readManifest(JSON.stringify(whole), 'x')).toEqual(whole)
      }),
    )
  })
})

test.each([
  ['no JSON', '{', /JSON/],
  ['no map', 'null', /^it is no map$/],
  ['another schema', '{"schema":2,"registry":null,"services":{}}', /^schema is not 1$/],
  ['a part that is missing', '{"schema":1,"registry":null}', /^services is missing$/],
  [
    'a field that it does not have',
    '{"schema":1,"registry":null,"services":{},"x":1}',
    /^x is no field of it$/,
  ],
  [
    'a service without a name',
    '{"schema":1,"registry":null,"services":{"A b":{}}}',
    /^services\.A b is no service’s name$/,
  ],
  [
    'what is no list',
    `{"schema":1,"registry":null,"services":{"a":{"repository":"x","digest":"${SHA('d')}","fingerprint":"${SHA('f')}","tags":1,"version":null}}}`,
    /^services\.a\.tags is no list$/,
  ],
  ['what is no text', '{"schema":1,"registry":7,"services":{}}', /^registry is no text$/],
  [
    'a digest that is none',
    '{"schema":1,"registry":null,"services":{"a":{"repository":"x","digest":"1","fingerprint":"1","tags":[],"version":null}}}',
    /^services\.a\.digest is no sha256:… of 64 digits$/,
  ],
])('%s is refused with its place', (_, text, why) => {
  expect(() => readManifest(text, 'a.json')).toThrow(
    expect.objectContaining({
      problems: [
        expect.objectContaining({
          code: 'bad-manifest',
          problem: expect.stringContaining('a.json'),
          why: expect.stringMatching(why),
        }),
      ],
    }),
  )
})
