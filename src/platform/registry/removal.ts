import { isDigest, StaggerError } from '../../words.js'
import type { Registry } from '../registry.js'
import { cannotRemove } from '../registry-problems.js'
import type { AskRegistry } from './authorization.js'
import { placeOf } from './place.js'
import { refused } from './refusal.js'

/** How registries say that they delete nothing, or no name alone. */
const NOT_DONE: readonly number[] = [400, 405, 501]

export const removalOver =
  (ask: AskRegistry): Registry['remove'] =>
  async (repository, reference) => {
    const place = placeOf(repository)
    const url = `${place.origin}/v2/${place.name}/manifests/${reference}`
    const { answer, standing } = await ask(place, 'pull,push,delete', { url, headers: {}, method: 'DELETE' })
    const said = new Uint8Array(await answer.arrayBuffer())
    if (answer.ok || answer.status === 404) return
    throw new StaggerError(
      NOT_DONE.includes(answer.status)
        ? cannotRemove(repository, isDigest(reference) ? 'image' : 'name', answer, said)
        : refused('delete', repository, answer, said, standing),
    )
  }
