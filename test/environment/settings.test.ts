import { describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { environmentSchema, settingsFor } from '../../src/environment/settings.js'

const least = { cluster: 'shop', taskDefinition: 'deploy/{service}.json' }
const messages = (input: unknown) =>
  v.safeParse(environmentSchema, input).issues?.map(({ message }) => message) ?? []

describe('the settings of an environment', () => {
  test('need a cluster and a template, and default to a service of the same name and half an hour', () => {
    expect(v.parse(environmentSchema, least)).toEqual({ ...least, service: '{service}', timeoutMinutes: 30 })
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
      { ...least, strategy: 'canary' },
      'the strategy canary comes with a later version; this one knows rolling',
    ],
    [{ ...least, strategy: 'yolo' }, 'strategy must be rolling'],
    [{ ...least, minimumHealthyPercent: 101 }, 'minimumHealthyPercent must be 100 or less'],
    [{ ...least, maximumPercent: 99 }, 'maximumPercent must be 100 or more'],
    [{ ...least, minimumHealthyPercent: 100, maximumPercent: 100 }, 'no task could be replaced'],
    [{ ...least, timeoutMinutes: 0.5 }, 'timeoutMinutes must be a whole number'],
    [{ ...least, endpoint: 'localhost' }, 'endpoint must be a URL'],
    ['shop', 'an environment must be a map of settings'],
  ])('%j is refused', (input, message) => {
    expect(messages(input).join('\n')).toContain(message)
  })
})
