import { describe, expect, test } from '@jest/globals'
import {
  hooksAt,
  pausesAt,
  STAGES,
  type Stage,
  shownStage,
} from '../../../src/rehearsal/controller/stages.js'
import {
  isUnderWay,
  lastCompleted,
  revisionOf,
  wantedRevision,
} from '../../../src/rehearsal/controller/state.js'
import { newest } from '../../../src/rehearsal/controller/turn.js'
import { BACK, inDeployment } from './states.js'

describe('a stage', () => {
  const none: readonly Stage[] = ['SCALE_UP', 'BAKE_TIME', 'CLEAN_UP']
  const functions: readonly Stage[] = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT']

  test.each(STAGES.map(({ stage }) => stage))('%s has the hooks that AWS lets it have', (stage) => {
    expect(hooksAt(stage)).toBe(!none.includes(stage))
    expect(pausesAt(stage)).toBe(![...none, ...functions].includes(stage))
  })

  test('that is none has none', () => {
    expect([hooksAt('LUNCH'), pausesAt('LUNCH')]).toEqual([false, false])
  })

  test('is shown as AWS names it, and in ROLLING not at all', () => {
    expect(shownStage('CANARY', 'PRE_PRODUCTION_TRAFFIC_SHIFT')).toBe('PRODUCTION_TRAFFIC_SHIFT')
    expect(shownStage('CANARY', 'POST_SCALE_UP')).toBe('POST_SCALE_UP')
    expect(shownStage('ROLLING', 'POST_SCALE_UP')).toBeUndefined()
  })
})

describe('what a service moves to', () => {
  test.each([
    [inDeployment(), '2', '1'],
    [inDeployment({ deployment: BACK }), '1', '1'],
    [inDeployment({ deployment: { status: 'SUCCESSFUL' } }), '2', '2'],
    [inDeployment({ deployment: { ...BACK, status: 'ROLLBACK_SUCCESSFUL' } }), '1', '1'],
  ])('%#', (service, wanted, completed) => {
    expect([wantedRevision(service), lastCompleted(service)]).toEqual([wanted, completed])
  })

  test('is what it ever did, where nothing was done', () => {
    const [first] = inDeployment().deployments.slice(1)
    if (!first) throw new Error('no first')
    const service = { ...inDeployment(), deployments: [{ ...first, status: 'STOPPED' as const }] }
    expect(lastCompleted(service)).toBeUndefined()
    expect(isUnderWay(newest(service))).toBe(false)
  })

  test('what is not there is a bug, which says what it missed', () => {
    const empty = { ...inDeployment(), deployments: [] }
    expect(() => revisionOf(empty, '9')).toThrow('arn:service has no revision 9')
    expect(() => wantedRevision(empty)).toThrow('arn:service has no deployment')
    expect(() => newest(empty)).toThrow('arn:service has no deployment')
  })
})
