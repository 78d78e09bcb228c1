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
      fix: expect.stringContaining('stagger build cart --push --manifest release.json'),
    })
    expect(existsSync(join(shop.directory, 'release.json'))).toBe(false)
  })

  test('of a dry run is not written, and that is told', async () => {
    const registry = await manifestRegistry()
    const flags = ['--push', '--registry', registry.prefix, '--manifest', 'release.json']
    const { code, stderr, stdout } = await run('build', 'cart', ...flags).finally(registry.close)
    expect(stderr).toBe('warning: a dry run writes no release.json\n')
    expect([code, stdout]).toEqual([0, expect.stringContaining('This was a dry run')])
    expect(existsSync(join(shop.directory, 'release.json'))).toBe(false)
  })
})
