import { describe, expect, test } from '@jest/globals'
import { PLAIN, type Service } from '../../src/catalog/service.js'
import type { TestKind } from '../../src/catalog/tests/kinds.js'
import { fingerprintService } from '../../src/changes/fingerprint.js'
import type { Fingerprint, ServiceName } from '../../src/words.js'
import { type Files, inputsIn } from '../catalog/memory-tree.js'

const FILES: Files = {
  Dockerfile: 'FROM scratch AS test\nCOPY test.js /\nFROM scratch AS app\nCOPY app.js /\n',
  'test.js': 'test',
  'app.js': 'app',
  'test/a.js': 'a',
  'test/b.js': 'b',
  'compose.yaml':
    'services: { tests: { image: "${STAGGER_IMAGE}", volumes: [ "./test:/test" ], depends_on: [ api ] }, api: { image: shop/api } }',
}
const API = 'api' as ServiceName
const edges = (digit: string) => new Map([[API, `sha256:${digit.repeat(64)}` as Fingerprint]])

const of = async (
  tests: readonly TestKind[] | null,
  files: Files = {},
  digit = '1',
  more: Partial<Service> = {},
) => {
  const service = { tests, imagesBuiltHere: { 'shop/api': API }, ...more }
  const { image, test: tested } = fingerprintService(
    '.',
    await inputsIn({ ...FILES, ...files }, service),
    edges(digit),
  )
  return { image: image.fingerprint, test: tested?.fingerprint ?? null }
}

const STAGE: TestKind = { kind: 'stage', stage: 'test', reports: null }
const COMMAND: TestKind = {
  kind: 'command',
  command: ['node', 'a.js'],
  env: { A: '1', B: '2' },
  inputs: ['test/**'],
  reports: null,
}
const COMPOSE: TestKind = {
  kind: 'compose',
  file: 'compose.yaml',
  service: 'tests',
  inputs: [],
  reports: null,
}

test('what nobody says anything of counts as it always did', async () => {
  const known = {
    image: 'sha256:97d011731c923cc2e709f428e7d584750b95b2fd13bcf263bfde0abae0f646cb',
    test: 'sha256:6ec19178998fd3128c660ee30a5ad3028c79bfdbd917c56b74115df67509a784',
  }
  expect(PLAIN.tests).toBeNull()
  expect(await of(null)).toEqual(known)
  expect(await of([STAGE])).toEqual(known)
})

test('a service without tests has no fingerprint of them, and its image the same', async () => {
  expect(await of([])).toEqual({ image: (await of(null)).image, test: null })
})

describe.each([
  ['a stage', [STAGE], 'test.js'],
  ['a stage with reports', [{ ...STAGE, reports: '/reports' }], 'test.js'],
  ['a command', [COMMAND], 'test/a.js'],
  ['a compose file', [COMPOSE], 'test/a.js'],
  ['several ways', [STAGE, COMMAND, COMPOSE], 'test/b.js'],
] as [string, TestKind[], string][])('tests by %s', (_, tests, file) => {
  test('run again when what they read is edited; the image stays', async () => {
    const [before, after] = [await of(tests), await of(tests, { [file]: 'edited' })]
    expect(before.test).not.toBeNull()
    expect(after.test).not.toBe(before.test)
    expect(after.image).toBe(before.image)
  })

  test('run again when the image differs', async () => {
    const [before, after] = [await of(tests), await of(tests, { 'app.js': 'edited' })]
    expect(after.image).not.toBe(before.image)
    expect(after.test).not.toBe(before.test)
  })

  test('do not run again for what they do not read', async () => {
    expect(await of(tests, { 'README.md': 'edited' })).toEqual(await of(tests))
  })
})

test.each([
  ['the command', { ...COMMAND, command: ['node', 'b.js'] }],
  ['where its words end', { ...COMMAND, command: ['node a.js'] }],
  ['its environment', { ...COMMAND, env: { A: '2', B: '2' } }],
  ['its inputs', { ...COMMAND, inputs: ['test/a.js'] }],
  ['its reports', { ...COMMAND, reports: '/reports' }],
] as [string, TestKind][])('%s of a test counts', async (_, changed) => {
  expect((await of([changed])).test).not.toBe((await of([COMMAND])).test)
})

test('the order of an environment does not count', async () => {
  const turned = { ...COMMAND, env: { B: '2', A: '1' } }
  expect(await of([turned])).toEqual(await of([COMMAND]))
})

describe('a neighbour', () => {
  test('counts by the fingerprint of its image', async () => {
    expect((await of([COMPOSE], {}, '2')).test).not.toBe((await of([COMPOSE], {}, '1')).test)
    expect((await of([COMPOSE], {}, '2')).image).toBe((await of([COMPOSE], {}, '1')).image)
  })

  test('without a fingerprint leaves the tests without one', async () => {
    const inputs = await inputsIn(FILES, { tests: [COMPOSE], imagesBuiltHere: { 'shop/api': API } })
    const { image, test: tested } = fingerprintService('.', inputs, new Map([[API, null]]))
    expect(image.fingerprint).not.toBeNull()
    expect(tested?.fingerprint).toBeNull()
  })
})
