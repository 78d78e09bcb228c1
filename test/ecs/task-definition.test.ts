import type { RegisterTaskDefinitionCommandInput, TaskDefinition } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import { differences } from '../../src/ecs/task-definition.js'

const wanted: RegisterTaskDefinitionCommandInput = {
  family: 'cart',
  networkMode: 'awsvpc',
  cpu: '256',
  requiresCompatibilities: ['FARGATE', 'EC2'],
  tags: [{ key: 'team', value: 'shop' }],
  containerDefinitions: [
    {
      name: 'app',
      image: 'registry/cart@sha256:1',
      portMappings: [{ containerPort: 8080 }],
      environment: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
      healthCheck: { command: ['CMD', 'true'] },
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'shop' } },
    },
  ],
}

/** The same as DescribeTaskDefinition tells it: with what it fills in, and in its own order. */
const live: TaskDefinition = {
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:1:task-definition/cart:7',
  revision: 7,
  status: 'ACTIVE',
  registeredAt: new Date(0),
  registeredBy: 'arn:aws:iam::1:role/ci',
  compatibilities: ['EC2', 'FARGATE'],
  requiresAttributes: [{ name: 'ecs.capability.task-eni' }],
  family: 'cart',
  networkMode: 'awsvpc',
  cpu: '256',
  requiresCompatibilities: ['EC2', 'FARGATE'],
  volumes: [],
  placementConstraints: [],
  containerDefinitions: [
    {
      name: 'app',
      image: 'registry/cart@sha256:1',
      cpu: 0,
      essential: true,
      portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: 'tcp' }],
      environment: [
        { name: 'B', value: '2' },
        { name: 'A', value: '1' },
      ],
      mountPoints: [],
      volumesFrom: [],
      systemControls: [],
      healthCheck: { command: ['CMD', 'true'], interval: 30, timeout: 5, retries: 3 },
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'shop' }, secretOptions: [] },
    },
  ],
}
const tags = [
  { key: 'team', value: 'shop' },
  { key: 'aws:cloudformation:stack-name', value: 'shop' },
]

const container = (changes: object): TaskDefinition => ({
  ...live,
  containerDefinitions: [{ ...live.containerDefinitions?.[0], ...changes }],
})

describe('the difference of two task definitions', () => {
  test('is none, where AWS has only filled in and put in order', () => {
    expect(differences(live, tags, wanted)).toEqual([])
  })

  test.each<[string, TaskDefinition, object[]]>([
    [
      'the image',
      container({ image: 'registry/cart@sha256:0' }),
      [
        {
          path: 'containerDefinitions[app].image',
          from: 'registry/cart@sha256:0',
          to: 'registry/cart@sha256:1',
        },
      ],
    ],
    ['a field that is gone', { ...live, memory: '512' }, [{ path: 'memory', from: '512', to: null }]],
    ['a new field', { ...live, cpu: undefined }, [{ path: 'cpu', from: null, to: '256' }]],
    [
      'the order of a command',
      container({ healthCheck: { command: ['true', 'CMD'] } }),
      [
        {
          path: 'containerDefinitions[app].healthCheck.command',
          from: '["true","CMD"]',
          to: '["CMD","true"]',
        },
      ],
    ],
    [
      'a port of the host where the host has its own',
      { ...container({ portMappings: [{ containerPort: 8080, hostPort: 8080 }] }), networkMode: 'bridge' },
      [
        { path: 'containerDefinitions[app].portMappings[8080/tcp].hostPort', from: '8080', to: null },
        { path: 'networkMode', from: null, to: 'awsvpc' },
      ],
    ],
    [
      'a container that may stop',
      container({ essential: false }),
      [{ path: 'containerDefinitions[app].essential', from: 'false', to: null }],
    ],
  ])('%s', (_, before, expected) => expect(differences(before, tags, wanted)).toEqual(expected))

  test('does not show what an environment variable held before', () => {
    const environment = [
      { name: 'A', value: 'typed by hand: hunter2' },
      { name: 'B', value: '2' },
    ]
    expect(differences(container({ environment }), tags, wanted)).toEqual([
      { path: 'containerDefinitions[app].environment[A].value', from: '…', to: '1' },
    ])
  })

  test('knows tags', () => {
    expect(differences(live, [], wanted).map(({ path }) => path)).toEqual([
      'tags[team].key',
      'tags[team].value',
    ])
  })
})
