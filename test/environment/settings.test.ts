import { describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { environmentSchema, settingsFor } from '../../src/environment/settings.js'

const least = { cluster: 'shop', taskDefinition: 'deploy/{service}.json' }
const messages = (input: unknown) =>
  v.safeParse(environmentSchema, input).issues?.map(({ message }) => message) ?? []

describe('the settings of an environment', () => {
  test('need a cluster and a template, and default to a service of the same name', () => {
    expect(v.parse(environmentSchema, least)).toEqual({ ...least, service: '{service}' })
  })

  test('are told for one service', () => {
    const settings = settingsFor(
      v.parse(environmentSchema, { ...least, cluster: '{service}-cluster' }),
      'cart',
    )
    expect(settings).toMatchObject({
      cluster: 'cart-cluster',
      service: 'cart',
      taskDefinition: 'deploy/cart.json',
    })
  })

  test.each([
    [{ ...least, clutser: 'x' }, 'unknown key "clutser"; known: region, endpoint, cluster'],
    [{ taskDefinition: 'x' }, 'cluster is missing'],
    [{ ...least, cluster: '' }, 'cluster must not be empty'],
    [{ ...least, service: 'shop-{name}' }, 'service may hold the placeholder {service} and no other'],
    [
      { ...least, strategy: 'yolo' },
      'strategy must be one of rolling, blue-green, canary, linear, all-at-once',
    ],
    [{ ...least, minimumHealthyPercent: 101 }, 'minimumHealthyPercent must be a whole number from 0 to 100'],
    [{ ...least, maximumPercent: 99 }, 'maximumPercent must be a whole number from 100 to 1000'],
    [
      { ...least, canary: { percent: 0.05, minutes: 1 } },
      'percent must be a multiple of 0.1 from 0.1 to 100',
    ],
    [{ ...least, canary: { percent: 5.55, minutes: 1 } }, 'percent must be a multiple of 0.1'],
    [{ ...least, linear: { percent: 2.9, minutes: 1 } }, 'percent must be a multiple of 0.1 from 3 to 100'],
    [{ ...least, linear: { percent: 10, minutes: 1441 } }, 'minutes must be a whole number from 0 to 1440'],
    [{ ...least, bakeMinutes: -1 }, 'bakeMinutes must be a whole number from 0 to 1440'],
    [
      { ...least, circuitBreaker: { tasks: 2, percent: 50 } },
      'circuitBreaker takes tasks or percent, not both',
    ],
    [
      { ...least, earlySuccess: { percent: 50 } },
      'earlySuccess.percent must be at least minimumHealthyPercent',
    ],
    [{ ...least, alarms: { names: [] } }, 'names must name an alarm'],
    [
      { ...least, pauses: [{ at: ['TEST_TRAFFIC_SHIFT'] }] },
      'at must be of: RECONCILE_SERVICE, PRE_SCALE_UP',
    ],
    [{ ...least, pauses: [{ at: [] }] }, 'at must name a stage'],
    [
      { ...least, pauses: Array.from({ length: 11 }, () => ({ at: ['POST_SCALE_UP'] })) },
      'pauses may be at most 10',
    ],
    [{ ...least, hooks: [{ lambda: 'arn', at: ['POST_SCALE_UP'] }] }, 'a hook must be a map: lambda, role'],
    [
      { ...least, strategy: 'linear', steps: [{ percent: 5, minutes: 1 }] },
      'steps decide the strategy; leave strategy out',
    ],
    [{ ...least, onCancel: 'panic' }, 'onCancel must be leave or rollback'],
    [{ ...least, before: { command: [] } }, 'command must not be empty'],
    [{ ...least, minimumHealthyPercent: 100, maximumPercent: 100 }, 'no task could be replaced'],
    [{ ...least, timeoutMinutes: 0.5 }, 'timeoutMinutes must be a whole number'],
    [{ ...least, endpoint: 'localhost' }, 'endpoint must be a URL'],
    ['shop', 'an environment must be a map of settings'],
  ])('%j is refused', (input, message) => {
    expect(messages(input).join('\n')).toContain(message)
  })
})
