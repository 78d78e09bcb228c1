import type { TaskDefinition } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { differences } from '../../src/ecs/task-definition.js'
import { fromLive } from '../../src/environment/live-definition.js'
import { withVariables } from '../../src/environment/variables.js'
import { type Problem, type ServiceName, StaggerError, type Version } from '../../src/words.js'

const image = `registry/shop/cart@sha256:${'b'.repeat(64)}`
const returned = {
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:1:task-definition/cart:7',
  revision: 7,
  status: 'ACTIVE' as const,
  requiresAttributes: [],
  compatibilities: ['EC2' as const],
  registeredAt: new Date(0),
  registeredBy: 'somebody',
}
const live = (containers: readonly (readonly [name: string, image: string])[], more: object = {}) => ({
  ...returned,
  family: 'cart',
  containerDefinitions: containers.map(([name, running]) => ({ name, image: running, cpu: 0 })),
  ...more,
})
const from = (
  taskDefinition: TaskDefinition,
  container?: string,
  tags: { key: string; value: string }[] = [],
) => fromLive({ taskDefinition, tags }, { image, container })
const imagesIn = (taskDefinition: TaskDefinition, container?: string) =>
  from(taskDefinition, container).input.containerDefinitions?.map((one) => one.image)
const problemOf = (act: () => unknown): Problem => {
  try {
    act()
  } catch (error) {
    if (error instanceof StaggerError) return error.problems[0] as Problem
    throw error
  }
  throw new Error('nothing was refused')
}

describe('the container that runs the image', () => {
  test.each<[string, readonly (readonly [string, string])[], string | undefined, readonly string[]]>([
    [
      'is the one that is named',
      [
        ['a', 'x'],
        ['b', 'y'],
      ],
      'b',
      ['x', image],
    ],
    ['is the only one, whatever it runs', [['a', 'elsewhere/other:1']], undefined, [image]],
    [
      'is the one of the same repository',
      [
        ['log', 'fluent/bit:3'],
        ['app', 'registry/shop/cart:1.3.0'],
      ],
      undefined,
      ['fluent/bit:3', image],
    ],
    [
      'is told by its repository, also behind a port',
      [
        ['log', 'x'],
        ['app', 'registry/shop/cart@sha256:1'],
      ],
      undefined,
      ['x', image],
    ],
    [
      'are several where they run one image of it',
      [
        ['app', 'registry/shop/cart:1'],
        ['init', 'registry/shop/cart:1'],
        ['log', 'x'],
      ],
      undefined,
      [image, image, 'x'],
    ],
  ])('%s', (_, containers, container, images) => {
    expect(imagesIn(live(containers), container)).toEqual(images)
  })

  test.each<[string, readonly (readonly [string, string])[], string | undefined, string]>([
    ['is refused where it is not there', [['app', 'x']], 'web', 'no-such-container'],
    [
      'is refused where none is of the repository',
      [
        ['a', 'x:1'],
        ['b', 'registry/shop/carts:1'],
      ],
      undefined,
      'which-container',
    ],
    [
      'is refused where two differ',
      [
        ['a', 'registry/shop/cart:1'],
        ['b', 'registry/shop/cart:2'],
      ],
      undefined,
      'which-container',
    ],
  ])('%s', (_, containers, container, code) => {
    const problem = problemOf(() => from(live(containers), container))
    expect(problem).toMatchObject({ code, fault: 'caller' })
    for (const [name, running] of containers) expect(problem.why).toContain(`${name} (${running})`)
  })
})

describe('what runs, with another image', () => {
  test('keeps tags but AWS’s own, empty values, and fields that are newer than this version, which are told', () => {
    const more = {
      volumes: [{ name: 'data', newVolume: { size: 0 } }],
      pidMode: undefined,
      cpu: '',
      newest: { enabled: false },
    }
    const tags = [
      { key: 'team', value: 'shop' },
      { key: 'aws:ecs:x', value: 'y' },
    ]
    const { input, warnings } = from(live([['app', 'x']], more), undefined, tags)
    expect(input).toEqual({
      family: 'cart',
      containerDefinitions: [{ name: 'app', image, cpu: 0 }],
      volumes: [{ name: 'data', newVolume: { size: 0 } }],
      cpu: '',
      newest: { enabled: false },
      tags: [{ key: 'team', value: 'shop' }],
    })
    expect(warnings.map((line) => /: (\S+) is newer/.exec(line)?.[1])).toEqual([
      'volumes.newVolume',
      'newest',
    ])
  })

  test('differs in nothing but the image, whatever stands in it', () => {
    const container = fc.record(
      {
        name: fc.constant('app'),
        image: fc.constant('x'),
        command: fc.array(fc.string()),
        newField: fc.jsonValue(),
      },
      { requiredKeys: ['name', 'image'] },
    )
    const definition = fc.record(
      {
        family: fc.constant('cart'),
        cpu: fc.string(),
        volumes: fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
        future: fc.jsonValue(),
      },
      { requiredKeys: ['family'] },
    )
    fc.assert(
      fc.property(definition, container, (rest, one) => {
        const running = { ...returned, ...rest, containerDefinitions: [one] } as unknown as TaskDefinition
        const { input } = from(running)
        const changed = differences(running, [], input)
        expect(changed).toEqual([{ path: 'containerDefinitions[app].image', from: 'x', to: image }])
      }),
    )
  })
})

describe('variables', () => {
  const values = { service: 'cart' as ServiceName, image, version: '1.4.0' as Version }
  const lay = (container: object, variables: Record<string, string>) =>
    withVariables(
      {
        input: {
          family: 'cart',
          containerDefinitions: [
            { name: 'app', image, ...container },
            { name: 'log', image: 'x' },
          ],
        },
        warnings: [],
      },
      variables,
      values,
    ).input.containerDefinitions

  test('take the place of those that are there, and no other container gets them', () => {
    const environment = [
      { name: 'A', value: '1' },
      { name: 'VERSION', value: '1.3.0' },
    ]
    expect(lay({ environment }, { VERSION: '{version}', NEW: '{service}' })).toEqual([
      {
        name: 'app',
        image,
        environment: [
          { name: 'A', value: '1' },
          { name: 'VERSION', value: '1.4.0' },
          { name: 'NEW', value: 'cart' },
        ],
      },
      { name: 'log', image: 'x' },
    ])
  })

  test('are no secrets', () => {
    const secrets = [{ name: 'TOKEN', valueFrom: 'arn:aws:ssm:x' }]
    expect(problemOf(() => lay({ secrets }, { TOKEN: 'x' })).code).toBe('variable-is-secret')
  })
})
