import { contextReader } from '../catalog/context-reader.js'
import { type Discovered, discover } from '../catalog/discover.js'
import type { Service } from '../catalog/service.js'
import { serviceInputs } from '../catalog/stage-inputs.js'
import type { Snapshot } from '../changes/affected.js'
import { fingerprintService } from '../changes/fingerprint.js'
import type { Git } from '../platform/git/git.js'
import { type Oid, type Problem, type ServiceName, StaggerError } from '../words.js'

/** The services of one commit, read when they are asked for and only once. */
export interface CommitView {
  readonly commit: Oid
  readonly root: Oid
  discovered(): Promise<Discovered>
  /** Null where this commit has no such service. Throws what its Dockerfile or its context is wrong in. */
  snapshot(name: ServiceName): Promise<Snapshot | null>
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}

export const viewCommit = async (git: Git, commit: Oid): Promise<CommitView> => {
  const root = await git.treeOf(commit)
  const discovered = once(() => discover(git, root))
  const contexts = contextReader(git, root)
  const read = async (service: Service): Promise<Snapshot> => ({
    service,
    ...fingerprintService(service.context, await serviceInputs(service, git, root, contexts)),
  })
  return {
    commit,
    root,
    discovered,
    snapshot: async (name) => {
      const service = (await discovered()).services.find((one) => one.name === name)
      return service ? read(service) : null
    },
  }
}

/** All services of a commit. Throws every problem of every service at once. */
export const allSnapshots = async (view: CommitView): Promise<readonly Snapshot[]> => {
  const { services } = await view.discovered()
  const results = await Promise.allSettled(services.map(({ name }) => view.snapshot(name)))
  const problems = results.flatMap((result) =>
    result.status === 'rejected' ? problemsOf(result.reason) : [],
  )
  if (problems.length > 0) throw new StaggerError(...(unique(problems) as [Problem]))
  return results.flatMap((result) => (result.status === 'fulfilled' && result.value ? [result.value] : []))
}

const problemsOf = (error: unknown): readonly Problem[] => {
  if (error instanceof StaggerError) return error.problems
  throw error
}

/** Services that share a Dockerfile share its problems. */
const unique = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]
