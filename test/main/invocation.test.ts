import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readInvocation, releasing } from '../../src/main/invocation.js'
import { StaggerError } from '../../src/words.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagger-event-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const event = (payload: unknown): string => {
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify(payload))
  return path
}

const onGitHub = (
  name: string,
  ref: string,
  payload: unknown = { repository: { default_branch: 'trunk' } },
) => ({
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: name,
  GITHUB_REF: ref,
  GITHUB_EVENT_PATH: event(payload),
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '7',
})

test.each<[string, string, string, boolean]>([
  ['the default branch', 'push', 'refs/heads/trunk', true],
  ['a tag', 'push', 'refs/tags/v1', true],
  ['a dispatch on the default branch', 'workflow_dispatch', 'refs/heads/trunk', true],
  ['a schedule', 'schedule', 'refs/heads/trunk', true],
  ['another branch', 'push', 'refs/heads/main', false],
  ['a pull request', 'pull_request', 'refs/pull/1/merge', false],
  ['a pull request whose ref says the default branch', 'pull_request_target', 'refs/heads/trunk', false],
  ['a run that followed another one', 'workflow_run', 'refs/heads/trunk', false],
  ['a comment on a pull request', 'issue_comment', 'refs/heads/trunk', false],
  ['a release', 'release', 'refs/tags/v1', true],
  ['the merge queue', 'merge_group', 'refs/heads/gh-readonly-queue/trunk/pr-1', false],
])('%s: whether it may write what others rely on', (_, name, ref, trusted) => {
  expect(readInvocation(onGitHub(name, ref))).toMatchObject({ ci: true, trusted, pullRequest: !trusted })
})

test('without a word on the default branch it is main', () => {
  expect(readInvocation(onGitHub('push', 'refs/heads/main', {})).trusted).toBe(true)
})

test('a run knows its address', () => {
  expect(readInvocation(onGitHub('push', 'refs/heads/trunk')).run).toBe(
    'https://github.com/acme/shop/actions/runs/7',
  )
})

test('the event comes with its payload, as it is', () => {
  const payload = { deleted: true, anything: [1] }
  expect(readInvocation(onGitHub('push', 'refs/heads/x', payload)).event).toEqual({ name: 'push', payload })
  expect(readInvocation({ GITHUB_ACTIONS: 'true' }).event).toEqual({ name: '', payload: {} })
})

test.each(['{"cut off', 'no JSON', null])('a payload that cannot be read is told: %j', (text) => {
  const path = join(folder, 'broken.json')
  if (text !== null) writeFileSync(path, text)
  const env = { ...onGitHub('push', 'refs/heads/trunk'), GITHUB_EVENT_PATH: path }
  expect(() => readInvocation(env)).toThrow(StaggerError)
  expect(() => readInvocation(env)).toThrow(/cannot be read/)
})

test('a laptop is no CI, and trusted only by a word of its own', () => {
  expect(readInvocation({})).toEqual({
    ci: false,
    trusted: false,
    pullRequest: false,
    branch: null,
    event: null,
    run: null,
    registry: null,
  })
  expect(readInvocation({ STAGGER_REGISTRY: 'ghcr.io/acme' }).registry).toBe('ghcr.io/acme')
})

test.each([undefined, '', 'false'])(
  'another CI (GITHUB_ACTIONS: %j) acts as one that nobody has to trust',
  (word) => {
    const env = { CI: 'true', GITHUB_ACTIONS: word, GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: 'push' }
    expect(readInvocation(env)).toMatchObject({ ci: true, trusted: false, pullRequest: true, branch: null })
  },
)

const by = (name: string, ref = 'refs/heads/main') => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: name,
  GITHUB_REF: ref,
})
const PRERELEASES = { next: 'beta', main: 'never' }
const VERSIONS = { kind: 'versions' }
const NOTHING = { kind: 'nothing' }
const BETA = { kind: 'prereleases', channel: 'beta' }

test.each<[string, Parameters<typeof readInvocation>[0], boolean, object]>([
  ['a laptop', {}, false, NOTHING],
  ['a laptop with --yes', {}, true, VERSIONS],
  ['another CI', { CI: 'true' }, false, NOTHING],
  ['another CI that says a branch', { CI: 'true', GITHUB_REF: 'refs/heads/next' }, false, NOTHING],
  ['another CI with --yes', { CI: 'true' }, true, VERSIONS],
  ['a pull request', by('pull_request', 'refs/pull/1/merge'), false, NOTHING],
  ['the default branch', by('push'), false, VERSIONS],
  ['a comment, on the default branch', by('issue_comment'), false, NOTHING],
  ['a branch of pre-releases', by('push', 'refs/heads/next'), false, BETA],
  ['somebody who starts it there', by('workflow_dispatch', 'refs/heads/next'), false, BETA],
  ['another branch', by('push', 'refs/heads/other'), false, NOTHING],
  [
    'a pull request whose ref says such a branch',
    by('pull_request_target', 'refs/heads/next'),
    false,
    NOTHING,
  ],
  ['a run that followed one there', by('workflow_run', 'refs/heads/next'), false, NOTHING],
  ['the merge queue', by('merge_group', 'refs/heads/next'), false, NOTHING],
])('%s: which versions it may make', (_, env, yes, may) => {
  expect(releasing(readInvocation(env), yes, PRERELEASES)).toEqual(may)
})
