import * as v from 'valibot'
import { StaggerError } from '../../words.js'
import type { Registry } from '../registry.js'
import { notUnderstood } from '../registry-problems.js'
import type { AskRegistry } from './authorization.js'
import { nextIn } from './pages.js'
import { type Place, placeOf } from './place.js'
import { refused } from './refusal.js'

const PAGE = 1000

const Answer = v.object({ tags: v.nullish(v.array(v.string()), []) })

/** All names, page by page. */
export const namesOver = (ask: AskRegistry): Registry['names'] => {
  const page = async (repository: string, place: Place, url: string) => {
    const { answer, standing } = await ask(place, 'pull', { url, headers: {} })
    const body = new Uint8Array(await answer.arrayBuffer())
    if (answer.status === 404) return null
    if (!answer.ok) throw new StaggerError(refused('read', repository, answer, body, standing))
    return { names: parse(repository, body), next: nextIn(answer.headers.get('link'), url) }
  }

  return async (repository) => {
    const place = placeOf(repository)
    const names = new Set<string>()
    const seen = new Set<string>()
    for (let url: string | null = `${place.origin}/v2/${place.name}/tags/list?n=${PAGE}`; url; ) {
      seen.add(url)
      const found: Awaited<ReturnType<typeof page>> = await page(repository, place, url)
      if (!found) return null
      for (const name of found.names) names.add(name)
      url = found.next !== null && !seen.has(found.next) ? found.next : null
    }
    return [...names]
  }
}

const parse = (repository: string, body: Uint8Array): readonly string[] => {
  try {
    return v.parse(Answer, JSON.parse(new TextDecoder().decode(body))).tags ?? []
  } catch {
    throw new StaggerError(notUnderstood(repository, 'its list of names'))
  }
}
