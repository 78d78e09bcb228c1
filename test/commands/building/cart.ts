import { gunzipSync } from 'node:zlib'
import { openRegistry } from '../../../src/platform/registry.js'
import type { Digest } from '../../../src/words.js'
import type { Content, Repository } from '../../platform/repository.js'
import { programEnding } from './program.js'

/** A service whose stage of tests ends so, and whose image is small, of nothing but itself: building it needs no base. */
export const cart = ({
  tests = 0,
  checks = null,
  text = 'what cart is made of',
}: Cart = {}): Readonly<Record<string, Content>> => ({
  'cart/Dockerfile': `FROM scratch AS test
COPY app.txt app.test.txt tests /
RUN ["/tests"]
FROM scratch
COPY app.txt checks /
`,
  'cart/app.txt': `${text}\n`,
  'cart/app.test.txt': 'what its tests are made of\n',
  'cart/tests': { executable: programEnding(tests) },
  'cart/checks': { executable: programEnding(checks ?? 0) },
  'stagger.yml': `build: { cache: none }\n${checks === null ? '' : CHECKED}`,
})

interface Cart {
  /** The exit code of its tests. */
  readonly tests?: number
  /** The same of tests in the built image; null for none. */
  readonly checks?: number | null
  /** What its image holds. */
  readonly text?: string
}

const CHECKED = 'services: { cart: { test: [{ stage: test }, { command: [/checks] }] } }\n'

const registry = openRegistry()

/** The names that the registry holds, those that count. */
export const namesIn = async (repository: string): Promise<readonly string[]> =>
  ((await registry.names(repository)) ?? []).filter((name) => !name.startsWith('staging-')).sort()

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
