import { posix } from 'node:path'
import { type Objects, type Oid, type Problem, StaggerError } from '../words.js'
import { type Context, openContext } from './context.js'
import type { Service } from './service.js'
import { entryAt, textAt } from './tree.js'

/** Opens each context once: several services often share one. */
export interface ContextReader {
  /** The main one: its Dockerfile may bring an ignore file of its own. */
  main(service: Service): Promise<Context>
  /** A folder that a named context stands for. */
  folder(service: Service, path: string): Promise<Context>
}

/** Reads contexts of one commit; those that share folder and ignore file share their walk. */
export const contextReader = (objects: Objects, root: Oid): ContextReader => {
  const contexts = new Map<string, Context>()
  const open = async (service: Service, path: string, named: boolean): Promise<Context> => {
    const folder = await entryAt(objects, root, path)
    if (folder?.mode !== '040000') throw new StaggerError(missing(service.name, 'context', path))
    const { text: ignoreFile } = (await ignoreFileOf(objects, root, service, named ? path : null)) ?? {
      text: null,
    }
    const key = JSON.stringify([path, ignoreFile])
    const known = contexts.get(key) ?? openContext(objects, path, folder.oid, ignoreFile)
    contexts.set(key, known)
    return known
  }
  return {
    main: (service) => open(service, service.context, false),
    folder: (service, path) => open(service, path, true),
  }
}

/** The ignore file that a context is read through. */
export interface IgnoreFile {
  readonly path: string
  readonly text: string
}

/** That of the main context, or of the `folder` that a named one stands for; null where there is none. */
export const ignoreFileOf = async (
  objects: Objects,
  root: Oid,
  { context, dockerfile, inline }: Pick<Service, 'context' | 'dockerfile' | 'inline'>,
  folder: string | null,
): Promise<IgnoreFile | null> => {
  const own = folder === null && inline === null ? [`${dockerfile}.dockerignore`] : []
  for (const path of [...own, posix.join(folder ?? context, '.dockerignore')]) {
    const text = await textAt(objects, root, path)
    if (text !== null) return { path, text }
  }
  return null
}

export const missing = (service: string, what: string, path: string): Problem => ({
  code: `missing-${what}`,
  fault: 'caller',
  problem: `${service}: its ${what} ${path} is not in the repository`,
  why: 'the path does not exist at this commit',
  fix: `correct the ${what} of ${service} in the compose file or in stagger.yml`,
})
