import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decide, type Policy, type StoredImage, type StoredRepository } from '../../src/image/retention.js'
import { kindOf } from '../../src/image/retention-names.js'
import { parseReference } from '../../src/image/retention-reference.js'
import type { Digest, Instant, ServiceName } from '../../src/words.js'

const DAY = 24 * 60 * 60 * 1000
const NOW = (1000 * DAY) as Instant
const digest = (at: number | string) => `sha256:${String(at).padStart(64, '0')}` as Digest
const inputs = (at: number) => `in-${String(at).padStart(64, '0')}`
const tested = (at: number) => `tested-${String(at).padStart(64, '0')}`
const REPOSITORY = 'r/cart'

const image = (at: number, names: readonly string[], more: Partial<StoredImage> = {}): StoredImage => ({
  digest: digest(at),
  names,
  pushed: null,
  holds: [],
  subject: null,
  ...more,
})
const stored = (images: readonly StoredImage[], more: Partial<StoredRepository> = {}): StoredRepository => ({
  repository: REPOSITORY,
  service: 'cart' as ServiceName,
  pullRequests: false,
  namesApart: false,
  images,
  ...more,
})
const policy = (more: Partial<Policy> = {}, keep = 0): Policy => ({
  protection: { digests: new Map(), names: new Map() },
  lastGood: new Map(),
  limits: { keep, olderThan: 14 * DAY, now: NOW },
  ...more,
})
const protecting = (...digests: readonly Digest[]): Partial<Policy> => ({
  protection: { digests: new Map(digests.map((one) => [one, 'production runs it'])), names: new Map() },
})
const told = (...all: Parameters<typeof decide>) =>
  decide(...all).map(({ decision, why }) => `${decision}: ${why}`)
const ago = (days: number) => (NOW - days * DAY) as Instant

describe('what one image is', () => {
  test.each<[string, StoredImage, Partial<Policy>, string]>([
    ['nobody needs', image(1, [inputs(1)]), {}, 'remove: nothing needs its inputs any more'],
    ['a push left behind', image(1, ['staging-1']), {}, 'remove: no name but a staging one'],
    ['its verdict alone', image(1, [tested(1)]), {}, 'remove: nothing needs its inputs any more'],
    ['production runs', image(1, [inputs(1)]), protecting(digest(1)), 'keep: production runs it'],
    ['a version', image(1, [inputs(1), '1.2.0']), {}, 'keep: it is version 1.2.0'],
    ['a pre-release', image(1, ['1.2.0-rc.1']), {}, 'keep: it is version 1.2.0-rc.1'],
    ['a stranger’s', image(1, ['staging-1', 'latest']), {}, 'keep: somebody named it latest'],
    ['a cache', image(1, ['cache']), {}, 'keep: a build cache'],
    ['a cache of tests', image(1, ['cache-test']), {}, 'keep: a build cache'],
    ['a cached thing', image(1, ['cached']), {}, 'keep: somebody named it cached'],
    ['without a name', image(1, []), {}, 'keep: it has no name, and nothing says what it is for'],
    ['just pushed', image(1, ['staging-1'], { pushed: ago(13) }), {}, 'keep: younger than 14 days'],
    ['not needed, but young', image(1, [inputs(1)], { pushed: ago(1) }), {}, 'keep: younger than 14 days'],
    ['old', image(1, [inputs(1)], { pushed: ago(15) }), {}, 'remove: nothing needs its inputs any more'],
    [
      'a note on what is not there',
      image(1, [`sha256-${digest(9).slice(7)}.sig`]),
      {},
      'keep: what it is about is not here',
    ],
    [
      'an index of what production runs',
      image(1, [inputs(1)], { holds: [digest(9)] }),
      protecting(digest(9)),
      'keep: production runs it',
    ],
  ])('%s', (_, one, more, expected) => {
    expect(told(stored([one]), policy(more))).toEqual([expected])
  })

  test('a protected name counts in its own repository, and for each platform', () => {
    const names = new Map([[`${REPOSITORY}:${inputs(1)}`, 'the image of this commit']])
    const protection = { digests: new Map(), names }
    const images = [image(1, [inputs(1)]), image(2, [`${inputs(1)}.linux-arm64`]), image(3, [inputs(3)])]
    expect(told(stored(images), policy({ protection })).map((one) => one.slice(0, 6))).toEqual([
      'keep: ',
      'keep: ',
      'remove',
    ])
    expect(told(stored(images, { repository: 'r/user' }), policy({ protection }))[0]).toMatch('remove')
  })
})

describe('families', () => {
  const INDEX = image(1, [inputs(1)], { holds: [digest(2), digest(3)] })
  const PARTS = [image(2, []), image(3, [`${inputs(1)}.linux-arm64`])]
  const NOTE = image(4, [`sha256-${digest(1).slice(7)}`])
  const SIGNATURE = image(5, [], { subject: digest(2) })

  test('what stays keeps its parts and what is said about them', () => {
    const all = told(stored([INDEX, ...PARTS, NOTE, SIGNATURE]), policy(protecting(digest(1))))
    expect(all).toEqual([
      'keep: production runs it',
      `keep: a part of ${inputs(1)}, which stays`,
      `keep: a part of ${inputs(1)}, which stays`,
      `keep: about ${inputs(1)}, which stays`,
      `keep: about ${inputs(1)}, which stays`,
    ])
  })

  test('what goes takes them along', () => {
    const all = decide(stored([INDEX, ...PARTS, NOTE, SIGNATURE]), policy())
    expect(all.map(({ decision }) => decision)).toEqual(['remove', 'remove', 'remove', 'remove', 'remove'])
    expect(all[1]?.why).toBe(`it belongs to ${inputs(1)}, which goes`)
  })

  test('a part of two stays while one of them does', () => {
    const other = image(6, [inputs(6)], { holds: [digest(2)] })
    const all = decide(stored([INDEX, ...PARTS, other]), policy(protecting(digest(6))))
    expect(all.map(({ decision }) => decision)).toEqual(['remove', 'keep', 'remove', 'keep'])
  })

  test('a signature on a part that no registry lists stays with the index', () => {
    const index = image(1, [inputs(1)], { holds: [digest(2)] })
    const signature = image(5, [`sha256-${digest(2).slice(7)}.sig`])
    expect(told(stored([index, signature]), policy(protecting(digest(1))))[1]).toMatch(/^keep/)
    expect(told(stored([index, signature]), policy())[1]).toMatch(/^remove/)
  })
})

describe('the newest', () => {
  const days = [30, 20, 40, 25]
  const images = days.map((age, at) => image(at, [inputs(at)], { pushed: ago(age) }))

  test('stay, by the registry’s clock', () => {
    expect(decide(stored(images), policy({}, 2)).map(({ decision }) => decision)).toEqual([
      'remove',
      'keep',
      'remove',
      'keep',
    ])
  })

  test('or by the ledger, and what it never held comes first', () => {
    const ageless = [...days.keys()].map((at) => image(at, [inputs(at)]))
    const lastGood = new Map([
      [digest(0), ago(30)],
      [digest(1), ago(20)],
      [inputs(2), ago(10)],
    ])
    expect(decide(stored(ageless), policy({ lastGood }, 2)).map(({ decision }) => decision)).toEqual([
      'remove',
      'remove',
      'keep',
      'keep',
    ])
  })

  test('a platform of an image is no image of its own', () => {
    const parts = [image(8, [`${inputs(1)}.linux-arm64`]), image(9, [`${inputs(1)}.linux-amd64`])]
    expect(
      told(stored([...parts, image(1, [inputs(1)])]), policy({}, 1)).map((one) => one.slice(0, 6)),
    ).toEqual(['remove', 'remove', 'keep: '])
  })
})

describe('a pull request’s', () => {
  test.each<[string, StoredImage, Partial<Policy>, string]>([
    [
      'old',
      image(1, [inputs(1)], { pushed: ago(15) }),
      {},
      'remove: of a pull request, and older than 14 days',
    ],
    ['young', image(1, [inputs(1)], { pushed: ago(13) }), {}, 'keep: younger than 14 days'],
    ['of unknown age', image(1, [inputs(1)]), {}, 'keep: nobody knows how old it is'],
    [
      'old by the ledger',
      image(1, [inputs(1)]),
      { lastGood: new Map([[inputs(1), ago(15)]]) },
      'remove: of a pull request, and older than 14 days',
    ],
    [
      'deployed',
      image(1, [inputs(1)], { pushed: ago(15) }),
      protecting(digest(1)),
      'keep: production runs it',
    ],
    ['a push left behind', image(1, ['staging-1']), {}, 'remove: no name but a staging one'],
  ])('%s', (_, one, more, expected) => {
    expect(told(stored([one], { pullRequests: true }), policy(more, 5))).toEqual([expected])
  })
})

test('a staging name goes alone where the registry can take it away', () => {
  const one = image(1, ['staging-1', inputs(1), 'staging-2'])
  const names = (more: Partial<StoredRepository>) =>
    decide(stored([one], more), policy(protecting(digest(1))))[0]?.names
  expect(names({ namesApart: true })).toEqual(['staging-1', 'staging-2'])
  expect(names({ namesApart: false })).toEqual([])
  const young = { ...one, pushed: ago(1) }
  expect(decide(stored([young], { namesApart: true }), policy(protecting(digest(1))))[0]?.names).toEqual([])
})

test.each([
  ['r.example.com/shop/cart:1.0.0', { repository: 'r.example.com/shop/cart', name: '1.0.0', digest: null }],
  ['127.0.0.1:5000/shop/cart', { repository: '127.0.0.1:5000/shop/cart', name: null, digest: null }],
  [`127.0.0.1:5000/cart@${digest(1)}`, { repository: '127.0.0.1:5000/cart', name: null, digest: digest(1) }],
  [`r/cart:1.0.0@${digest(1)}`, { repository: 'r/cart', name: '1.0.0', digest: digest(1) }],
  ['cart:x@md5:1', { repository: 'cart', name: 'x', digest: null }],
])('%s', (reference, parsed) => {
  expect(parseReference(reference)).toEqual(parsed)
})

const SIZE = 12
const some = fc.integer({ min: 0, max: SIZE - 1 })
const anyName = fc.oneof(
  some.map(inputs),
  some.map((at) => `${inputs(at)}.linux-arm64`),
  some.map(tested),
  some.map((at) => `staging-${at}`),
  some.map((at) => `1.0.${at}`),
  some.map((at) => `sha256-${digest(at).slice(7)}`),
  fc.constantFrom('latest', 'cache', 'main'),
)
const anyImages = fc
  .array(
    fc.record({
      names: fc.uniqueArray(anyName, { maxLength: 3 }),
      pushed: fc.option(fc.integer({ min: 0, max: 40 }).map(ago)),
      holds: fc.uniqueArray(some.map(digest), { maxLength: 3 }),
      subject: fc.option(some.map(digest)),
    }),
    { maxLength: SIZE },
  )
  .map((all) => {
    const given = new Set<string>()
    const free = (name: string) => !given.has(name) && given.add(name)
    return all.map((one, at): StoredImage => ({ ...one, digest: digest(at), names: one.names.filter(free) }))
  })
const anyCase = fc.record({
  images: anyImages,
  digests: fc.array(some.map(digest), { maxLength: 4 }),
  named: fc.array(some.map(inputs), { maxLength: 4 }),
  lastGood: fc.array(fc.tuple(some.map(inputs), fc.integer({ min: 0, max: 40 }).map(ago))),
  keep: fc.integer({ min: 0, max: 4 }),
  pullRequests: fc.boolean(),
  namesApart: fc.boolean(),
})

interface Case {
  readonly images: readonly StoredImage[]
  readonly digests: readonly Digest[]
  readonly named: readonly string[]
}

const expectMayGo = (
  { digest: own, names, pushed, subject }: StoredImage,
  { digests, named }: Case,
): void => {
  expect(digests).not.toContain(own)
  expect(names.map(kindOf).filter((kind) => kind === 'version' || kind === 'foreign')).toEqual([])
  expect(names.filter((name) => named.includes(name.split('.')[0] as string))).toEqual([])
  const dependent = subject !== null || names.every((name) => kindOf(name) === 'note')
  if (!dependent && pushed !== null) expect(NOW - pushed).toBeGreaterThanOrEqual(14 * DAY)
}

/** What stays is whole, and so is what is said about it. */
const expectWhole = (images: readonly StoredImage[], gone: ReadonlySet<Digest>): void => {
  const left = images.filter((one) => !gone.has(one.digest))
  expect(left.flatMap(({ holds }) => holds).filter((held) => gone.has(held))).toEqual([])
  const about = images.filter(({ subject }) => left.some((one) => one.digest === subject))
  expect(about.filter((one) => gone.has(one.digest))).toEqual([])
}

test('nothing that must stay is ever proposed, nor anything that it needs', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const { images, digests, named, keep, pullRequests, namesApart } = given
      const protection = {
        digests: new Map(digests.map((one) => [one, 'x'])),
        names: new Map(named.map((name) => [`${REPOSITORY}:${name}`, 'x'])),
      }
      const verdicts = decide(
        stored(images, { pullRequests, namesApart }),
        policy({ protection, lastGood: new Map(given.lastGood) }, keep),
      )
      const removed = verdicts.filter(({ decision }) => decision === 'remove')
      const gone = new Set(removed.map(({ image: one }) => one.digest))
      for (const { image: one } of removed) expectMayGo(one, given)
      expectWhole(images, gone)
      // A name goes alone only where another one is left.
      for (const { image: one, names } of verdicts.filter((verdict) => verdict.names.length > 0))
        expect([gone.has(one.digest), one.names.length > names.length, names.map(kindOf)]).toEqual([
          false,
          true,
          names.map(() => 'staging'),
        ])
      const whole = images.filter((one) => one.names.some((name) => /^in-\d{64}$/.test(name)))
      const left = whole.filter((one) => !gone.has(one.digest))
      if (!pullRequests) expect(left.length).toBeGreaterThanOrEqual(Math.min(keep, whole.length))
    }),
    { numRuns: 3000 },
  )
})

test('an order of listing changes nothing', () => {
  fc.assert(
    fc.property(anyImages, fc.integer({ min: 0, max: 3 }), (images, keep) => {
      const verdicts = (all: readonly StoredImage[]) =>
        new Map(decide(stored(all), policy({}, keep)).map((one) => [one.image.digest, one.decision]))
      expect(verdicts([...images].reverse())).toEqual(verdicts(images))
    }),
  )
})

test('tens of thousands are decided at once', () => {
  const images = Array.from({ length: 30_000 }, (_, at) =>
    at % 3 === 0
      ? image(at, [inputs(at)], { holds: [digest(at + 1), digest(at + 2)], pushed: ago(at % 100) })
      : image(at, [], at % 3 === 2 ? { subject: digest(at - 1) } : {}),
  )
  const verdicts = decide(stored(images), policy({}, 10))
  const removed = verdicts.filter(({ decision }) => decision === 'remove').length
  expect(removed % 3).toBe(0)
  expect(removed).toBeGreaterThan(20_000)
})
