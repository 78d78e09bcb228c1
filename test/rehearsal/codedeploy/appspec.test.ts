import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { readAppSpec } from '../../../src/rehearsal/codedeploy/appspec.js'

const read = (content: string) => readAppSpec({ revisionType: 'AppSpecContent', appSpecContent: { content } })
const WANTED = { taskDefinition: 'cart:2', containerName: 'app', containerPort: 8080, hooks: [] }
const target = (change: object = {}, more: object = {}) =>
  JSON.stringify({
    version: 0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: 'cart:2',
            LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
            ...change,
          },
        },
      },
    ],
    ...more,
  })

test('JSON and YAML, with keys in either case', () => {
  expect(read(target())).toEqual(WANTED)
  const yaml = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: "cart:2"
        LoadBalancerInfo:
          ContainerName: "app"
          ContainerPort: 8080
`
  expect(read(yaml)).toEqual(WANTED)
  expect(read(yaml.replace('Resources', 'resources'))).toEqual(WANTED)
})

test('hooks, by their events', () => {
  const Hooks = [{ BeforeInstall: 'a' }, { AfterAllowTestTraffic: 'arn:b' }, { AfterAllowTraffic: 'c' }]
  expect(read(target({}, { Hooks })).hooks).toEqual([
    ['BeforeInstall', 'a'],
    ['AfterAllowTestTraffic', 'arn:b'],
    ['AfterAllowTraffic', 'c'],
  ])
})

describe('what is refused', () => {
  test.each<[string, string, RegExp]>([
    ['no mapping', '[]', /no mapping/],
    ['no YAML', '{', /neither JSON nor YAML/],
    ['two resources', target({}, { Resources: [{}, {}] }), /exactly one entry/],
    [
      'a function',
      target().replace('AWS::ECS::Service', 'AWS::Lambda::Function'),
      /must be AWS::ECS::Service/,
    ],
    ['no definition', target({ TaskDefinition: undefined }), /must name a TaskDefinition/],
    ['no container', target({ LoadBalancerInfo: {} }), /LoadBalancerInfo with ContainerName/],
    [
      'a hook in the middle',
      target({}, { Hooks: [{ Install: 'check' }] }),
      /must each be one of BeforeInstall, /,
    ],
    ['a hook without a function', target({}, { Hooks: [{ AfterInstall: '' }] }), /not 'AfterInstall'/],
    ['a hook that is none', target({}, { Hooks: ['check'] }), /not 'check'/],
    ['hooks that are no list', target({}, { Hooks: { AfterInstall: 'check' } }), /are no list/],
    ['another network', target({ NetworkConfiguration: {} }), /NetworkConfiguration/],
  ])('%s', (_, content, message) => {
    expect(() => read(content)).toThrow(message)
  })

  test('another content than its SHA256 says', () => {
    const content = target()
    const sha256 = createHash('sha256').update(content).digest('hex')
    const given = (sha: string) =>
      readAppSpec({ revisionType: 'AppSpecContent', appSpecContent: { content, sha256: sha } })
    expect(given(sha256)).toEqual(WANTED)
    expect(() => given(sha256.replace(/^./, 'x'))).toThrow(/has the SHA256/)
  })

  test('a revision in S3', () => {
    expect(() => readAppSpec({ revisionType: 'S3' })).toThrow(/not 'S3'/)
  })
})
