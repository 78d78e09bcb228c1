import { describe, expect, test } from '@jest/globals'
import type { CommandTestInputs, StageTestInputs } from '../../../src/catalog/inputs.js'
import { PLAIN } from '../../../src/catalog/service.js'
import { type Failing, stageFailed } from '../../../src/image/problems.js'
import { notStarted } from '../../../src/image/testing/problems.js'
import { endedUnstarted, unstartedIn } from '../../../src/image/testing/unstarted.js'
import { verdictOf } from '../../../src/image/testing/verdict.js'
import type { ServiceName } from '../../../src/words.js'
import { inputsIn } from '../../catalog/memory-tree.js'
import { outputsOf } from '../failures/outputs.js'

const CART = 'cart' as ServiceName
const { image: stageInputs } = await inputsIn({ Dockerfile: 'FROM scratch' })
const COMMAND: CommandTestInputs = {
  kind: 'command',
  command: ['pytest', '-q'],
  inputs: [],
  env: {},
  reports: null,
  files: [],
}

describe('what engines say of a program that never ran', () => {
  test.each([
    [
      'runc 1.1',
      'failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "pytest": executable file not found in $PATH: unknown',
      'pytest',
      'there is no program pytest in the image',
    ],
    [
      'runc 1.0',
      'OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "./run.sh": permission denied: unknown',
      './run.sh',
      './run.sh may not be run: it is a folder, or no program',
    ],
    [
      'compose 1.29, by its path',
      'ERROR: for tester  Cannot start service tester: failed to create shim task: exec: "/t": stat /t: no such file or directory: unknown.',
      '/t',
      'there is no /t in the image, or what its first line names is not there',
    ],
  ])('%s', (_, said, program, why) => {
    expect(unstartedIn(['Creating network', said])).toEqual({ program, why })
  })

  test('anything else is told as it is said', () => {
    expect(unstartedIn(['No such image: cart'])).toBeNull()
    expect(notStarted(CART, COMMAND, ['No such image: cart'])).toMatchObject({
      code: 'test-not-started',
      why: 'the command pytest -q did not run: No such image: cart',
    })
  })
})

describe('a container that ran, and came to nothing', () => {
  test.each<[string, readonly string[], number, readonly string[], string | null]>([
    ['an interpreter that is not there', ['/t'], 255, ['exec /t: no such file or directory'], '/t'],
    [
      'the same of an older runc',
      ['/t'],
      1,
      ['standard_init_linux.go:228: exec user process caused: exec format error'],
      '/t',
    ],
    ['a shell and its first word', ['sh', '-c', 'pytest -q'], 127, ['sh: 1: pytest: not found'], 'pytest'],
    ['bash', ['/bin/bash', '-c', 'pytest'], 127, ['/bin/bash: line 1: pytest: command not found'], 'pytest'],
    ['a later word', ['sh', '-c', 'make && pytest'], 127, ['sh: 1: pytest: not found'], null],
    ['after it said more', ['sh', '-c', 'pytest'], 127, ['1 passed', 'sh: 1: pytest: not found'], null],
    ['another exit code', ['sh', '-c', 'pytest'], 1, ['sh: 1: pytest: not found'], null],
    ['a program that says so of another', ['node', 't.js'], 127, ['sh: 1: pytest: not found'], null],
    ['nothing at all', ['node', 't.js'], 127, [], null],
  ])('%s', (_, command, code, lines, program) => {
    expect(endedUnstarted(command, code, lines)?.program ?? null).toBe(program)
  })
})

test('a verdict on it names the program and the way out', () => {
  const said = ['exec: "pytest": executable file not found in $PATH: unknown']
  const run = { test: COMMAND, code: 1, lines: said, reports: null, notStarted: said }
  expect(verdictOf(CART, run, [])).toMatchObject({
    passed: false,
    problem: {
      code: 'test-not-started',
      fault: 'caller',
      problem: "cart's tests could not be started",
      why: 'the command pytest -q did not run: there is no program pytest in the image',
      fix: expect.stringMatching(
        /^install pytest in the image, or name a program that it has: services: \{ cart: \{ test: \{ command: \[PROGRAM/,
      ),
    },
  })
})

test('a command in one word is told to be written in several', () => {
  const test = { ...COMMAND, command: ['npm test'] as const }
  expect(notStarted(CART, test, { program: 'npm test', why: '' }).fix).toBe(
    'write each word by itself: services: { cart: { test: { command: [npm, test] } } }',
  )
})

describe('a stage whose program is not there', () => {
  const stage: StageTestInputs = { kind: 'stage', stage: 'test', reports: null, stageInputs }
  const service = { ...PLAIN, name: CART, path: 'cart', dockerfile: 'cart/Dockerfile', context: 'cart' }
  const failing = { service, test: { kinds: [stage] } } as unknown as Failing

  test.each(['docker-20.10', 'buildx-0.36', 'buildctl-0.33'])('as %s tells it', (engine) => {
    const lines = outputsOf(engine).get('run-missing-program') ?? []
    expect(stageFailed(failing, 'test', lines)).toMatchObject({
      code: 'test-not-started',
      why: 'the stage test did not run: there is no program gradle in the image',
      fix: expect.stringContaining('install gradle in the stage test'),
    })
    expect(stageFailed(failing, 'image', lines).code).toBe('build-failed')
    const failed = outputsOf(engine).get('run-fails') ?? []
    expect(stageFailed(failing, 'test', failed).code).toBe('tests-failed')
  })
})
