import { setTimeout as wait } from 'node:timers/promises'
import * as alarms from '@aws-sdk/client-cloudwatch'
import * as ecs from '@aws-sdk/client-ecs'
import * as balancing from '@aws-sdk/client-elastic-load-balancing-v2'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { BUCKETS, createRates, take } from '../../src/rehearsal/api/rates.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { type Clients, clientsOf, definition } from './stage.js'

const progress = { say: () => {}, warn: () => {}, group: () => {} }

test('every action of a bucket is one of AWS, and in no other bucket', () => {
  const actions = Object.values(BUCKETS).flatMap((bucket) => bucket.actions)
  expect(new Set(actions).size).toBe(actions.length)
  const known = { ...ecs, ...balancing, ...alarms }
  expect(actions.filter((action) => !(`${action}Command` in known))).toEqual([])
})

test('in no span of time are more let through than the burst and what came back since', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(steps, fc.constantFrom(...Object.values(BUCKETS)), (pauses, bucket) => {
      let now = 0
      let level = { tokens: bucket.burst, at: 0 }
      const passed: number[] = []
      for (const pause of pauses) {
        now += pause
        const next = take(level, bucket, now)
        if (next) passed.push(now)
        level = next ?? level
      }
      passed.forEach((from, index) => {
        const within = passed.slice(index).filter((at) => at - from <= 5000).length
        expect(within).toBeLessThanOrEqual(bucket.burst + 5 * bucket.sustained + 1)
      })
    }),
  )
})

test('a bucket is shared, and fills again', async () => {
  let now = 0
  const toll = createRates(() => now)
  const ask = (operation: string) =>
    toll.enter('ecs', operation, {}).then(
      () => 'passed',
      (error: Error) => error.message,
    )
  for (let count = 0; count < 50; count += 1)
    expect(await ask(count % 2 === 0 ? 'UpdateService' : 'CreateService')).toBe('passed')
  expect(await ask('UpdateService')).toBe('Rate exceeded')
  expect(await ask('DescribeServices')).toBe('passed')
  now = 1000
  expect(await Promise.all(Array.from({ length: 6 }, () => ask('UpdateService')))).toEqual([
    ...Array.from({ length: 5 }, () => 'passed'),
    'Rate exceeded',
  ])
})

describe('a cluster with the rates of AWS', () => {
  let rehearsal: Rehearsal
  let clients: Clients

  beforeAll(async () => {
    rehearsal = await serveRehearsal({ progress, tasks: 'hollow', rates: 'aws' })
    clients = clientsOf(rehearsal.endpoint)
  })

  afterAll(async () => {
    clients.destroy()
    await rehearsal.close()
  })

  test('throttles with HTTP 400, which the SDK knows for a throttle', async () => {
    const calls = Array.from({ length: 60 }, () =>
      clients.ecs.listClusters({}).catch((error: Error) => error),
    )
    const errors = (await Promise.all(calls)).filter((answer) => answer instanceof Error)
    expect(errors.length).toBeGreaterThan(0)
    expect(errors[0]).toMatchObject({ name: 'ThrottlingException', $metadata: { httpStatusCode: 400 } })
  })

  test('registers one revision of a family at a time', async () => {
    const register = () => clients.ecs.registerTaskDefinition(definition('one'))
    const first = register()
    await wait(50)
    await expect(register()).rejects.toMatchObject({
      name: 'ClientException',
      message: expect.stringContaining('Too many concurrent attempts to create a new revision'),
    })
    await first
    expect((await register()).taskDefinition?.revision).toBe(2)
  })
})
