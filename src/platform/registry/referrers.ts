import { type Digest, StaggerError } from '../../words.js'
import type { Registry } from '../registry.js'
import type { AskRegistry } from './authorization.js'
import { contentsOf } from './contents.js'
import { nextIn } from './pages.js'
import { type Place, placeOf } from './place.js'
import { refused } from './refusal.js'

interface Asking {
  readonly ask: AskRegistry
  readonly manifest: Registry['manifest']
}

/** A registry that knows no such question says so with one of these; then what refers is listed under a name. */
const NOT_KEPT: readonly number[] = [400, 404, 405, 406]

export const referrersOver = ({ ask, manifest }: Asking): Registry['referrers'] => {
  const page = async (repository: string, place: Place, url: string) => {
    const { answer, standing } = await ask(place, 'pull', { url, headers: { accept: INDEX } })
    const body = new Uint8Array(await answer.arrayBuffer())
    if (NOT_KEPT.includes(answer.status)) return null
    if (!answer.ok) throw new StaggerError(refused('read', repository, answer, body, standing))
    return { body, next: nextIn(answer.headers.get('link'), url) }
  }
  return async (repository, image) => {
    const place = placeOf(repository)
    const found = new Set<Digest>()
    const seen = new Set<string>()
    for (let url: string | null = `${place.origin}/v2/${place.name}/referrers/${image}`; url; ) {
      seen.add(url)
      const answered: Awaited<ReturnType<typeof page>> = await page(repository, place, url)
      for (const digest of digestsIn(answered?.body)) found.add(digest)
      url = answered?.next && !seen.has(answered.next) ? answered.next : null
    }
    // Also where the registry keeps them: what was pushed before it did is in the list alone.
    const list = await manifest(repository, image.replace(':', '-'))
    for (const digest of digestsIn(list?.body)) found.add(digest)
    return [...found]
  }
}

const INDEX = 'application/vnd.oci.image.index.v1+json'

const digestsIn = (body: Uint8Array | undefined): readonly Digest[] =>
  body ? contentsOf(body).manifests.map(({ digest }) => digest) : []
