import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { statistic } from '../../../src/rehearsal/metrics/bucket.js'
import { noteRequest } from '../../../src/rehearsal/metrics/requests.js'
import { createMetricStore, MINUTE } from '../../../src/rehearsal/metrics/store.js'

const metric = { namespace: 'shop', name: 'latency', dimensions: { b: '2', a: '1' } }

test('a minute’s samples come to their statistics; the order of dimensions is no matter', () => {
  const store = createMetricStore()
  for (const value of [1, 2, 3, 4]) store.note(metric, value, MINUTE + value)
  const bucket = store.read({ ...metric, dimensions: { a: '1', b: '2' } }, MINUTE, 2 * MINUTE)
  const told = ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum'].map(
    (name) => bucket && statistic(bucket, name),
  )
  expect(told).toEqual([4, 10, 2.5, 1, 4])
  expect(store.read(metric, 0, MINUTE)).toBeUndefined()
})

test('a percentile is right to one percent', () => {
  const values = fc.array(fc.double({ min: 0.001, max: 10, noNaN: true }), { minLength: 1, maxLength: 50 })
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 100 }), (all, percent) => {
      const store = createMetricStore()
      for (const value of all) store.note(metric, value, 0)
      const bucket = store.read(metric, 0, MINUTE)
      const exact =
        all.toSorted((a, b) => a - b)[Math.max(1, Math.ceil((percent / 100) * all.length)) - 1] ?? 0
      const told = bucket ? statistic(bucket, `p${percent}`) : Number.NaN
      expect(Math.abs(told - exact) / exact).toBeLessThan(0.01)
    }),
  )
})

test('a request is written down as a load balancer does; a count of nothing is not', () => {
  const store = createMetricStore()
  const loadBalancer = 'arn:aws:elasticloadbalancing:eu-central-1:000000000000:loadbalancer/app/demo/1'
  const targetGroup = 'arn:aws:elasticloadbalancing:eu-central-1:000000000000:targetgroup/cart/2'
  const dimensions = { LoadBalancer: 'app/demo/1', TargetGroup: 'targetgroup/cart/2' }
  const sum = (name: string) =>
    store.read({ namespace: 'AWS/ApplicationELB', name, dimensions }, 0, MINUTE)?.sum
  noteRequest(store, { loadBalancer, targetGroup, status: 200, ownStatus: 200, seconds: 0.2 }, 0)
  expect(sum('HTTPCode_Target_5XX_Count')).toBeUndefined()
  noteRequest(store, { loadBalancer, targetGroup, status: 503, ownStatus: 503, seconds: 0.1 }, 0)
  noteRequest(store, { loadBalancer, targetGroup, status: undefined, ownStatus: 504, seconds: 0 }, 0)
  const names = [
    'RequestCount',
    'HTTPCode_Target_2XX_Count',
    'HTTPCode_Target_5XX_Count',
    'HTTPCode_ELB_5XX_Count',
  ]
  expect(names.map(sum)).toEqual([3, 1, 1, 1])
  expect(sum('TargetResponseTime')).toBeCloseTo(0.3)
})
