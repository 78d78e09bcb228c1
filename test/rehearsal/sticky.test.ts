import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { createHollowDriver } from './hollow.js'
import { createShop, type Shop } from './shop.js'
import { type Clients, clientsOf } from './stage.js'

const progress = { say: () => {}, warn: () => {}, group: () => {} }
let rehearsal: Rehearsal
let clients: Clients
let shop: Shop

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, driver: createHollowDriver() })
  clients = clientsOf(rehearsal.endpoint)
  shop = await createShop(clients)
}, 60_000)

afterAll(async () => {
  clients.destroy()
  await rehearsal.close()
})

test('a listener can be made sticky, says so, and knows its users by a cookie', async () => {
  const { LoadBalancers } = await clients.elb.describeLoadBalancers({})
  const LoadBalancerArn = LoadBalancers?.[0]?.LoadBalancerArn
  const { Listeners = [] } = await clients.elb.describeListeners({ LoadBalancerArn })
  const TargetGroups = [
    { TargetGroupArn: shop.blue, Weight: 100 },
    { TargetGroupArn: shop.green, Weight: 0 },
  ]
  const TargetGroupStickinessConfig = { Enabled: true, DurationSeconds: 3600 }
  const changed = await clients.elb.modifyListener({
    ListenerArn: Listeners.find(({ Port }) => Port === 8080)?.ListenerArn,
    DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups, TargetGroupStickinessConfig } }],
  })
  const [action] = changed.Listeners?.[0]?.DefaultActions ?? []
  expect(action?.ForwardConfig?.TargetGroupStickinessConfig?.Enabled).toBe(true)
  const first = await fetch(`http://${shop.address}:8080/`, { method: 'POST' })
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(cookie).not.toBe('')
  const again = await fetch(`http://${shop.address}:8080/`, { method: 'POST', headers: { cookie } })
  expect([again.status, again.headers.get('set-cookie')]).toEqual([200, null])
})
