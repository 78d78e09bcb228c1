import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Repository, temporaryRepository } from '../platform/repository.js'
import { type Compiled, compileSources } from './compiled.js'
import { manifestRegistry } from './manifest-registry.js'
import { expectRefusal, stagger } from './stagger.js'

const FILES = {
  'stagger.yml': 'registry: 127.0.0.1:1/shop\n',
  'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
  'cart/app.txt': 'cart\n',
}

let compiled: Compiled
let shop: Repository
beforeAll(() => {
  compiled = compileSources()
})
afterAll(() => compiled.stop())
beforeEach(() => {
  shop = temporaryRepository()
  shop.commit(FILES)
})
afterEach(() => shop.remove())

const run = (...args: readonly string[]) =>
  stagger(args, {
    cwd: shop.directory,
    env: { DOCKER_HOST: 'unix:///nonexistent/docker.sock' },
    program: compiled.program,
  })

describe('a manifest', () => {
  test('of a build that pushes nothing is refused, before any work', async () => {
    expectRefusal(await run('build', 'cart', '--manifest', 'release.json'), 2, {
      problem: 'a build that pushes nothing has no release manifest',
      fix: expect.stringContaining('stagger build cart --push --yes --manifest release.json'),
    })
    expect(existsSync(join(shop.directory, 'release.json'))).toBe(false)
  })

  test('of a dry run is not written, and that is told', async () => {
    const registry = await manifestRegistry()
    const flags = ['--push', '--registry', registry.prefix, '--manifest', 'release.json']
    const { code, stderr, stdout } = await run('build', 'cart', ...flags).finally(registry.close)
    expect(stderr).toBe('warning: a dry run writes no release.json: --yes pushes, and writes it\n')
    expect([code, stdout]).toEqual([0, expect.stringContaining('This was a dry run')])
    expect(existsSync(join(shop.directory, 'release.json'))).toBe(false)
  })

  test('with nothing to build a dry run writes none either, and a build tells that it names no image', async () => {
    shop.commit({ 'stagger.yml': 'registry: 127.0.0.1:1/shop\nservices: { cart: false }\n' })
    const flags = ['build', '--push', '--manifest', 'release.json']
    expect((await run(...flags)).stderr).toContain('warning: a dry run writes no release.json')
    expect(existsSync(join(shop.directory, 'release.json'))).toBe(false)
    const { code, stderr } = await run(...flags, '--yes')
    expect([code, stderr]).toEqual([
      0,
      'warning: release.json names no image, since nothing had to be built; to have all of this commit: stagger manifest --out release.json\n',
    ])
  })
})

describe('what describes services and is not committed', () => {
  const USED = 'that are not committed: what the commit holds is used'
  const warnings = async (...args: readonly string[]) =>
    (await run(...args)).stderr.split('\n').filter((line) => line.startsWith('warning: '))

  test('nothing is told of a clean work tree, nor of other files', async () => {
    shop.commit({ 'README.md': 'one' })
    shop.write({ 'README.md': 'two', 'other/Dockerfile': 'FROM scratch\n' })
    expect(await warnings('plan')).toEqual([])
  })

  test.each([
    ['cart/app.txt', 'FROM scratch\nCOPY app.txt /\n'],
    ['cart/src/deep/main.js', 'FROM scratch\nCOPY src /\n'],
    ['cart/all.txt', 'FROM scratch\nCOPY . /\n'],
    ['cart/test.js', 'FROM scratch AS test\nCOPY test.js /\nFROM scratch\nCOPY app.txt /\n'],
  ])('an edited %s that a service is made of, or that its tests read', async (path, dockerfile) => {
    shop.commit({ 'cart/Dockerfile': dockerfile, [path]: 'one' })
    shop.write({ [path]: 'two' })
    expect(await warnings('plan')).toEqual([`warning: ${path} has changes ${USED}`])
  })

  test.each([
    [['plan']],
    [['plan', '--head', 'HEAD', '--json']],
    [['inputs', 'cart']],
    [['build', 'cart', '--push']],
    [['tag']],
    [['manifest']],
    [['deploy', 'cart', '--environment', 'nowhere']],
  ])('an edited stagger.yml is told once by %j', async (args) => {
    shop.write({ 'stagger.yml': 'registry: 127.0.0.1:2/shop\n' })
    expect(await warnings(...args)).toEqual([`warning: stagger.yml has changes ${USED}`])
  })

  test('an edited Dockerfile of a service, and a staged compose file', async () => {
    shop.commit({
      'compose.yaml': 'services: { cart: { build: cart } }\n',
      'odd/Dockerfile': 'FROM scratch\n',
    })
    shop.write({
      'compose.yaml': 'services: {}\n',
      'cart/Dockerfile': 'FROM scratch\n',
      'odd/Dockerfile': '',
    })
    shop.git('add', 'compose.yaml')
    expect(await warnings('plan')).toEqual([`warning: cart/Dockerfile and compose.yaml have changes ${USED}`])
  })

  test('a correction that is not committed is told before what it corrects', async () => {
    shop.commit({ 'cart/Dockerfile': 'FROM scratch\nCOPPY app.txt /\n' })
    shop.write({ 'cart/Dockerfile': FILES['cart/Dockerfile'] })
    const { code, stderr } = await run('plan')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^warning: cart\/Dockerfile has changes [^\n]*\nerror: unknown instruction COPPY/)
  })

  test('a first stagger.yml is told with what commits it', async () => {
    shop.commit({ 'stagger.yml': null })
    shop.write({ 'stagger.yml': 'services: { cart: false }\n' })
    expect(await warnings('plan')).toEqual([
      'warning: stagger.yml is not committed, and so not used: git add stagger.yml && git commit',
    ])
  })

  test('nothing is told where another commit was asked for, in a workflow, or of a bare repository', async () => {
    shop.write({ 'stagger.yml': 'registry: 127.0.0.1:2/shop\n' })
    expect(await warnings('plan', '--head', 'main')).toEqual([])
    expect(await warnings('plan', '--repo', join(shop.directory, '.git'))).toEqual([])
    const env = { CI: 'true' }
    expect((await stagger(['plan'], { cwd: shop.directory, env, program: compiled.program })).stderr).toBe('')
  })
})
