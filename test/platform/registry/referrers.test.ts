import { expect, test } from '@jest/globals'
import { openRegistry } from '../../../src/platform/registry.js'
import type { Digest } from '../../../src/words.js'
import { OCI_INDEX } from './image.js'
import { serve } from './played.js'

const digest = (letter: string) => `sha256:${letter.repeat(64)}` as Digest
const IMAGE = digest('a')
const indexOf = (...letters: string[]) =>
  JSON.stringify({
    schemaVersion: 2,
    mediaType: OCI_INDEX,
    manifests: letters.map((letter) => ({ mediaType: OCI_INDEX, digest: digest(letter), size: 1 })),
  })

/** Answers by path; anything else is not found. */
const asked = async (
  answers: Readonly<Record<string, { status?: number; body?: string; link?: string }>>,
) => {
  const played = await serve((request, response) => {
    const { status = 200, body = '', link } = answers[request.url ?? ''] ?? { status: 404 }
    if (link) response.setHeader('link', link)
    response.writeHead(status, { 'content-type': OCI_INDEX }).end(body)
  })
  const registry = openRegistry({ credentialsOf: async () => null })
  return registry.referrers(`${played.host}/shop/cart`, IMAGE).finally(() => played.stop())
}

const API = `/v2/shop/cart/referrers/${IMAGE}`
const LIST = `/v2/shop/cart/manifests/sha256-${'a'.repeat(64)}`

test('what a registry keeps, page by page, and what was listed before it did', async () => {
  const answers = {
    [API]: { body: indexOf('b'), link: `<${API}?next=1>; rel="next"` },
    [`${API}?next=1`]: { body: indexOf('c') },
    [LIST]: { body: indexOf('c', 'd') },
  }
  expect(await asked(answers)).toEqual([digest('b'), digest('c'), digest('d')])
})

test.each([400, 404, 405])('a registry that answers %d has a list, or nothing', async (status) => {
  expect(await asked({ [API]: { status } })).toEqual([])
  expect(await asked({ [API]: { status }, [LIST]: { body: indexOf('d') } })).toEqual([digest('d')])
})

test('a link that leads elsewhere is not followed, and one that leads back ends', async () => {
  const elsewhere = { body: indexOf('b'), link: '<http://127.0.0.1:1/v2/other>; rel="next"' }
  expect(await asked({ [API]: elsewhere })).toEqual([digest('b')])
  expect(await asked({ [API]: { body: indexOf('b'), link: `<${API}>; rel="next"` } })).toEqual([digest('b')])
})

test('a refusal is told: what is there and cannot be seen is not nothing', async () => {
  await expect(asked({ [API]: { status: 403 } })).rejects.toMatchObject({
    problems: [{ code: 'registry-refused' }],
  })
})
