import { describe, expect, test } from '@jest/globals'
import { testKinds } from '../../../src/catalog/declaration/test-settings.js'
import { readConfiguration } from '../../../src/main/configuration.js'
import { StaggerError } from '../../../src/words.js'

const read = async (text: string) => {
  const { declaration } = await readConfiguration(`services:\n  a:\n    test: ${text}`, 'stagger.yml')
  const settings = declaration?.services.a
  return settings ? testKinds(settings.test) : 'left out'
}

describe('the tests of a service', () => {
  test('are a stage, a command, a compose file', async () => {
    expect(await read('{ stage: unit, reports: /reports/ }')).toEqual([
      { kind: 'stage', stage: 'unit', reports: '/reports' },
    ])
    expect(await read('{ command: [npm, test], env: { A: 1, B: true }, inputs: ["./test/"] }')).toEqual([
      {
        kind: 'command',
        command: ['npm', 'test'],
        env: { A: '1', B: 'true' },
        inputs: ['test'],
        reports: null,
      },
    ])
    expect(await read('{ compose: ./e2e/compose.yaml, service: tests }')).toEqual([
      { kind: 'compose', file: 'e2e/compose.yaml', service: 'tests', inputs: [], reports: null },
    ])
  })

  test('are several of these, none on purpose, or the default stage with reports', async () => {
    expect(await read('[{ stage: unit }, { command: [x] }]')).toMatchObject([
      { kind: 'stage' },
      { kind: 'command' },
    ])
    expect(await read('false')).toEqual([])
    expect(await read('{ reports: /reports }')).toEqual([
      { kind: 'stage', stage: 'test', reports: '/reports' },
    ])
  })
})

test.each([
  ['a key that was mistyped', '{ comand: [a] }', ['3:13 did you mean command?']],
  ['two kinds in one', '{ stage: test, command: [a] }', ['3:5 one test is of one kind']],
  ['compose without its service', '{ compose: x.yml }', ['3:5 compose needs service']],
  ['a service without compose', '{ stage: a, service: x }', ['3:5 service belongs to compose']],
  ['nothing at all', '{}', ['3:5 test is { stage: NAME }']],
  ['true', 'true', ['3:5 test is { stage: NAME }']],
  ['an empty list', '[]', ['3:5 test is { stage: NAME }']],
  ['a text where a list belongs', '{ command: "npm test" }', ['3:13 command must be a list']],
  ['a path that is none', '{ stage: test, reports: /a/../b }', ['3:26 reports is a folder']],
  ['a variable in a path', '{ stage: test, reports: "/$HOME" }', ['3:26 reports is a folder']],
  [
    'each in a list, all at once',
    '[{ stage: a }, { comand: [x] }, { compose: ../x, service: a }]',
    ['3:28 did you mean command?', '3:45 compose is a path'],
  ],
  [
    'what belongs to another kind',
    '{ env: { A: 1 }, stage: x, inputs: [a] }',
    ['3:5 env belongs to command', '3:5 inputs belong to command or compose'],
  ],
])('%s is refused, with its place', async (_, text, told) => {
  const error = await read(text).catch((refusal) => refusal)
  expect(error).toBeInstanceOf(StaggerError)
  const lines = (error as StaggerError).problems.map(
    ({ at, why, fix }) => `${at?.line}:${at?.column} ${fix.startsWith('did') ? fix : why}`,
  )
  expect(lines).toEqual(told.map((start) => expect.stringContaining(start)))
})
