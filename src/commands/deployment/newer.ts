import type { Ledger } from '../../ledger/read.js'
import type { Git } from '../../platform/git/git.js'
import { type EnvironmentName, type Oid, type Problem, StaggerError } from '../../words.js'
import type { Target } from './target.js'

/**
 * A run that began before another and ends after it would put the older image back without anybody having asked. Going
 * back is asked for by name: `rollback`, or a version.
 */
export const refuseOlder = async (
  git: Git,
  environment: EnvironmentName,
  {
    head,
    targets,
    ledger,
  }: { readonly head: Oid; readonly targets: readonly Target[]; readonly ledger: Ledger },
): Promise<void> => {
  const deployed = await ledger.deployments(environment)
  const problems: Problem[] = []
  const services = new Map(targets.map(({ service, digest }) => [service, digest]))
  for (const [service, digest] of services) {
    const entry = deployed.get(service)
    if (entry && entry.digest !== digest && (await isBefore(git, head, entry.commit)))
      problems.push(older(service, environment, head, entry.commit))
  }
  const [first, ...rest] = problems
  if (first) throw new StaggerError(first, ...rest)
}

/** Where the histories cannot be compared, nobody knows better than who deploys. */
const isBefore = async (git: Git, head: Oid, other: Oid): Promise<boolean> => {
  if (head === other) return false
  const bases = await git.mergeBases(head, other).catch((error: unknown) => {
    if (error instanceof StaggerError) return [] as readonly Oid[]
    throw error
  })
  return bases.includes(head)
}

const older = (service: string, environment: string, head: Oid, there: Oid): Problem => ({
  code: 'older-than-deployed',
  fault: 'caller',
  problem: `${environment} runs ${service} of a newer commit than ${head.slice(0, 7)}`,
  why: `It was deployed from ${there.slice(0, 7)}, which comes after ${head.slice(0, 7)}: this run may have been overtaken.`,
  fix: `To go back on purpose: stagger rollback ${service} --environment ${environment}, or deploy --version VERSION.`,
})
