import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import semver from 'semver'
import { BUMPS, type Bump } from '../../src/version/bump.js'
import { keptVersion, newestStable, nextVersion, type Wanted } from '../../src/version/next.js'
import type { Images, Release } from '../../src/version/release.js'
import type { Digest, Fingerprint, Oid, ServiceName, Version } from '../../src/words.js'

const CART = 'cart' as ServiceName
const USER = 'user' as ServiceName
const FIRST = '0.1.0' as Version
const sha = (name: string) => `sha256:${Buffer.from(name).toString('hex').padEnd(64, '0')}`
const image = (digest: string, fingerprint = `inputs of ${digest}`) => ({
  digest: sha(digest) as Digest,
  fingerprint: sha(fingerprint) as Fingerprint,
})
const alone = (digest: string, fingerprint?: string): Images => new Map([[CART, image(digest, fingerprint)]])
const both = (cart: string, user: string): Images =>
  new Map([
    [CART, image(cart)],
    [USER, image(user)],
  ])
const labelled = (version: string, images: Images | null): Release => ({
  version: version as Version,
  images,
  commit: '1'.repeat(40) as Oid,
  changelog: '',
})
const release = (version: string, digest: string | null, fingerprint?: string): Release =>
  labelled(version, digest === null ? null : alone(digest, fingerprint))

const wanted = (images: Images, more: Partial<Wanted> = {}): Wanted => ({
  images,
  asked: { kind: 'commits' },
  channel: null,
  ...more,
})
/** What becomes of images: the version that they have, or the one to make. */
const number = (releases: readonly Release[], want: Wanted, bump: Bump = 'patch') => {
  const kept = keptVersion(releases, want)
  return kept
    ? `kept ${kept.version}`
    : `new ${nextVersion(releases, { asked: want.asked, channel: want.channel }, bump, FIRST)}`
}
const lost = (...digests: string[]) => ({ lost: digests.map((digest) => sha(digest) as Digest) })

describe('a service', () => {
  test.each<[string, readonly Release[], Wanted, string]>([
    ['the first', [], wanted(alone('a')), 'new 0.1.0'],
    ['a new image', [release('0.1.0', 'a')], wanted(alone('b')), 'new 0.1.1'],
    [
      'the newest is found by number, not by order or letters',
      [release('0.1.10', 'b'), release('0.1.9', 'a')],
      wanted(alone('c')),
      'new 0.1.11',
    ],
    ['the same image keeps its version', [release('0.1.0', 'a')], wanted(alone('a')), 'kept 0.1.0'],
    [
      'a revert gets its earlier version back',
      [release('0.1.0', 'a'), release('0.1.1', 'b')],
      wanted(alone('a')),
      'kept 0.1.0',
    ],
    [
      'the same inputs, built again: the first image stays what the version means',
      [release('0.1.0', 'a', 'inputs'), release('0.1.1', 'b')],
      wanted(alone('a2', 'inputs')),
      'kept 0.1.0',
    ],
    [
      'the same inputs, built again after the first image was lost: a version of its own',
      [release('0.1.0', 'a', 'inputs')],
      wanted(alone('a2', 'inputs'), lost('a')),
      'new 0.1.1',
    ],
    [
      'and that one is kept the next time',
      [release('0.1.0', 'a', 'inputs'), release('0.1.1', 'a2', 'inputs')],
      wanted(alone('a2', 'inputs'), lost('a')),
      'kept 0.1.1',
    ],
    [
      'a version that somebody gave by hand is taken',
      [release('2.0.0', null), release('0.1.0', 'a')],
      wanted(alone('b')),
      'new 2.0.1',
    ],
    [
      'pre-releases are not counted from',
      [release('1.0.0', 'a'), release('2.0.0-beta.3', 'b')],
      wanted(alone('c')),
      'new 1.0.1',
    ],
    [
      'the image of a pre-release gets a version of its own in the end',
      [release('1.0.0', 'a'), release('1.0.1-beta.1', 'b')],
      wanted(alone('b')),
      'new 1.0.1',
    ],
  ])('%s', (_, releases, want, expected) => {
    expect(number(releases, want)).toBe(expected)
  })

  test.each<[Bump, string]>([
    ['major', 'new 2.0.0'],
    ['minor', 'new 1.5.0'],
    ['patch', 'new 1.4.3'],
  ])('a %s bump', (bump, expected) => {
    expect(number([release('1.4.2', 'a')], wanted(alone('b')), bump)).toBe(expected)
  })

  test('breaking what never was 1.0.0 makes it 1.0.0', () => {
    expect(number([release('0.4.2', 'a')], wanted(alone('b')), 'major')).toBe('new 1.0.0')
  })
})

describe('what was asked for', () => {
  const releases = [release('1.4.2', 'a')]
  const as = (version: string) => ({ asked: { kind: 'as' as const, version: version as Version } })

  test.each<[string, Wanted, string]>([
    [
      'a bump, whatever the commits say',
      wanted(alone('b'), { asked: { kind: 'bump', bump: 'major' } }),
      'new 2.0.0',
    ],
    [
      'a bump of an image that has a version',
      wanted(alone('a'), { asked: { kind: 'bump', bump: 'major' } }),
      'kept 1.4.2',
    ],
    ['a version', wanted(alone('b'), as('3.0.0')), 'new 3.0.0'],
    ['a second version of an image', wanted(alone('a'), as('3.0.0')), 'new 3.0.0'],
    ['the version that it has', wanted(alone('a'), as('1.4.2')), 'kept 1.4.2'],
    ['a lower one', wanted(alone('b'), as('1.0.0')), 'new 1.0.0'],
  ])('%s', (_, want, expected) => {
    expect(number(releases, want)).toBe(expected)
  })
})

describe('pre-releases', () => {
  const beta = (digest: string) => wanted(alone(digest), { channel: 'beta' })

  test.each<[string, readonly Release[], Wanted, Bump, string]>([
    ['of a service without a version', [], beta('a'), 'patch', 'new 0.1.0-beta.1'],
    ['the next', [release('1.3.0', 'a')], beta('b'), 'minor', 'new 1.4.0-beta.1'],
    [
      'count up, by number',
      [release('1.3.0', 'a'), release('1.4.0-beta.9', 'b'), release('1.4.0-beta.10', 'c')],
      beta('d'),
      'minor',
      'new 1.4.0-beta.11',
    ],
    [
      'begin anew for another version',
      [release('1.3.0', 'a'), release('1.4.0-beta.9', 'b')],
      beta('d'),
      'major',
      'new 2.0.0-beta.1',
    ],
    [
      'of another branch are apart',
      [release('1.3.0', 'a'), release('1.4.0-dev.9', 'b')],
      beta('b'),
      'minor',
      'new 1.4.0-beta.1',
    ],
    [
      'the same image keeps its own',
      [release('1.3.0', 'a'), release('1.4.0-beta.1', 'b'), release('1.4.0-beta.2', 'c')],
      beta('b'),
      'minor',
      'kept 1.4.0-beta.1',
    ],
    [
      'an image that has a stable version keeps it',
      [release('1.3.0', 'a'), release('1.4.0-beta.1', 'a')],
      beta('a'),
      'minor',
      'kept 1.3.0',
    ],
  ])('%s', (_, releases, want, bump, expected) => {
    expect(number(releases, want, bump)).toBe(expected)
  })
})

describe('a group', () => {
  const group = [labelled('1.0.0', both('c1', 'u1')), labelled('1.1.0', both('c2', 'u1'))]

  test.each<[string, readonly Release[], Images, string]>([
    ['keeps the version of the same set', group, both('c1', 'u1'), 'kept 1.0.0'],
    ['a set that never was is new, also of images that were', group, both('c2', 'u2'), 'new 1.1.1'],
    ['begins above what its members had before', [release('3.2.0', 'c1')], both('c1', 'u1'), 'new 3.2.1'],
    ['is another set with one service more', group, new Map([...both('c1', 'u1')].slice(0, 1)), 'new 1.1.1'],
  ])('%s', (_, releases, images, expected) => {
    expect(number(releases, wanted(images))).toBe(expected)
  })
})

/** A life of builds and releases: which inputs, whether built again, which bump, and whether on a branch. */
const life = fc.array(
  fc.record({
    cart: fc.nat(4),
    user: fc.nat(2),
    rebuild: fc.nat(1),
    bump: fc.constantFrom(...BUMPS),
    channel: fc.constantFrom(null, null, 'beta'),
  }),
  { maxLength: 30 },
)

interface Step {
  readonly images: Images
  readonly inputs: string
  readonly bump: Bump
  readonly channel: string | null
}

/** Releases one after the other, each checked against all before it. */
const live = (steps: readonly Step[]): void => {
  const releases: Release[] = []
  const stable = new Map<string, string>()
  const beta = new Map<string, string>()
  const make = ({ images, inputs, bump, channel }: Step) => {
    const newest = newestStable(releases)
    const version = nextVersion(releases, { asked: { kind: 'commits' }, channel }, bump, FIRST)
    expect(releases.map((one) => one.version)).not.toContain(version)
    if (newest) expect(semver.gt(version, newest.version)).toBe(true)
    expect(semver.prerelease(version) === null).toBe(channel === null)
    expect(stable.has(inputs)).toBe(false)
    ;(channel === null ? stable : beta).set(inputs, version)
    releases.push(labelled(version, images))
  }
  for (const step of steps) {
    const kept = keptVersion(releases, wanted(step.images, { channel: step.channel }))
    const before = stable.get(step.inputs) ?? (step.channel === null ? undefined : beta.get(step.inputs))
    expect(kept?.version).toBe(before)
    if (!kept) make(step)
  }
}

test.each([
  ['a service', false],
  ['a group', true],
])('%s: the same inputs have one version, and a new one is the newest', (_, grouped) => {
  fc.assert(
    fc.property(life, (steps) => {
      live(
        steps.map(({ cart, user, rebuild, bump, channel }) => ({
          images: new Map([
            [CART, image(`c${cart}.${rebuild}`, `c${cart}`)],
            ...(grouped ? [[USER, image(`u${user}`)] as const] : []),
          ]),
          inputs: JSON.stringify([cart, grouped ? user : null]),
          bump,
          channel,
        })),
      )
    }),
    { numRuns: 300 },
  )
})
