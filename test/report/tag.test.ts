import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import {
  tagHeadline,
  tagMarkdown,
  tagOutput,
  tagProblems,
  tagText,
  versionsOf,
} from '../../src/report/tag.js'
import type { TaggedService, TagResult } from '../../src/version/result.js'
import type { Digest, Fingerprint, Oid, Problem, ServiceName, Version } from '../../src/words.js'

const golden = (name: string) => readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8')

const tagged = (name: string, changes: Partial<TaggedService> = {}): TaggedService => ({
  name: name as ServiceName,
  version: '0.1.1' as Version,
  previous: '0.1.0' as Version,
  digest: `sha256:${'0123456789abcdef'.repeat(4)}` as Digest,
  fingerprint: `sha256:${'f'.repeat(64)}` as Fingerprint,
  group: null,
  bump: 'minor',
  outcome: 'created',
  reason: 'feat: a cart (a1b2c3d) touches src/cart/app.js',
  because: {
    commit: 'a1b2c3d'.padEnd(40, '0') as Oid,
    header: 'feat: a cart',
    path: 'src/cart/app.js',
    through: [],
  },
  changelog: '### Features\n\n- a cart (a1b2c3d)',
  release: null,
  problem: null,
  ...changes,
})

const PROBLEM: Problem = {
  code: 'no-image',
  fault: 'caller',
  problem: 'user has no image of this commit, so there is nothing to give a version',
  why: 'neither the ledger nor the registry holds one of its inputs',
  fix: 'stagger build user --push',
}
const NOTHING = {
  ...{ version: null, previous: null, bump: null, digest: null, because: null, changelog: null },
} as const
const RESULT: TagResult = {
  schema: 1,
  services: [
    tagged('cart'),
    tagged('catalog', {
      outcome: 'kept',
      previous: null,
      bump: null,
      because: null,
      reason: 'the image of 0.1.1, with the same inputs',
    }),
    tagged('user', { ...NOTHING, outcome: 'failed', reason: PROBLEM.problem, problem: PROBLEM }),
  ],
}

const address = 'https://github.com/acme/shop/releases/tag/shop/v0.1.1'
const GROUP: TagResult = {
  schema: 1,
  services: [
    tagged('cart', { group: 'shop', release: address }),
    tagged('mail'),
    tagged('user', { group: 'shop', release: address }),
  ],
}

test.each([
  ['tag.txt', () => tagText(RESULT)],
  ['tag.md', () => tagMarkdown(RESULT)],
  ['tag-group.md', () => tagMarkdown(GROUP)],
  ['tag-dry-run.txt', () => tagText({ schema: 1, services: [tagged('cart', { outcome: 'planned' })] })],
])('%s', (name, render) => {
  expect(render()).toBe(golden(name))
})

test('no service is no error', () => {
  expect(tagHeadline({ schema: 1, services: [] })).toBe('Nothing to tag: there is no service.')
})

test('the problems of a result', () => {
  expect(tagProblems(RESULT)).toEqual([PROBLEM])
})

test('each unit has one version', () => {
  expect(versionsOf(GROUP)).toEqual(['0.1.1', '0.1.1'])
  expect(versionsOf(RESULT)).toEqual(['0.1.1', '0.1.1', ''])
})

test('what people wrote reaches no output of a step', () => {
  const [row] = tagOutput({ schema: 1, services: [tagged('cart')] }).services as Record<string, unknown>[]
  expect(JSON.stringify(row)).not.toMatch(/a cart|app\.js/)
  expect(row).toMatchObject({ name: 'cart', version: '0.1.1', bump: 'minor', outcome: 'created' })
})
