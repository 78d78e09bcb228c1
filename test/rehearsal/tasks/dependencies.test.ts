import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import { checkDefinition } from '../../../src/rehearsal/ecs/definition-rules.js'
import { endsFirst, mayStart } from '../../../src/rehearsal/tasks/dependencies.js'
import type { Box } from '../../../src/rehearsal/tasks/record.js'

type Condition = 'START' | 'COMPLETE' | 'SUCCESS' | 'HEALTHY'

const box = (definition: ContainerDefinition, change: Partial<Box> = {}): Box => ({
  definition,
  containerId: undefined,
  imageDigest: undefined,
  published: [],
  phase: 'pending',
  health: 'UNKNOWN',
  ...change,
})
const waiting = (condition: Condition) =>
  box({ name: 'app', dependsOn: [{ containerName: 'side', condition }] })
const side = (change: Partial<Box>) => box({ name: 'side' }, change)

test.each<[Condition, Partial<Box>, boolean | RegExp]>([
  ['START', {}, false],
  ['START', { phase: 'running' }, true],
  ['START', { phase: 'stopped', exitCode: 1 }, true],
  ['COMPLETE', { phase: 'running' }, false],
  ['COMPLETE', { phase: 'stopped', exitCode: 1 }, true],
  ['SUCCESS', { phase: 'running' }, false],
  ['SUCCESS', { phase: 'stopped', exitCode: 0 }, true],
  ['SUCCESS', { phase: 'stopped', exitCode: 1 }, /\[side\] for target \[app\].*did not exit successfully/],
  ['HEALTHY', { phase: 'running' }, false],
  ['HEALTHY', { phase: 'running', health: 'HEALTHY' }, true],
  ['HEALTHY', { phase: 'running', health: 'UNHEALTHY' }, /did not become healthy/],
  ['HEALTHY', { phase: 'stopped' }, /did not become healthy/],
])('%s, where the other is %j: %s', (condition, state, wanted) => {
  const app = waiting(condition)
  const ask = () => mayStart([app, side(state)], app)
  if (wanted instanceof RegExp) expect(ask).toThrow(wanted)
  else expect(ask()).toBe(wanted)
})

test('who ends first holds no network', () => {
  const boxes = (condition: Condition) => [waiting(condition), side({})] as const
  const told = (['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'] as const).map((condition) =>
    endsFirst(boxes(condition), boxes(condition)[1]),
  )
  expect(told).toEqual([false, true, true, false])
})

describe('what is not registered', () => {
  const check = (...containerDefinitions: ContainerDefinition[]) =>
    checkDefinition({
      family: 'cart',
      networkMode: 'awsvpc',
      containerDefinitions: containerDefinitions.map((one) => ({ image: 'x', memory: 64, ...one })),
    })
  const on = (containerName: string, condition: Condition = 'START') => ({
    dependsOn: [{ containerName, condition }],
  })

  test.each<[string, ContainerDefinition[], RegExp]>([
    ['a container that is not there', [{ name: 'app', ...on('side') }], /'side', which is not in/],
    [
      'an essential one that ends',
      [{ name: 'app', ...on('side', 'COMPLETE') }, { name: 'side' }],
      /an essential container cannot/,
    ],
    [
      'health without a check',
      [{ name: 'app', ...on('side', 'HEALTHY') }, { name: 'side' }],
      /needs a health check/,
    ],
    ['itself', [{ name: 'app', ...on('app') }], /'app' depends on itself/],
    [
      'a circle',
      [
        { name: 'a', ...on('b') },
        { name: 'b', ...on('c') },
        { name: 'c', ...on('a') },
      ],
      /depends on itself/,
    ],
  ])('%s', (_, containers, message) => {
    expect(() => check(...containers)).toThrow(message)
  })

  test('a diamond is', () => {
    const many = { dependsOn: [...on('b').dependsOn, ...on('c').dependsOn] }
    expect(() =>
      check({ name: 'a', ...many }, { name: 'b', ...on('d') }, { name: 'c', ...on('d') }, { name: 'd' }),
    ).not.toThrow()
  })
})

test('a container that is linked to another starts after it', () => {
  const linked = box({ name: 'app', links: ['side:web'] })
  expect(mayStart([linked, box({ name: 'side' })], linked)).toBe(false)
  expect(mayStart([linked, box({ name: 'side' }, { phase: 'running' })], linked)).toBe(true)
})
