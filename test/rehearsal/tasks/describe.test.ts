import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { createLogStore } from '../../../src/rehearsal/logs/store.js'
import { follow, openStream } from '../../../src/rehearsal/tasks/awslogs.js'
import { describeContainer } from '../../../src/rehearsal/tasks/container.js'
import { doorOf } from '../../../src/rehearsal/tasks/engine.js'
import { splitReference } from '../../../src/rehearsal/tasks/image.js'
import { fixedPorts } from '../../../src/rehearsal/tasks/ports.js'
import { unplayedParts } from '../../../src/rehearsal/tasks/unplayed.js'

const DIGEST = `sha256:${'a'.repeat(64)}`

test.each([
  ['node', 'node', 'latest'],
  ['node:24-slim', 'node', '24-slim'],
  ['127.0.0.1:5000/shop/cart', '127.0.0.1:5000/shop/cart', 'latest'],
  ['127.0.0.1:5000/shop/cart:1.0', '127.0.0.1:5000/shop/cart', '1.0'],
  [`127.0.0.1:5000/shop/cart@${DIGEST}`, '127.0.0.1:5000/shop/cart', DIGEST],
])('the image reference %s', (image, name, tag) => {
  expect(splitReference(image)).toEqual({ name, tag })
})

test.each([
  ['unix:///var/run/docker.sock', { socketPath: '/var/run/docker.sock' }],
  ['tcp://127.0.0.1:2376', { host: '127.0.0.1', port: 2376 }],
  ['tcp://127.0.0.1', { host: '127.0.0.1', port: 2375 }],
])('the engine at %s', (host, door) => {
  expect(doorOf(host)).toEqual(door)
})

const order = (containers: object[], networkMode: 'awsvpc' | 'bridge' = 'awsvpc') => ({
  id: 'abc',
  arn: 'arn:task/abc',
  address: '127.70.0.1',
  region: 'eu-central-1',
  logs: createLogStore(),
  secret: (valueFrom: string) => `value of ${valueFrom}`,
  definition: { family: 'cart', revision: 3, networkMode, containerDefinitions: containers },
})

describe('the container of a definition', () => {
  const app = {
    name: 'app',
    image: 'shop',
    command: ['serve'],
    environment: [{ name: 'A', value: '' }],
    portMappings: [{ containerPort: 8080, protocol: 'tcp' as const }],
    healthCheck: { command: ['CMD', 'true'], interval: 7 },
  }

  test('the first publishes every port of the task on its own address', () => {
    const side = { name: 'side', portMappings: [{ containerPort: 9000 }] }
    expect(describeContainer(order([app, side]), app, 'me', undefined)).toMatchObject({
      Image: 'shop',
      Cmd: ['serve'],
      Env: ['A='],
      Healthcheck: { Test: ['CMD', 'true'], Interval: 7e9, Timeout: 5e9, Retries: 3 },
      Labels: { 'stagger.rehearsal': 'me', 'com.amazonaws.ecs.task-arn': 'arn:task/abc' },
      ExposedPorts: { '8080/tcp': {}, '9000/tcp': {} },
      HostConfig: {
        PortBindings: {
          '8080/tcp': [{ HostIp: '127.70.0.1', HostPort: '8080' }],
          '9000/tcp': [{ HostIp: '127.70.0.1', HostPort: '9000' }],
        },
      },
    })
  })

  test('the others join its network', () => {
    const described = describeContainer(order([app]), app, 'me', 'first')
    expect(described.HostConfig).toEqual({ NetworkMode: 'container:first' })
    expect(described).not.toHaveProperty('ExposedPorts')
  })

  test('in bridge each has its own ports: one that is fixed, or any that is free', () => {
    const portMappings = [
      { containerPort: 8080 },
      { containerPort: 8081, hostPort: 80 },
      { containerPort: 9 },
    ]
    const udp = { containerPort: 8080, hostPort: 53, protocol: 'udp' as const }
    const side = { name: 'side', portMappings: [{ containerPort: 9000 }] }
    const one = { ...app, portMappings: [...portMappings, udp] }
    const { HostConfig } = describeContainer(order([one, side], 'bridge'), one, 'me', undefined)
    const at = (HostPort: string) => [{ HostIp: '127.70.0.1', HostPort }]
    expect(HostConfig).toEqual({
      PortBindings: { '8080/tcp': at('0'), '8081/tcp': at('80'), '9/tcp': at('0'), '8080/udp': at('53') },
    })
    const linked = describeContainer(
      order([one], 'bridge'),
      { ...side, links: ['app', 'app:web'] },
      'me',
      undefined,
    )
    expect(linked.HostConfig).toMatchObject({ Links: ['ecs-cart-app-abc:app', 'ecs-cart-app-abc:web'] })
    expect(fixedPorts(order([one, side], 'bridge').definition)).toEqual(['80/tcp', '53/udp'])
    expect(fixedPorts(order([one, side]).definition)).toEqual([])
  })

  test('what is not played keeps a task from starting', () => {
    const environmentFiles = [{ type: 's3' as const, value: 'arn:aws:s3:::b/k' }]
    const parts = (change: object) => unplayedParts({ containerDefinitions: [{ name: 'app', ...change }] })
    expect(parts({ environmentFiles })).toMatch(/environmentFiles.*app/)
    expect(parts({ environmentFiles: [] })).toBeUndefined()
  })

  test('its secrets come after its environment', () => {
    const secrets = [{ name: 'A', valueFrom: 'arn:secret' }]
    const { Env } = describeContainer(order([app]), { ...app, secrets }, 'me', undefined)
    expect(Env).toEqual(['A=', 'A=value of arn:secret'])
  })
})

const frame = (text: string): Buffer => {
  const content = Buffer.from(text)
  const header = Buffer.alloc(8)
  header.writeUInt8(1, 0)
  header.writeUInt32BE(content.length, 4)
  return Buffer.concat([header, content])
}

describe('the log of a container', () => {
  const logging = {
    name: 'app',
    logConfiguration: {
      logDriver: 'awslogs' as const,
      options: { 'awslogs-group': '/g', 'awslogs-stream-prefix': 'p' },
    },
  }

  test('is named prefix/container/task', () => {
    const logs = createLogStore()
    logs.createGroup('/g')
    expect(openStream(logs, logging, 'abc')?.name).toBe('p/app/abc')
  })

  test('needs its group', () => {
    expect(() => openStream(createLogStore(), logging, 'abc')).toThrow(/log group does not exist/)
  })

  test.each([1, 3, 8, 11, 1000])('is whole when it comes in chunks of %d bytes', async (size) => {
    const all = Buffer.concat([
      frame('2026-01-01T00:00:00.5Z one\n'),
      frame('2026-01-01T00:00:01Z two: zwölf\n2026-01-01T00:00:02Z '),
      frame('three'),
    ])
    const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
      all.subarray(index * size, (index + 1) * size),
    )
    const stream = { name: 's', createdAt: 0, events: [] }
    await follow(Readable.from(chunks) as IncomingMessage, stream)
    expect(stream.events).toMatchObject([
      { timestamp: Date.parse('2026-01-01T00:00:00.5Z'), message: 'one' },
      { message: 'two: zwölf' },
      { message: 'three' },
    ])
  })
})
