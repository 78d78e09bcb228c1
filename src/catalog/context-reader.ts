import { type Objects, type Oid, type Problem, StaggerError } from '../words.js'
import { type Context, openContext } from './context.js'
import type { Service } from './service.js'
import { entryAt, textAt } from './tree.js'

/** Opens each context once: several services often share one. */
export type ContextReader = (service: Service) => Promise<Context>

/** Reads contexts of one commit; those that share folder and ignore file share their walk. */
export const contextReader = (objects: Objects, root: Oid): ContextReader => {
  const contexts = new Map<string, Context>()
  return async ({ context, dockerfile, name }) => {
    const folder = await entryAt(objects, root, context)
    if (folder?.mode !== '040000') throw new StaggerError(missing(name, 'context', context))
    const ignoreFile =
      (await textAt(objects, root, `${dockerfile}.dockerignore`)) ??
      (await textAt(objects, root, `${context}/.dockerignore`))
    const key = JSON.stringify([context, ignoreFile])
    const known = contexts.get(key) ?? openContext(objects, context, folder.oid, ignoreFile)
    contexts.set(key, known)
    return known
  }
}

export const missing = (service: string, what: string, path: string): Problem => ({
  code: `missing-${what}`,
  fault: 'caller',
  problem: `${service}: its ${what} ${path} is not in the repository`,
  why: 'the path does not exist at this commit',
  fix: `correct the ${what} of ${service} in the compose file or in stagger.yml`,
})
