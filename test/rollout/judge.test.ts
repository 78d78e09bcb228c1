import { describe, expect, test } from '@jest/globals'
import { GUARDS, isOf } from '../../src/rollout/guards.js'
import { type Evidence, judge, judgeLate } from '../../src/rollout/judge.js'
import type { DeploymentSight, Pause, Started } from '../../src/rollout/sight.js'
import type { Instant } from '../../src/words.js'
import { DIGEST, deployment, OTHER, REVISION, started } from './world.js'

const evidence = (ours: DeploymentSight | null, change: Partial<Evidence> = {}): Evidence => ({
  started,
  ours,
  service: { active: true, primary: REVISION },
  others: [],
  images: null,
  ...change,
})
const newer = deployment('IN_PROGRESS', { revision: '7', createdAt: 101 as Instant })
const older = deployment('IN_PROGRESS', { revision: '6', createdAt: 100 as Instant })
const primary = (name: string | null) => ({ service: { active: true, primary: name } })

describe('a pause', () => {
  const pause: Pause = { hook: 'one', expiresAt: null, otherwise: 'ROLLBACK' }
  const two: Pause = { hook: 'two', expiresAt: 0 as Instant, otherwise: 'CONTINUE' }
  const paused = (change: Partial<DeploymentSight>, more: Partial<Started> = {}) =>
    judge(evidence(deployment('IN_PROGRESS', change), { started: { ...started, ...more } }))

  test.each<[string, Partial<DeploymentSight>, Partial<Started>, object | null]>([
    ['none', {}, {}, null],
    [
      'one without an end, nowhere in particular',
      { pauses: [pause] },
      {},
      { pause, reason: 'it waits for an answer at its pause; without one ECS rolls back' },
    ],
    [
      'one with an end, at a stage',
      { pauses: [two], stage: 'POST_SCALE_UP' },
      { by: 'CodeDeploy' },
      {
        pause: two,
        reason:
          'it waits for an answer at POST_SCALE_UP until 1970-01-01T00:00:00.000Z; without one CodeDeploy goes on',
      },
    ],
    ['one that was answered', { pauses: [pause] }, { answered: ['one'] }, null],
    [
      'the one of two that was not',
      { pauses: [pause, two] },
      { answered: ['one'] },
      { pause: two, reason: expect.stringContaining('goes on') },
    ],
    ['one of a deployment that goes back', { pauses: [pause], rollback: 'alarm' }, {}, null],
    ['one of a deployment that is to go back', { pauses: [pause], status: 'ROLLBACK_REQUESTED' }, {}, null],
    ['one of a deployment that is to stop', { pauses: [pause], status: 'STOP_REQUESTED' }, {}, null],
  ])('%s', (_, change, more, expected) => {
    expect(paused(change, more)).toEqual(expected && { outcome: 'paused', ...expected })
  })

  test('of a deployment that is over is no end', () => {
    expect(GUARDS.isWaiting(deployment('SUCCESSFUL', { pauses: [pause] }), [])).toBe(false)
    expect(GUARDS.mayStop(deployment('SUCCESSFUL'))).toBe(false)
    expect(GUARDS.mayStop(deployment('SOMETHING_NEW'))).toBe(true)
  })
})

describe('what the evidence proves', () => {
  const won = deployment('SUCCESSFUL')
  const halted = deployment('STOPPED', { reason: 'by a user' })
  const OVERTAKEN = 'it ended well, but a newer deployment of this service has already taken its place'
  const REPLACED = 'a newer deployment of this service took its place'

  test.each<[string, Evidence, ReturnType<typeof judge>]>([
    [
      'a success that somebody else chose the image of',
      evidence(won, { images: [OTHER], started: { ...started, digest: null } }),
      { outcome: 'successful', reason: null },
    ],
    [
      'one of several images is ours',
      evidence(won, { images: [`a@${OTHER}`, `b@${DIGEST}`] }),
      { outcome: 'successful', reason: null },
    ],
    [
      'a digest that only ends alike',
      evidence(won, { images: [`x${DIGEST}`] }),
      { outcome: 'superseded', reason: `the service runs x${DIGEST}, not ${DIGEST}` },
    ],
    [
      'the service runs others',
      evidence(won, { images: [`a@${OTHER}`, OTHER] }),
      { outcome: 'superseded', reason: `the service runs a@${OTHER}, ${OTHER}, not ${DIGEST}` },
    ],
    [
      'overtaken',
      evidence(won, { images: [DIGEST], ...primary('7') }),
      { outcome: 'superseded', reason: OVERTAKEN },
    ],
    [
      'overtaken, as the list shows',
      evidence(won, { images: [DIGEST], others: [newer], ...primary('1') }),
      { outcome: 'superseded', reason: OVERTAKEN },
    ],
    ['not by an older one', evidence(won, { images: [DIGEST], others: [older], ...primary('1') }), null],
    ['not where nothing is PRIMARY', evidence(won, { images: [DIGEST], ...primary(null) }), null],
    ['not without the service', evidence(won, { images: [DIGEST], service: null }), null],
    ['not without the images', evidence(won), null],
    [
      'a deleted service, whatever goes on',
      evidence(deployment('IN_PROGRESS'), { service: { active: false, primary: null } }),
      { outcome: 'stopped', reason: 'the service was deleted' },
    ],
    [
      'a rollback, whose reason is the rollback’s',
      evidence(deployment('ROLLBACK_SUCCESSFUL', { rollback: 'alarm', reason: 'x' })),
      { outcome: 'rolled-back', reason: 'alarm' },
    ],
    [
      'a rollback, whose reason is the deployment’s',
      evidence(deployment('ROLLBACK_SUCCESSFUL', { reason: 'x' })),
      { outcome: 'rolled-back', reason: 'x' },
    ],
    [
      'a failed rollback',
      evidence(deployment('ROLLBACK_FAILED', { rollback: 'alarm' })),
      { outcome: 'rollback-failed', reason: 'alarm' },
    ],
    [
      'stopped, and by now the images were asked for',
      evidence(halted, { images: [] }),
      { outcome: 'stopped', reason: 'by a user' },
    ],
    [
      'stopped, and there are none to ask for',
      evidence({ ...halted, target: null }),
      { outcome: 'stopped', reason: 'by a user' },
    ],
    [
      'stopped by a rollback',
      evidence({ ...halted, rollback: 'alarm' }, { images: [] }),
      { outcome: 'stopped', reason: 'alarm' },
    ],
    ['stopped, a moment ago', evidence(halted), null],
    ['stopped, without the service', evidence(halted, { images: [], service: null }), null],
    [
      'stopped, back on one of several that it came to replace',
      evidence({ ...halted, sources: ['arn/1', 'arn/2'] }, { images: [], ...primary('2') }),
      { outcome: 'stopped', reason: 'by a user' },
    ],
    [
      'stopped, where nobody told what it came to replace',
      evidence({ ...halted, sources: [] }, { images: [], ...primary('2') }),
      { outcome: 'stopped', reason: 'by a user' },
    ],
    [
      'stopped by a newer one',
      evidence(halted, { others: [newer] }),
      { outcome: 'superseded', reason: REPLACED },
    ],
    [
      'stopped beside one that is as old',
      evidence(halted, { images: [], others: [older] }),
      { outcome: 'stopped', reason: 'by a user' },
    ],
    [
      'stopped where nothing is PRIMARY',
      evidence(halted, { images: [], ...primary(null) }),
      { outcome: 'stopped', reason: 'by a user' },
    ],
  ])('%s', (_, given, expected) => expect(judge(given)).toEqual(expected))
})

describe('at the limit', () => {
  const started1 = { ...started, timeoutMilliseconds: 60_000 }
  test.each<[string, Evidence, string, string | null]>([
    ['never listed', evidence(null), 'timed-out', 'ECS never listed the deployment'],
    [
      'never listed by CodeDeploy',
      evidence(null, { started: { ...started, by: 'CodeDeploy' } }),
      'timed-out',
      'CodeDeploy never listed the deployment',
    ],
    [
      'stopped',
      evidence(deployment('STOPPED', { rollback: 'alarm', reason: 'x' }), { others: [newer] }),
      'stopped',
      'alarm',
    ],
    [
      'overtaken',
      evidence(deployment('IN_PROGRESS'), { others: [older, newer] }),
      'superseded',
      'a newer deployment of this service was begun',
    ],
    [
      'beside one that is as old',
      evidence(deployment('IN_PROGRESS'), { others: [older] }),
      'timed-out',
      'not over after 10 minutes: 0 of 2 tasks running, status IN_PROGRESS',
    ],
    [
      'in a stage, after a minute',
      evidence(deployment('PENDING', { stage: 'SCALE_UP' }), { started: started1 }),
      'timed-out',
      'not over after 1 minute: 0 of 2 tasks running, status PENDING, stage SCALE_UP',
    ],
  ])('%s', (_, given, outcome, reason) => expect(judgeLate(given)).toEqual({ outcome, reason }))
})

test.each<[string | null, string, boolean]>([
  ['arn:x/shop/cart/123', '123', true],
  ['arn:x/shop/cart/9123', '123', false],
  ['arn:x/shop/cart/1234', '123', false],
  ['123', '123', true],
  [null, '123', false],
])('%s is of revision %s: %s', (arn, revision, expected) => expect(isOf(arn, revision)).toBe(expected))
