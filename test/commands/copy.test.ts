import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { build } from '../../src/commands/build.js'
import { type CopyRequest, copyExitCode, copyImages } from '../../src/commands/copy.js'
import { fallbackName } from '../../src/image/referrers.js'
import type { Registry } from '../../src/platform/registry.js'
import type { Digest } from '../../src/words.js'
import { putImage, putIndex } from '../platform/registry/image.js'
import { openShop, PREFIX, type Shop } from './shop.js'

const TO = 'registry.example.com/elsewhere'
const [CART, USER] = [`${PREFIX}/cart`, `${PREFIX}/user`]

describe('stagger images copy', () => {
  let shop: Shop
  let built: Awaited<ReturnType<typeof build>>['services']
  beforeEach(async () => {
    shop = openShop()
    built = (await build(shop.world, await shop.request())).services
  })
  afterEach(() => shop.close())

  /** The registry in memory copies within one repository's parts; between prefixes it does so as well. */
  const copy = async (given: Partial<CopyRequest> = {}, registry: Registry = shop.registry) => {
    const plan = await shop.planned()
    const asked = { plan, services: ['cart'], to: TO, version: null, prefix: PREFIX }
    const how = { createRepositories: false, dryRun: false }
    return copyImages({ ...shop.world, registry }, { ...asked, ...how, ...given })
  }
  const of = (name: string) => built.find((one) => one.name === name)
  const heldAt = (repository: string) =>
    Object.fromEntries(
      Object.entries(shop.registry.held()).flatMap(([name, digest]) =>
        name.startsWith(`${repository}:`) ? [[name.slice(repository.length + 1), digest]] : [],
      ),
    )
  const tagged = (service: string, version: string, digest: Digest | null | undefined) => {
    const facts = `digest: ${digest}\nfingerprint: ${of(service)?.fingerprint}\ncommit: ${'1'.repeat(40)}`
    const message = `${service} ${version}\n\n${facts}\n`
    shop.repository.git('tag', '--annotate', '--message', message, `${service}/v${version}`)
  }

  test('a dry run tells what it would copy, and asks for no more than to read', async () => {
    const before = shop.registry.held()
    const result = await copy({ dryRun: true, services: ['cart', 'user'] })
    expect(result.services).toMatchObject([
      { name: 'cart', outcome: 'planned', from: CART, to: `${TO}/cart`, digest: of('cart')?.digest },
      {
        name: 'user',
        outcome: 'planned',
        names: of('user')?.tags.concat(expect.stringMatching(/^tested-/) as never),
      },
    ])
    expect(shop.registry.held()).toEqual(before)
    expect(await shop.registry.names(`${TO}/cart`)).toBeNull()
    expect(copyExitCode(result)).toBe(0)
  })

  test('it has the same digest and the same names there, its verdict and its versions as well', async () => {
    const digest = of('user')?.digest as Digest
    tagged('user', '1.4.0', digest)
    tagged('user', '1.3.0', `sha256:${'0'.repeat(64)}` as Digest)
    const [user] = (await copy({ services: ['user'] })).services
    expect(user).toMatchObject({ outcome: 'copied', version: '1.4.0', taken: [], problem: null })
    const names = { ...heldAt(USER), '1.4.0': digest }
    expect(heldAt(`${TO}/user`)).toEqual(
      Object.fromEntries(Object.entries(names).filter(([name]) => !name.startsWith('staging-'))),
    )
    const [again] = (await copy({ services: ['user'] })).services
    expect(again).toMatchObject({ outcome: 'there', manifests: 0, blobs: 0, names: user?.names })
  })

  test('a version by its git tag, whatever is at this commit', async () => {
    const old = shop.registry.push(CART, 'old', Buffer.from('{"schemaVersion":2,"old":true}'))
    tagged('cart', '0.9.0', old)
    const [cart] = (await copy({ version: '0.9.0' })).services
    expect(cart).toMatchObject({ outcome: 'copied', version: '0.9.0', digest: old })
    expect(heldAt(`${TO}/cart`)['0.9.0']).toBe(old)
    const unknown = await copy({ version: '7.0.0' })
    expect(unknown.services[0]?.problem?.code).toBe('unknown-version')
    expect(copyExitCode(unknown)).toBe(2)
  })

  test('a name by which builds find another image there stays that one’s; a version that does is an error', async () => {
    const [name = ''] = of('cart')?.tags ?? []
    const theirs = shop.registry.push(`${TO}/cart`, name, Buffer.from('{"schemaVersion":2,"their":1}'))
    const [cart] = (await copy()).services
    expect(cart).toMatchObject({ outcome: 'copied', names: [], taken: [name], problem: null })
    expect(heldAt(`${TO}/cart`)).toEqual({ [name]: theirs })
    tagged('cart', '1.0.0', of('cart')?.digest)
    shop.registry.push(`${TO}/cart`, '1.0.0', Buffer.from('{"schemaVersion":2,"their":2}'))
    const refused = await copy()
    expect(refused.services[0]).toMatchObject({ outcome: 'failed', problem: { code: 'name-taken' } })
    expect(copyExitCode(refused)).toBe(1)
  })

  test('one that fails stops no other: an image that is gone, a place that is its own', async () => {
    shop.registry.lose(CART, of('cart')?.digest as Digest)
    const result = await copy({ services: ['cart', 'user'] })
    expect(result.services.map(({ outcome, problem }) => [outcome, problem?.code])).toEqual([
      ['failed', 'no-image'],
      ['copied', undefined],
    ])
    const own = await copy({ services: ['user'], to: `${PREFIX}/` })
    expect(own.services[0]?.problem?.code).toBe('copy-to-itself')
  })

  test('unknown services and a prefix that is none are refused before anything is asked', async () => {
    await expect(copy({ services: ['crat', 'usr'] })).rejects.toMatchObject({
      problems: [{ code: 'unknown-service' }, { code: 'unknown-service' }],
    })
    await expect(copy({ to: 'https://registry.example.com/x' })).rejects.toMatchObject({
      problems: [{ code: 'bad-registry' }],
    })
  })

  describe('what is said about an image', () => {
    /** An image for two platforms, attested and signed, also a part and the attestation. */
    const signed = async () => {
      const parts = [await putImage(shop.registry, CART, 'amd'), await putImage(shop.registry, CART, 'arm')]
      const index = await putIndex(shop.registry, CART, parts)
      const attestation = await putImage(shop.registry, CART, 'provenance', null, {
        subject: parts[0] as Digest,
      })
      const signature = await putImage(shop.registry, CART, 'signature', null, { subject: index })
      const over = await putImage(shop.registry, CART, 'of the attestation', null, { subject: attestation })
      const sig = `${fallbackName(index)}.sig`
      await putImage(shop.registry, CART, 'one', sig, { layers: [Buffer.from('one')] })
      tagged('cart', '2.0.0', index)
      return { index, referring: [signature, attestation, over], sig }
    }

    test('goes with it, also where the registry there keeps no list itself', async () => {
      const { index, referring, sig } = await signed()
      const forgetful: Registry = {
        ...shop.registry,
        put: async (...args) => ({ ...(await shop.registry.put(...args)), subject: null }),
        referrers: async (repository, image) => {
          if (repository === CART) return shop.registry.referrers(repository, image)
          const list = await shop.registry.manifest(repository, fallbackName(image))
          const { manifests } = JSON.parse(Buffer.from(list?.body ?? '{"manifests":[]}').toString())
          return manifests.map(({ digest }: { digest: Digest }) => digest)
        },
      }
      const [cart] = (await copy({ version: '2.0.0' }, forgetful)).services
      expect(cart).toMatchObject({ outcome: 'copied', digest: index, beside: 4, problem: null })
      for (const digest of referring)
        expect(await shop.registry.manifest(`${TO}/cart`, digest)).toMatchObject({ digest })
      expect(await forgetful.referrers(`${TO}/cart`, index)).toEqual([referring[0]])
      expect(heldAt(`${TO}/cart`)).toMatchObject({ [sig]: heldAt(CART)[sig], '2.0.0': index })
      const held = shop.registry.held()
      await copy({ version: '2.0.0' }, forgetful)
      expect(shop.registry.held()).toEqual(held)
    })

    test('a list that leads back, and that names what is there no more, is followed once', async () => {
      const { index, referring } = await signed()
      const back: Registry = {
        ...shop.registry,
        referrers: async (repository, image) => {
          const kept = await shop.registry.referrers(repository, image)
          return repository === CART ? [...kept, index, `sha256:${'9'.repeat(64)}` as Digest] : kept
        },
      }
      const [cart] = (await copy({ version: '2.0.0' }, back)).services
      expect(cart).toMatchObject({ outcome: 'copied', beside: referring.length + 1, problem: null })
    })

    test('a signature that was added goes after; one that somebody made there alone stays', async () => {
      const { sig } = await signed()
      await copy({ version: '2.0.0' })
      const layers = [Buffer.from('one'), Buffer.from('two')]
      const more = await putImage(shop.registry, CART, 'more', sig, { layers })
      await copy({ version: '2.0.0' })
      expect(heldAt(`${TO}/cart`)[sig]).toBe(more)
      const own = [Buffer.from('somebody else')]
      const theirs = await putImage(shop.registry, `${TO}/cart`, 'theirs', sig, { layers: own })
      const [cart] = (await copy({ version: '2.0.0' })).services
      expect(cart).toMatchObject({ outcome: 'there', problem: null })
      expect(heldAt(`${TO}/cart`)[sig]).toBe(theirs)
      expect(shop.world.progress.lines).toContainEqual(expect.stringContaining('stays as it is'))
    })
  })
})
