import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Registry } from '../../src/platform/registry.js'
import type { Digest } from '../../src/words.js'
import { storeContract } from './registry.store.contract.js'

export interface RegistryUnderTest {
  readonly registry: Registry
  /** A repository of its own for this run. */
  readonly repository: string
  /** Puts an image there as a push does; `content` tells two apart. */
  push(name: string, content: string): Promise<Digest>
  stop(): Promise<void>
}

/** What every registry does, the one in memory and the real one. */
export const registryContract = (name: string, start: () => Promise<RegistryUnderTest>): void =>
  describe(`${name} as a registry`, () => {
    let under: RegistryUnderTest
    beforeAll(async () => {
      under = await start()
    })
    afterAll(() => under.stop())

    test('has nothing under a name that nobody gave, and nothing in a repository that is not there', async () => {
      const { registry, repository } = under
      expect(await registry.manifest(repository, 'in-none')).toBeNull()
      expect(await registry.manifest(`${repository}/none`, 'in-none')).toBeNull()
      expect(await registry.manifest(repository, `sha256:${'0'.repeat(64)}`)).toBeNull()
    })

    test('finds an image by name and by digest, with the same bytes', async () => {
      const { registry, repository, push } = under
      const digest = await push('found', 'one')
      const byName = await registry.manifest(repository, 'found')
      expect(byName).toMatchObject({ digest, mediaType: expect.stringMatching(/manifest/) })
      expect(await registry.manifest(repository, digest)).toEqual(byName)
    })

    test('gives another name to the same digest, again and again', async () => {
      const { registry, repository, push } = under
      const digest = await push('staging-1', 'two')
      for (const _ of [1, 2]) await registry.tag(repository, digest, 'in-1')
      expect((await registry.manifest(repository, 'in-1'))?.digest).toBe(digest)
      expect((await registry.manifest(repository, 'staging-1'))?.digest).toBe(digest)
    })

    test('moves a name when told to', async () => {
      const { registry, repository, push } = under
      await push('moving', 'three')
      const other = await push('other', 'four')
      await registry.tag(repository, other, 'moving')
      expect((await registry.manifest(repository, 'moving'))?.digest).toBe(other)
    })

    test('names nothing that it does not hold', async () => {
      const { registry, repository } = under
      const absent = `sha256:${'1'.repeat(64)}` as Digest
      await expect(registry.tag(repository, absent, 'in-2')).rejects.toThrow('has no sha256:1111')
    })

    storeContract(() => under)
  })
