import type { ServiceName } from '../words.js'
import { type Bump, highest } from './bump.js'
import { type Statement, statementsOf } from './conventional.js'
import type { Commit } from './history.js'
import { decidedBy, isDeclaring, type Material } from './material.js'

/** A commit that counts for a service, because it changed a path that decides its image. */
export interface Counted {
  readonly commit: Commit
  readonly statements: readonly Statement[]
  readonly path: string
  /** From the service to the one that brought it: shared code, a shared base. Empty where it is the service's own. */
  readonly through: readonly ServiceName[]
}

/** Whether a commit says something else of a service than the one before it. */
export type Redeclares = (commit: Commit, service: ServiceName) => boolean

/** Those that touch what an image is made of, in their order. `materials` has its own first. */
export const countedFor = (
  commits: readonly Commit[],
  materials: readonly Material[],
  redeclares: Redeclares,
): readonly Counted[] =>
  commits.flatMap((commit) => {
    for (const material of materials) {
      const path =
        commit.paths.find((one) => decidedBy(material, one)) ?? declaringPath(commit, material, redeclares)
      if (path !== undefined)
        return [{ commit, statements: statementsOf(commit.message), path, through: material.through }]
    }
    return []
  })

const declaringPath = (
  commit: Commit,
  { redeclared }: Material,
  redeclares: Redeclares,
): string | undefined =>
  redeclared !== null && redeclares(commit, redeclared) ? commit.paths.find(isDeclaring) : undefined

export const bumpOf = ({ statements }: Counted): Bump =>
  highest(statements.map(({ bump }) => bump)) ?? 'patch'

/** Which number counts up, and the commit that decides it: the newest of the weightiest. */
export interface Weighed {
  readonly bump: Bump
  /** Null where the image differs and no commit says why: a merge's own resolution, a file that is no input any more. */
  readonly deciding: Counted | null
}

export const weigh = (counted: readonly Counted[]): Weighed => {
  const bump = highest(counted.map(bumpOf)) ?? 'patch'
  return { bump, deciding: counted.find((one) => bumpOf(one) === bump) ?? null }
}
