import { expect, test } from '@jest/globals'
import type { Course } from '../../../src/rehearsal/controller/course.js'
import { hopeless } from '../../../src/rehearsal/controller/limits.js'
import type { Stage } from '../../../src/rehearsal/controller/stages.js'
import { newest } from '../../../src/rehearsal/controller/turn.js'
import { BLUE, GREEN, inDeployment, moment, PRODUCTION, sight } from './states.js'
import { at } from './world.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const stage = (name: Stage, change: Partial<Course> = {}): Partial<Course> => ({ stage: name, ...change })
const ROLLING = { strategy: 'ROLLING' } as const

const BOTH: Readonly<Record<string, number>> = { [GREEN]: 0, [BLUE]: 1 }

const reasonFor = (course: Partial<Course>, now: number, weights = BOTH) =>
  hopeless(inDeployment({ course }), moment(now, sight({}, { [PRODUCTION]: weights })))

const late = (name: string) =>
  `Service deployment rolled back because the lifecycle stage ${name} took longer than 24 hours.`
const SLOW =
  'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.'
const OLD = 'Service deployment rolled back because it took longer than 30 days.'
const UNWEIGHABLE =
  'Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.'

test.each<[string, Partial<Course>, number, string | undefined]>([
  ['scaling up for a day', stage('SCALE_UP'), DAY, late('SCALE_UP')],
  ['scaling up for less', stage('SCALE_UP'), DAY - 1, undefined],
  ['scaling up since half a day', stage('SCALE_UP', { since: at(DAY / 2) }), DAY, undefined],
  ['reconciling for a day', stage('RECONCILE_SERVICE'), DAY, late('RECONCILE_SERVICE')],
  ['moving test traffic for a day', stage('TEST_TRAFFIC_SHIFT'), DAY, late('TEST_TRAFFIC_SHIFT')],
  ['moving traffic for a day', stage('PRODUCTION_TRAFFIC_SHIFT'), DAY, late('PRODUCTION_TRAFFIC_SHIFT')],
  ['baking a step', stage('PRODUCTION_TRAFFIC_SHIFT', { arrivedAt: at(9) }), DAY, undefined],
  ['baking', stage('BAKE_TIME'), DAY, undefined],
  ['waiting at a hook', stage('POST_SCALE_UP'), DAY, undefined],
  ['ROLLING, for a day', stage('SCALE_UP', ROLLING), DAY, undefined],
  ['an hour where an hour is the limit', stage('SCALE_UP', { scaleUpMinutes: 60 }), HOUR, SLOW],
  [
    'less than an hour where that is the limit',
    stage('SCALE_UP', { scaleUpMinutes: 60 }),
    HOUR - 1,
    undefined,
  ],
  [
    'an hour in all, where that is the limit of one stage',
    stage('SCALE_UP', { scaleUpMinutes: 60, since: at(HOUR / 2) }),
    HOUR,
    undefined,
  ],
  ['an hour after it is whole', stage('POST_SCALE_UP', { scaleUpMinutes: 60 }), HOUR, undefined],
  ['baking for 30 days', stage('BAKE_TIME'), 30 * DAY, OLD],
  ['ROLLING, for 30 days', stage('SCALE_UP', ROLLING), 30 * DAY, OLD],
  ['baking for less', stage('BAKE_TIME'), 30 * DAY - 1, undefined],
])('%s', (_, course, now, reason) => {
  expect(reasonFor(course, now)).toBe(reason)
})

test('a deployment counts from its start', () => {
  const service = inDeployment({ course: stage('BAKE_TIME'), deployment: { startedAt: at(5) } })
  const late = (now: number) => hopeless(service, moment(now))
  expect([late(30 * DAY + 4), late(30 * DAY + 5)]).toEqual([undefined, OLD])
})

test('a deployment that has not started is not late', () => {
  const service = inDeployment({ course: stage('BAKE_TIME') })
  const { startedAt: _, ...pending } = newest(service)
  expect(hopeless({ ...service, deployments: [pending] }, moment(30 * DAY))).toBeUndefined()
})

test.each<[string, Partial<Course>, string | undefined]>([
  ['a strategy that shifts', stage('SCALE_UP'), UNWEIGHABLE],
  ['ROLLING', stage('SCALE_UP', ROLLING), undefined],
])('a rule that does not name both groups stops %s', (_, course, reason) => {
  expect(reasonFor(course, 1, { [GREEN]: 1 })).toBe(reason)
})
