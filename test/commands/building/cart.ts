import { gunzipSync } from 'node:zlib'
import { openRegistry } from '../../../src/platform/registry.js'
import { BASE_IMAGE } from '../../../src/rehearsal/ground/base-image.js'
import type { Digest } from '../../../src/words.js'
import type { Repository } from '../../platform/repository.js'

/** A service whose tests run, and whose image is small: nothing of the base is pushed. */
export const CART = {
  'cart/Dockerfile': `FROM ${BASE_IMAGE} AS test
COPY app.txt app.test.txt /
RUN ["node", "-e", "require('fs').accessSync('/app.txt')"]
FROM scratch
COPY app.txt /
`,
  'cart/app.txt': 'what cart is made of\n',
  'cart/app.test.txt': 'what its tests are made of\n',
  'stagger.yml': 'build: { cache: none }\n',
}

const registry = openRegistry()

/** The names that the registry holds, those that count. */
export const namesIn = async (repository: string): Promise<readonly string[]> =>
  ((await registry.names(repository)) ?? []).filter((name) => !name.startsWith('staging-'))

/** What an image holds: every part of it is read, and compared with its digest. */
export const contentOf = async (repository: string, reference: string) => {
  const manifest = await registry.manifest(repository, reference)
  if (!manifest) return null
  const { config, layers } = JSON.parse(Buffer.from(manifest.body).toString())
  const parts = await Promise.all(
    [config, ...layers].map(async ({ digest }: { digest: Digest }) => registry.blob(repository, digest)),
  )
  if (parts.includes(null)) throw new Error(`${repository}:${reference} lacks a part of itself`)
  const texts = parts.slice(1).map((layer) => gunzipSync(layer as Uint8Array).toString())
  return { digest: manifest.digest, text: texts.join('\n') }
}

const LEDGER = 'refs/stagger/ledger'

/** How often the ledger was written, and what it says of a service now. */
export const ledgerOf = ({ git }: Repository, service = 'cart') => {
  if (git('for-each-ref', LEDGER) === '') return { writings: 0, entry: null }
  const entry = JSON.parse(git('show', `${LEDGER}:images/${service}.json`))
  return { writings: Number(git('rev-list', '--count', LEDGER)), entry }
}
