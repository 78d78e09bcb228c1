import { posix } from 'node:path'
import type { Objects, Oid } from '../words.js'
import { sourcesOf } from './dockerfile/sources.js'
import { dockerfileOf } from './read-dockerfile.js'
import { PLAIN } from './service.js'
import { entryAt, textAt } from './tree.js'

/**
 * Nothing says which context a lone Dockerfile is built with. Its own folder, unless what it copies by
 * name is not there: then the nearest folder above that holds all of it.
 */
export const contextOf = async (objects: Objects, root: Oid, dockerfile: string): Promise<string> => {
  const own = posix.dirname(dockerfile)
  const copied = await copiedByName(objects, root, dockerfile)
  for (let folder = own; ; folder = posix.dirname(folder)) {
    const found = await Promise.all(
      copied.map((path) => entryAt(objects, root, posix.join(folder, posix.join('/', path)))),
    )
    if (found.every((entry) => entry !== null)) return folder
    if (folder === '.') return own
  }
}

const copiedByName = async (objects: Objects, root: Oid, dockerfile: string): Promise<string[]> => {
  const text = await textAt(objects, root, dockerfile)
  if (text === null) return []
  const { parsed, stages } = dockerfileOf(dockerfile, text, PLAIN)
  return stages
    .flatMap(({ steps }) => steps.flatMap((step) => sourcesOf(step, parsed.escapeToken)))
    .flatMap((source) => (source.kind === 'context' && !/[*?[]/.test(source.pattern) ? [source.pattern] : []))
}
