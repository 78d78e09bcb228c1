import { describe, expect, test } from '@jest/globals'
import type { Digest, StaggerError } from '../../src/words.js'
import { OCI_INDEX, OCI_MANIFEST, putImage, putIndex } from './registry/image.js'
import type { RegistryUnderTest } from './registry.contract.js'
import { digestOf } from './registry.js'

const caught = async (asked: Promise<unknown>) => {
  const error = (await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  )) as StaggerError | null
  return error?.problems?.[0] ?? error
}

/** A registry as a store: put, read, listed, named, copied, removed. */
export const storeContract = (start: () => RegistryUnderTest): void => {
  describe('manifests and blobs', () => {
    test('an index over images is put by its digest, and by a name', async () => {
      const { registry, repository } = start()
      const images = [
        await putImage(registry, repository, 'amd'),
        await putImage(registry, repository, 'arm'),
      ]
      const index = await putIndex(registry, repository, images)
      expect(await registry.manifest(repository, index)).toMatchObject({
        digest: index,
        mediaType: OCI_INDEX,
      })
      expect(await putIndex(registry, repository, images, 'merged')).toBe(index)
      expect((await registry.manifest(repository, 'merged'))?.digest).toBe(index)
    })

    test('a small blob comes back as it went up; one that nobody put is none', async () => {
      const { registry, repository } = start()
      const bytes = Buffer.from('{"architecture":"arm64"}')
      const digest = await registry.upload(repository, bytes)
      expect(digest).toBe(digestOf(bytes))
      expect(Buffer.from((await registry.blob(repository, digest)) ?? [])).toEqual(bytes)
      expect(await registry.upload(repository, bytes)).toBe(digest)
      expect(await registry.blob(repository, `sha256:${'3'.repeat(64)}` as Digest)).toBeNull()
    })

    test('what refers to an image is found from it, whether the registry keeps that or a list does', async () => {
      const { registry, repository } = start()
      const image = await putImage(registry, repository, 'referred to')
      expect(await registry.referrers(repository, image)).toEqual([])
      const referrer = await putImage(registry, repository, 'referring', null, { subject: image })
      await putIndex(registry, repository, [referrer], image.replace(':', '-'))
      expect(await registry.referrers(repository, image)).toEqual([referrer])
      expect(await registry.referrers(`${repository}/none`, image)).toEqual([])
    })

    test('many are looked up at once, in order', async () => {
      const { registry, repository } = start()
      const one = await putImage(registry, repository, 'many 1', 'many-1')
      const two = await putImage(registry, repository, 'many 2', 'many-2')
      const wanted = ['many-2', 'none', one, 'many-1'].map((reference) => ({ repository, reference }))
      const other = { repository: `${repository}/none`, reference: 'many-1' }
      const found = await registry.manifests([...wanted, other])
      expect(found.map((manifest) => manifest?.digest ?? null)).toEqual([two, null, one, one, null])
    })
  })

  describe('names', () => {
    test('are listed, and there are none without a repository', async () => {
      const { registry, repository } = start()
      const own = `${repository}/listed`
      const digest = await putImage(registry, own, 'listed', 'in-1')
      await registry.tag(own, digest, '1.0.0')
      const other = await putImage(registry, own, 'other', 'staging-1', { subject: digest })
      expect((await registry.names(own))?.toSorted()).toEqual(['1.0.0', 'in-1', 'staging-1'])
      expect(await registry.names(`${repository}/none`)).toBeNull()
      const listing = await registry.list(own)
      expect(listing?.images.toSorted((a, b) => b.names.length - a.names.length)).toMatchObject([
        { digest, names: ['1.0.0', 'in-1'], holds: [], subject: null },
        { digest: other, names: ['staging-1'], subject: digest },
      ])
      expect(await registry.list(`${repository}/none`)).toBeNull()
    })

    test('an index is listed with what it holds', async () => {
      const { registry, repository } = start()
      const own = `${repository}/index`
      const image = await putImage(registry, own, 'held')
      const index = await putIndex(registry, own, [image], 'in-2')
      const listing = await registry.list(own)
      expect(listing?.images.find(({ digest }) => digest === index)).toMatchObject({
        names: ['in-2'],
        holds: [image],
      })
    })

    test('of two that claim one, the first has it and the second adopts', async () => {
      const { registry, repository } = start()
      const [mine, others] = [
        await putImage(registry, repository, 'claim 1'),
        await putImage(registry, repository, 'claim 2'),
      ]
      expect(await registry.claim(repository, mine, 'in-3')).toEqual({ digest: mine, adopted: false })
      expect(await registry.claim(repository, mine, 'in-3')).toEqual({ digest: mine, adopted: false })
      expect(await registry.claim(repository, others, 'in-3')).toEqual({ digest: mine, adopted: true })
      expect((await registry.manifest(repository, 'in-3'))?.digest).toBe(mine)
    })

    test('a label is given once: the same image is success, another one an error with both', async () => {
      const { registry, repository } = start()
      const [mine, others] = [
        await putImage(registry, repository, 'label 1'),
        await putImage(registry, repository, 'label 2'),
      ]
      for (const _ of [1, 2]) await registry.label(repository, mine, '3.0.0')
      expect(await caught(registry.label(repository, others, '3.0.0'))).toMatchObject({
        code: 'name-taken',
        fault: 'thing',
        problem: `${repository}:3.0.0 is the name of another image`,
        why: `it stands for ${mine}, and ${others} was to get it`,
      })
      expect((await registry.manifest(repository, '3.0.0'))?.digest).toBe(mine)
    })

    test('nothing is claimed or labelled for what is not there', async () => {
      const { registry, repository } = start()
      const absent = `sha256:${'4'.repeat(64)}` as Digest
      for (const give of [registry.claim, registry.label])
        expect(await caught(give(repository, absent, 'x-4'))).toMatchObject({ code: 'image-not-there' })
    })
  })

  describe('copies and removals', () => {
    test('an index with all that it is made of, and nothing twice', async () => {
      const { registry, repository } = start()
      const shared = Buffer.from('a layer that both have')
      const images = await Promise.all(
        ['amd', 'arm'].map((content) =>
          putImage(registry, repository, `copied ${content}`, null, {
            layers: [shared, Buffer.from(content)],
          }),
        ),
      )
      const digest = await putIndex(registry, repository, images)
      const to = `${repository}/copy`
      expect(await registry.copy({ repository, digest }, to)).toMatchObject({ manifests: 3, blobs: 5 })
      expect(await registry.manifest(to, digest)).toEqual(await registry.manifest(repository, digest))
      expect((await registry.manifest(to, images[1] as Digest))?.mediaType).toBe(OCI_MANIFEST)
      expect(Buffer.from((await registry.blob(to, digestOf(shared))) ?? [])).toEqual(shared)
      expect(await registry.copy({ repository, digest }, to)).toEqual({ manifests: 0, blobs: 0, mounted: 0 })
    })

    test('what is not there cannot be copied', async () => {
      const { registry, repository } = start()
      const digest = `sha256:${'5'.repeat(64)}` as Digest
      expect(await caught(registry.copy({ repository, digest }, `${repository}/copy`))).toMatchObject({
        code: 'image-not-there',
      })
    })

    test('an image is removed with its names, again and again; another one stays', async () => {
      const { registry, repository } = start()
      const own = `${repository}/removed`
      const digest = await putImage(registry, own, 'removed', 'in-5')
      const other = await putImage(registry, own, 'stays', 'in-6')
      for (const _ of [1, 2]) await registry.remove(own, digest)
      expect(await registry.manifest(own, 'in-5')).toBeNull()
      expect((await registry.manifest(own, 'in-6'))?.digest).toBe(other)
    })

    test('a name is taken away alone, or nothing happens and the registry says so', async () => {
      const { registry, repository } = start()
      const own = `${repository}/apart`
      const digest = await putImage(registry, own, 'apart', 'staging-7')
      await registry.tag(own, digest, 'in-7')
      const problem = await caught(registry.remove(own, 'staging-7'))
      expect((await registry.manifest(own, 'in-7'))?.digest).toBe(digest)
      const left = (await registry.manifest(own, 'staging-7'))?.digest ?? null
      if (problem === null) expect(left).toBeNull()
      else expect([left, problem]).toMatchObject([digest, { code: 'registry-deletes-nothing' }])
    })
  })
}
