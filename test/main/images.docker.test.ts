import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { imagesCommand } from '../../src/main/images.js'
import { openRegistry } from '../../src/platform/registry.js'
import { testGround } from '../ground/ground.js'
import { putImage, putIndex } from '../platform/registry/image.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'

const quiet = { say: () => {}, warn: () => {}, group: () => {} }
const inputsOf = (letter: string) => `in-${letter.repeat(64)}`

let repository: Repository
beforeEach(() => {
  repository = temporaryRepository()
  repository.commit({ 'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n', 'cart/app.txt': 'cart 1\n' })
})
afterEach(() => repository.remove())

test('a real registry is swept of what nobody needs, and only when somebody says so', async () => {
  const prefix = `${testGround().registry.address}/sweep/${randomBytes(6).toString('hex')}`
  const cart = `${prefix}/cart`
  const registry = openRegistry({ credentialsOf: async () => null })
  const parts = [await putImage(registry, cart, 'amd'), await putImage(registry, cart, 'arm')]
  const index = await putIndex(registry, cart, parts, inputsOf('a'))
  await registry.label(cart, index, '1.0.0')
  await registry.tag(cart, index, 'staging-1')
  const strays = [
    await putImage(registry, cart, 'stray', 'staging-2'),
    await putImage(registry, cart, 'old', inputsOf('b')),
    await putImage(registry, cart, 'older', inputsOf('c')),
  ]
  const proposal = await putImage(registry, `${prefix}/pr/cart`, 'proposal', inputsOf('d'))

  const options = {
    repo: repository.directory,
    services: [],
    registry: prefix,
    keep: 1,
    olderThan: 14,
    withoutEcs: false,
  }
  const planned = await imagesCommand({ ...options, yes: false }, quiet)
  expect(planned.text).toMatch(/^5 images in 2 repositories: 2 to remove, 3 kept\.\n/)
  expect(planned.text).toContain('it is version 1.0.0')
  expect((await registry.names(cart))?.length).toBe(6)

  const done = await imagesCommand({ ...options, yes: true }, quiet)
  expect([done.code, done.text.split('\n')[0]]).toEqual([0, '5 images in 2 repositories: 2 removed, 3 kept.'])
  expect(
    (
      await registry.manifests(
        ['1.0.0', 'staging-1', inputsOf('a')].map((reference) => ({ repository: cart, reference })),
      )
    ).map((one) => one?.digest),
  ).toEqual([index, index, index])
  const left = await registry.manifests(
    [...parts, ...strays].map((reference) => ({ repository: cart, reference })),
  )
  expect(left.map((one) => one !== null)).toEqual([
    true,
    true,
    false,
    expect.any(Boolean),
    expect.any(Boolean),
  ])
  expect(left.filter((one) => one !== null)).toHaveLength(3)
  expect((await registry.manifest(`${prefix}/pr/cart`, proposal))?.digest).toBe(proposal)
  const again = await imagesCommand({ ...options, yes: true }, quiet)
  expect(again.text).toMatch(/^3 images in 2 repositories: 3 kept\.\n/)
})
