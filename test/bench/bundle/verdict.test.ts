import { describe, expect, test } from '@jest/globals'
import { type Facts, isTooLate, wrongs } from './verdict.js'

const before = { version: 'v1', commit: 'aaa' }
const after = { version: 'v2', commit: 'bbb' }
const SUMMARY = { successful: '**1 service: 1 successful.**', back: '**1 service: 1 rolled back.**' }
const nothingLeft = {
  code: 0,
  summary: '',
  log: 'Every deployment was seen to its end, or left as it was meant',
}

const deployed: Facts = {
  fate: 'deploy',
  step: { code: 0, outputs: { outcome: 'successful' }, summary: SUMMARY.successful, log: '' },
  post: nothingLeft,
  ecs: 'SUCCESSFUL',
  serving: ['v2'],
  ledger: 'bbb',
  before,
  after,
}
const back: Facts = {
  ...deployed,
  fate: 'rollback',
  step: { code: 1, outputs: { outcome: 'rolled-back' }, summary: SUMMARY.back, log: '' },
  ecs: 'ROLLBACK_SUCCESSFUL',
  serving: ['v1'],
  ledger: 'aaa',
}
const left: Facts = {
  ...deployed,
  fate: 'leave',
  step: {
    code: 1,
    outputs: { outcome: '' },
    summary: '**1 service: 1 under way.**',
    log: 'cart goes on without being watched',
  },
  ledger: 'aaa',
}
const ended = { ...nothingLeft, summary: SUMMARY.back, log: '' }

test.each([
  ['deployed', deployed],
  ['gone back', back],
  ['left', left],
  [
    'gone back after the step',
    { ...back, step: { ...back.step, outputs: { outcome: 'stopped' } }, post: ended },
  ],
  ['ended by the runner', { ...back, step: { ...back.step, code: null, outputs: {} }, post: ended }],
])('%s: nothing is wrong', (_, facts) => {
  expect(wrongs(facts)).toEqual([])
})

describe('what was told and is not so', () => {
  test.each<[string, Facts, string]>([
    ['a success that ECS rolled back', { ...deployed, ecs: 'ROLLBACK_SUCCESSFUL' }, 'ECS ended it as'],
    ['a success that does not serve', { ...deployed, serving: ['v1', 'v2'] }, 'v1 and v2 serves'],
    ['a success that the ledger does not know', { ...deployed, ledger: 'aaa' }, 'the ledger says aaa'],
    [
      'a failure that ECS calls a success',
      { ...deployed, step: { ...deployed.step, code: 1 } },
      'ended with 1',
    ],
    ['gone back, and the new one serves', { ...back, serving: ['v2'] }, 'v2 serves, not v1'],
    ['gone back, and the ledger says it is there', { ...back, ledger: 'bbb' }, 'the ledger says bbb'],
    ['gone back with exit code 0', { ...back, step: { ...back.step, code: 0 } }, 'ended with 0'],
    [
      'on its way back, and nobody told the end',
      { ...back, step: { ...back.step, outputs: {} } },
      'the post step',
    ],
    [
      'left, and told as a success',
      { ...left, step: { ...left.step, outputs: { outcome: 'successful' } } },
      'told',
    ],
    ['left, and the ledger says it is there', { ...left, ledger: 'bbb' }, 'the ledger says bbb'],
  ])('%s', (_, facts, text) => {
    expect(wrongs(facts)).toContainEqual(expect.stringContaining(text))
  })
})

describe('too late to be cancelled', () => {
  const step = deployed.step
  test('where it was over before', () => {
    expect(isTooLate({ ...deployed, fate: 'rollback' })).toBe(true)
    expect(isTooLate({ ...back, step: { ...step, outputs: { outcome: 'paused' } } })).toBe(true)
  })
  test('never where a success was told that is none', () => {
    expect(isTooLate({ ...back, step })).toBe(false)
    expect(isTooLate(back)).toBe(false)
    expect(isTooLate(deployed)).toBe(false)
  })
})
