import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { BuildResult, BuiltService } from '../../src/image/result.js'
import { buildHeadline, buildJson, buildMarkdown, buildProblems, buildText } from '../../src/report/build.js'
import type { Digest, Fingerprint, Problem, ServiceName, Version } from '../../src/words.js'

const golden = (name: string) => readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8')

const built = (name: string, changes: Partial<BuiltService> = {}): BuiltService => ({
  name: name as ServiceName,
  fingerprint: `sha256:${'f'.repeat(64)}` as Fingerprint,
  digest: `sha256:${'0123456789abcdef'.repeat(4)}` as Digest,
  outcome: 'built',
  tested: true,
  repository: '127.0.0.1:5000/shop/x',
  platforms: [],
  verdicts: [],
  findings: null,
  testsRan: true,
  tags: [`in-${'f'.repeat(64)}`],
  version: null,
  seconds: 12.34,
  problem: null,
  plan: [],
  ...changes,
})

const PROBLEM: Problem = {
  code: 'tests-failed',
  fault: 'thing',
  problem: "user's tests failed",
  why: 'the stage test of user/Dockerfile ended with:\n#9 AssertionError: 1 | 2 <b>',
  fix: 'docker build --target test user',
}
const FAILED = built('user', { outcome: 'failed', digest: null, tested: false, tags: [], problem: PROBLEM })
const RESULT: BuildResult = {
  schema: 1,
  saved: { services: 4, seconds: 187.4 },
  services: [
    built('cart', { tested: false }),
    built('web', {
      digest: null,
      platforms: [
        { platform: 'linux/amd64', digest: `sha256:${'a'.repeat(64)}` as Digest },
        { platform: 'linux/arm64', digest: null },
      ],
    }),
    built('catalog', { outcome: 'reused', testsRan: false, version: '1.4.0' as Version, seconds: 0.04 }),
    FAILED,
  ],
}
const DRY_RUN: BuildResult = {
  schema: 1,
  saved: { services: 0, seconds: 0 },
  services: [
    built('cart', {
      outcome: 'planned',
      digest: null,
      seconds: 0,
      plan: ['run its tests', 'build it', 'push it to ghcr.io/owner/cart'],
    }),
  ],
}

test.each([
  ['build.txt', () => buildText(RESULT)],
  ['build.md', () => buildMarkdown(RESULT)],
  ['build-dry-run.txt', () => buildText(DRY_RUN)],
])('%s', (name, render) => {
  expect(render()).toBe(golden(name))
})

test('tests that failed are told as failed, also where nothing reports them', () => {
  const verdicts = [{ kind: 'stage' as const, passed: false, report: null, problem: PROBLEM }]
  const failed = { ...FAILED, verdicts }
  expect(buildText({ ...RESULT, services: [failed] })).toMatch(/^user +failed +failed +–/m)
})

test('what stands below the failures is no part of the last one', () => {
  const failed = { suite: 'unit', name: 'adds', file: null, line: null, message: 'no', text: 'no', at: null }
  const report = { tests: 1, failures: 1, errors: 0, skipped: 0, passed: 0, seconds: 1, failed: [failed] }
  const verdicts = [{ kind: 'stage' as const, passed: false, report, problem: PROBLEM }]
  expect(buildMarkdown({ ...RESULT, services: [{ ...FAILED, verdicts }] })).toMatch(
    /<\/details>\n\n<sub>On a laptop/,
  )
})

test('what was pushed is told with the folder that it is in', () => {
  const at = (name: string, folder: string) => built(name, { repository: `${folder}/${name}` })
  const services = [at('cart', 'ghcr.io/acme/pr'), at('web', 'ghcr.io/acme/pr')]
  expect(buildText({ ...RESULT, services })).toContain('In the registry, under ghcr.io/acme/pr.')
  expect(buildText(DRY_RUN)).not.toContain('In the registry')
})

test('what was not pushed is told by its name in the engine', () => {
  const kept = built('cart', { repository: null, digest: null, tags: ['in-12ab'] })
  const told = 'In the local engine alone, e.g. as cart:in-12ab; --push is for a registry.'
  expect(buildText({ ...RESULT, services: [kept] })).toContain(told)
  expect(buildText(RESULT)).not.toContain('local engine')
  expect(buildText({ ...RESULT, services: [{ ...kept, outcome: 'failed' }] })).not.toContain('local engine')
})

test('nothing to build is good news', () => {
  expect(buildHeadline({ schema: 1, services: [], saved: { services: 3, seconds: 0 } })).toBe(
    'Nothing to build: every image is there, and tested.',
  )
})

test('what several services share is told once', () => {
  const twice: BuildResult = { ...DRY_RUN, services: [FAILED, { ...FAILED, name: 'cart' as ServiceName }] }
  expect(buildProblems(twice)).toEqual([PROBLEM])
})

test('programs get everything', () => {
  const services = RESULT.services.map(({ verdicts, ...service }) => ({ ...service, tests: null }))
  expect(buildJson(RESULT)).toEqual({ ...RESULT, services })
})
