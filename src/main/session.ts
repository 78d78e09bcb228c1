import { allInputs } from '../catalog/inputs.js'
import { type Comparison, comparisonOf, LEDGER } from '../changes/event.js'
import type { Plan, PlannedService } from '../changes/planned.js'
import { type Configuration, configurationAt, type ReadConfiguration } from '../commands/configuration.js'
import { type PlanRequest, plan } from '../commands/plan.js'
import { tellingUncommitted } from '../commands/uncommitted.js'
import { systemClock } from '../platform/clock.js'
import type { Git } from '../platform/git/git.js'
import { openGit } from '../platform/git/open.js'
import type { Progress } from '../platform/progress.js'
import { openWorkTree, type WorkTree } from '../platform/worktree.js'
import { type Oid, StaggerError } from '../words.js'
import { type Invocation, readInvocation } from './invocation.js'

/** What every command is handed: the parts of the world that cost nothing to open. */
export interface Session {
  readonly git: Git
  readonly workTree: WorkTree
  readonly progress: Progress
  readonly clock: typeof systemClock
  readonly invocation: Invocation
  readonly readConfiguration: ReadConfiguration
}

/** The configuration's schema is loaded with the first configuration that is read. */
const readConfiguration: ReadConfiguration = async (text, file) =>
  (await import('./configuration.js')).readConfiguration(text, file)

/** Opens a session for `body` and closes it, whatever happens. */
export const inSession = async <T>(
  repository: string,
  progress: Progress,
  body: (session: Session) => Promise<T>,
): Promise<T> => {
  const git = openGit(repository, { say: progress.say })
  try {
    const workTree = openWorkTree(repository)
    const invocation = readInvocation()
    return await body({ git, workTree, progress, clock: systemClock, invocation, readConfiguration })
  } finally {
    await git.close()
  }
}

const EVERYTHING = { head: null, base: null, environment: null }

/**
 * A plan for whoever wants to know what a commit holds, compared with the ledger whatever the event was: what is
 * deployed or gets a version does not hang on what a pull request changes.
 * In CI the ledger is always asked of the remote: another run may just have written it.
 */
export const planIn = (session: Session, request: Partial<PlanRequest> = {}): Promise<Plan> =>
  ofWorkTree(
    session,
    request.head ?? null,
    () => plan(session, { ...EVERYTHING, freshLedger: session.invocation.ci, ...request }),
    ({ services }) => services.flatMap(pathsOf),
  )

/** What decides a service's image and what its tests read: files, and folders. */
const pathsOf = ({ service, image, test }: PlannedService): readonly string[] => [
  service.dockerfile,
  ...[image, ...(test ? [test] : [])].flatMap(({ inputs }) => allInputs(inputs)).map(({ path }) => path),
]

/** Who asks on a laptop for what is checked out may mean what is not committed yet, and is told that it does not count. */
export const ofWorkTree = <T>(
  session: Session,
  revision: string | null,
  read: () => Promise<T>,
  inputs: (found: T) => readonly string[] | null,
): Promise<T> =>
  session.invocation.ci || (revision ?? 'HEAD') !== 'HEAD'
    ? read()
    : tellingUncommitted(session, read, inputs)

type Asked = Partial<Pick<PlanRequest, 'base' | 'head' | 'environment'>>

/** A plan of what this run is about. Plans and builds of one run agree: both ask the event. */
export const planForEvent = async (session: Session, asked: Asked = {}): Promise<Plan> =>
  planIn(session, { ...asked, comparison: comparisonIn(session, asked) })

/**
 * `pull_request_target` runs with the secrets of the repository. Its plan only reads what somebody proposes; a build
 * runs it, so whoever wants that has to check it out by name.
 */
export const planToBuild = async (session: Session): Promise<Plan> => {
  const made = await planForEvent(session)
  if (made.services.length === 0) return made
  const checkedOut = await session.git.commit('HEAD')
  if (made.head !== checkedOut) throw notCheckedOut(made.head, checkedOut)
  return made
}

const notCheckedOut = (planned: Oid, checkedOut: Oid): StaggerError =>
  new StaggerError({
    code: 'not-checked-out',
    fault: 'caller',
    problem: `the pull request's commit ${planned.slice(0, 7)} is planned, and ${checkedOut.slice(0, 7)} is checked out`,
    why: 'on pull_request_target a build would run what somebody proposes with the secrets of this repository',
    fix: 'build on the event pull_request instead',
  })

/** Where somebody says what to compare with, the event is asked for no more than which commit it is about. */
const comparisonIn = (
  { invocation: { event } }: Session,
  { base = null, head = null }: Asked,
): Comparison => {
  if (event === null || (base !== null && (head !== null || event.name !== 'pull_request_target')))
    return LEDGER
  return comparisonOf(event.name, event.payload)
}

export const configurationIn = async (
  { git, readConfiguration: read }: Session,
  { head }: Plan,
): Promise<Configuration> => configurationAt(git, await git.treeOf(head), read)

/** The registry's prefix: asked for, else from the environment, else from the configuration. */
export const registryIn = async (
  session: Session,
  made: Plan,
  asked: string | null,
): Promise<string | null> =>
  asked ?? session.invocation.registry ?? (await configurationIn(session, made)).registry ?? null
