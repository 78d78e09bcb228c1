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
  const open = async ({ name }: Service, path: string, ignoreFiles: readonly string[]): Promise<Context> => {
    const folder = await entryAt(objects, root, path)
    if (folder?.mode !== '040000') throw new StaggerError(missing(name, 'context', path))
    const ignoreFile = await firstText(objects, root, ignoreFiles)
    const key = JSON.stringify([path, ignoreFile])
    const known = contexts.get(key) ?? openContext(objects, path, folder.oid, ignoreFile)
    contexts.set(key, known)
    return known
  }
  return {
    main: (service) => {
      const { context, dockerfile, inline } = service
      const own = inline === null ? [`${dockerfile}.dockerignore`] : []
      return open(service, context, [...own, `${context}/.dockerignore`])
    },
    folder: (service, path) => open(service, path, [`${path}/.dockerignore`]),
  }
}

const firstText = async (objects: Objects, root: Oid, paths: readonly string[]): Promise<string | null> => {
  for (const path of paths) {
    const text = await textAt(objects, root, path)
    if (text !== null) return text
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
