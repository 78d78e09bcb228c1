import { describe, expect, test } from '@jest/globals'
import type { Ability } from '../../src/image/builder.js'
import {
  type CacheUse,
  cacheArguments,
  cacheName,
  chooseCache,
  hasCacheOfItsOwn,
  lostCache,
} from '../../src/image/cache.js'

const use: CacheUse = {
  kind: 'registry',
  repository: '127.0.0.1:5000/shop/cart',
  service: 'cart',
  stage: 'image',
  platform: null,
  read: true,
  write: true,
}

describe('the arguments of a build', () => {
  test('beside the images, written by the default branch', () => {
    expect(cacheArguments(use)).toEqual([
      '--cache-from=type=registry,ref=127.0.0.1:5000/shop/cart:cache',
      '--cache-to=type=registry,ref=127.0.0.1:5000/shop/cart:cache,image-manifest=true,oci-mediatypes=true,mode=max,ignore-error=true',
    ])
  })

  test('a pull request reads and does not write', () => {
    expect(cacheArguments({ ...use, write: false })).toEqual([
      '--cache-from=type=registry,ref=127.0.0.1:5000/shop/cart:cache',
    ])
  })

  test('who found it broken writes it anew', () => {
    expect(cacheArguments({ ...use, read: false })).toEqual(cacheArguments(use).slice(1))
  })

  test('in GitHub’s cache, by a scope of its own', () => {
    expect(cacheArguments({ ...use, kind: 'gha', stage: 'test' })).toEqual([
      '--cache-from=type=gha,version=2,timeout=2m,scope=cart-cache-test',
      '--cache-to=type=gha,version=2,timeout=2m,scope=cart-cache-test,mode=max,ignore-error=true',
    ])
  })

  test('nowhere', () => {
    expect(cacheArguments({ ...use, kind: 'none' })).toEqual([])
  })

  test.each([
    ['image', null, 'cache'],
    ['test', null, 'cache-test'],
    ['image', 'linux/arm64', 'cache-linux-arm64'],
    ['image', 'linux/arm/v7', 'cache-linux-arm-v7'],
    ['test', 'linux/amd64', 'cache-test-linux-amd64'],
  ] as const)('%s for %s is called %s', (stage, platform, name) => {
    expect(cacheName({ stage, platform })).toBe(name)
  })
})

describe('which cache a run can use', () => {
  const abilities: ReadonlySet<Ability> = new Set<Ability>(['cache-export'])
  const environment = { ACTIONS_RUNTIME_TOKEN: 'secret', ACTIONS_RESULTS_URL: 'http://127.0.0.1/' }
  const place = { asked: null, registry: true, abilities, title: 'the builder ci', environment }
  const engine = { ...place, abilities: new Set<Ability>(), title: 'the Docker engine' }

  test('the registry where nobody said anything', () => {
    expect(chooseCache(place)).toEqual({ kind: 'registry', warning: null })
  })

  test('what was asked for', () => {
    expect(chooseCache({ ...place, asked: 'gha' })).toEqual({ kind: 'gha', warning: null })
    expect(chooseCache({ ...place, asked: 'none' })).toEqual({ kind: 'none', warning: null })
  })

  test('GitHub’s where there is no registry, as in a fork’s pull request, and nobody asked for another', () => {
    const fork = { ...place, registry: false }
    expect(chooseCache(fork)).toEqual({ kind: 'gha', warning: null })
    expect(chooseCache({ ...fork, asked: 'none' })).toEqual({ kind: 'none', warning: null })
    expect(chooseCache({ ...fork, asked: 'registry' })).toEqual({ kind: 'none', warning: null })
    expect(chooseCache({ ...fork, environment: {} })).toEqual({ kind: 'none', warning: null })
  })

  test.each([
    ['refs/pull/7/merge', true],
    ['refs/heads/main', false],
    ['refs/heads/refs/pull/7/merge', false],
    [undefined, false],
  ])('a run of %s writes what no other one reads: %s', (GITHUB_REF, own) => {
    expect(hasCacheOfItsOwn({ GITHUB_REF })).toBe(own)
  })

  test('none where the builder exports none; that is told to who asked for one', () => {
    expect(chooseCache(engine)).toEqual({ kind: 'none', warning: null })
    expect(chooseCache({ ...engine, asked: 'none' })).toEqual({ kind: 'none', warning: null })
    expect(chooseCache({ ...engine, asked: 'registry' })).toEqual({
      kind: 'none',
      warning:
        'builds go without a cache: the Docker engine cannot export one; use a builder with a BuildKit of its own (docker/setup-buildx-action)',
    })
  })

  test('none where GitHub does not say how its cache is reached, which is told without the token', () => {
    const half = { ...environment, ACTIONS_RESULTS_URL: '' }
    expect(chooseCache({ ...place, asked: 'gha', environment: half })).toEqual({
      kind: 'none',
      warning:
        'builds go without a cache: ACTIONS_RESULTS_URL not set; GitHub gives them to actions and not to `run:` steps: use the action build, or write cache: registry',
    })
    expect(chooseCache({ ...place, asked: 'gha', environment: {} }).warning).toContain(
      'ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL',
    )
  })
})

describe('a layer that the cache has lost', () => {
  const RUN = ['#9 ERROR: process "/bin/sh -c npm test" did not complete successfully: exit code: 1']

  test.each([
    'ERROR: failed to build: failed to solve: failed to compute cache key: failed to copy: httpReadSeeker: failed open: could not fetch content descriptor sha256:d9 (application/vnd.oci.image.layer.v1.tar+gzip) from remote: not found',
    'ERROR: failed to solve: failed to copy: httpReadSeeker: failed open: unexpected status from GET request to http://127.0.0.1:5000/v2/cart/blobs/sha256:d9: 500 Internal Server Error',
  ])('is told from a build that failed: %s', (line) => {
    expect(lostCache(['#1 DONE 0.0s', line])).toBe(true)
  })

  test.each([
    'ERROR: failed to build: failed to solve: process "/bin/sh -c npm test" did not complete successfully: exit code: 1',
    '#6 ERROR: failed to configure registry cache importer: httpReadSeeker: failed open: not found',
    '#6 3.2 error: failed to copy: httpReadSeeker: failed open',
  ])('is not: %s', (line) => {
    expect(lostCache([...RUN, line])).toBe(false)
  })
})
