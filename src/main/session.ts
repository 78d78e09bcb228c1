import type { Plan } from '../changes/planned.js'
import { type Configuration, configurationAt, type ReadConfiguration } from '../commands/configuration.js'
import { type PlanRequest, plan } from '../commands/plan.js'
import { systemClock } from '../platform/clock.js'
import type { Git } from '../platform/git/git.js'
import { openGit } from '../platform/git/open.js'
import type { Progress } from '../platform/progress.js'
import { type Invocation, readInvocation } from './invocation.js'

/** What every command is handed: the parts of the world that cost nothing to open. */
export interface Session {
  readonly git: Git
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
  const git = openGit(repository)
  try {
    return await body({ git, progress, clock: systemClock, invocation: readInvocation(), readConfiguration })
  } finally {
    await git.close()
  }
}

const EVERYTHING = { head: null, base: null, environment: null }

/** In CI the ledger is always asked of the remote: another run may just have written it. */
export const planIn = (session: Session, request: Partial<PlanRequest> = {}): Promise<Plan> =>
  plan(session, { ...EVERYTHING, freshLedger: session.invocation.ci, ...request })

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
