import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { CopiedService, CopyResult } from '../../src/image/copied.js'
import { copyHeadline, copyJson, copyProblems, copyText } from '../../src/report/copies.js'
import type { Digest, Problem, ServiceName, Version } from '../../src/words.js'

const golden = (name: string) => readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8')

const row = (name: string, more: Partial<CopiedService> = {}): CopiedService => ({
  name: name as ServiceName,
  version: null,
  digest: `sha256:${'a'.repeat(64)}` as Digest,
  from: `registry.example.com/shop/${name}`,
  to: `ghcr.io/acme/shop/${name}`,
  names: [`in-${'b'.repeat(64)}`],
  taken: [],
  beside: 0,
  manifests: 0,
  blobs: 0,
  outcome: 'planned',
  problem: null,
  ...more,
})
const problem: Problem = { code: 'no-image', fault: 'caller', problem: 'p', why: 'w', fix: 'f' }
const planned: CopyResult = {
  schema: 1,
  dryRun: true,
  services: [
    row('cart', { version: '1.4.0' as Version, names: [...row('cart').names, '1.4.0'], beside: 2 }),
    row('user', { outcome: 'there' }),
  ],
}

test('a dry run, for a terminal', () => {
  expect(copyText(planned)).toBe(golden('copy-dry-run.txt'))
})

test('what was done, with names that are another image’s, and what failed', () => {
  const services = [
    row('cart', { outcome: 'copied', names: [], taken: row('cart').names }),
    row('user', { outcome: 'failed', digest: null, from: null, names: [], problem }),
  ]
  const done: CopyResult = { ...planned, dryRun: false, services }
  expect(copyHeadline(done)).toBe('2 images: 1 copied, 1 failed.')
  expect(copyText(done)).toContain('copied; another image there has in-bbbbbbbbbbbb')
  expect(copyText(done)).not.toContain('dry run')
  expect(copyProblems(done)).toEqual([problem])
})

test('for programs', () => {
  expect(copyJson(planned)).toEqual(planned)
})
