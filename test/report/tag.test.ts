import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { tagHeadline, tagMarkdown, tagProblems, tagText } from '../../src/report/tag.js'
import type { TaggedService, TagResult } from '../../src/version/result.js'
import type { Digest, Fingerprint, Problem, ServiceName, Version } from '../../src/words.js'

const golden = (name: string) => readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8')

const tagged = (name: string, changes: Partial<TaggedService> = {}): TaggedService => ({
  name: name as ServiceName,
  version: '0.1.1' as Version,
  previous: '0.1.0' as Version,
  digest: `sha256:${'0123456789abcdef'.repeat(4)}` as Digest,
  fingerprint: `sha256:${'f'.repeat(64)}` as Fingerprint,
  outcome: 'created',
  reason: 'a new image since 0.1.0',
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
const NOTHING = { version: null, previous: null, digest: null } as const
const RESULT: TagResult = {
  schema: 1,
  services: [
    tagged('cart'),
    tagged('catalog', {
      outcome: 'kept',
      previous: null,
      reason: 'the image of 0.1.1, with the same inputs',
    }),
    tagged('user', { ...NOTHING, outcome: 'failed', reason: PROBLEM.problem, problem: PROBLEM }),
  ],
}

test.each([
  ['tag.txt', () => tagText(RESULT)],
  ['tag.md', () => tagMarkdown(RESULT)],
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
