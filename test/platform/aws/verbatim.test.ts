import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sdkEcs } from '../../../src/platform/aws/sdk-ecs.js'

process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

/** Of a later AWS: nothing that this SDK knows by name. */
const NEWER = {
  family: 'cart',
  revision: 7,
  registeredAt: 1_790_000_000,
  cpu: '256',
  hologram: { enabled: false, depth: 0 },
  volumes: [{ name: 'data', moonVolumeConfiguration: { crater: 'tycho' } }],
  containerDefinitions: [
    {
      name: 'app',
      image: 'x',
      essential: true,
      telepathy: [],
      portMappings: [{ containerPort: 80, smell: 'none' }],
    },
    { name: 'log', image: 'y', dependsOn: [{ containerName: 'app', condition: 'START', mood: 'calm' }] },
  ],
}
const bodies: string[] = []
const server = createServer(async (request, response) => {
  bodies.push((await buffer(request)).toString())
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
  response.end(JSON.stringify({ taskDefinition: NEWER, tags: [{ key: 'team', value: 'shop', weight: 1 }] }))
})
beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const ecs = () => {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return sdkEcs({ endpoint, region: 'eu-west-1' })
}

test('a task definition is read with the fields that the SDK does not know', async () => {
  const { value } = await (await ecs()).describeTaskDefinition('cart')
  expect(value.taskDefinition).toEqual({ ...NEWER, registeredAt: new Date(1_790_000_000_000) })
  expect(value.tags).toEqual([{ key: 'team', value: 'shop', weight: 1 }])
})

test('and registered with them, to the letter', async () => {
  const { revision: _, registeredAt: _at, ...input } = NEWER
  bodies.length = 0
  await (await ecs()).registerTaskDefinition(input as never)
  expect(bodies.map((body) => JSON.parse(body))).toEqual([input])
})

test('what the SDK knows is sent as it sends it', async () => {
  bodies.length = 0
  const containerDefinitions = [{ name: 'app', image: 'x', cpu: 0, command: [], hostname: undefined }]
  await (await ecs()).registerTaskDefinition({ family: 'cart', containerDefinitions })
  expect(bodies).toEqual([
    '{"family":"cart","containerDefinitions":[{"name":"app","image":"x","cpu":0,"command":[]}]}',
  ])
})
