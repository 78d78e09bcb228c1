import { readFileSync } from 'node:fs'
import { channelOf, type Prereleases } from '../version/channel.js'
import { StaggerError } from '../words.js'

/** What started a workflow's run, as GitHub tells it. */
export interface WorkflowEvent {
  readonly name: string
  /** Nobody checked it yet. */
  readonly payload: unknown
}

/** How this process was called, read once from its environment. */
export interface Invocation {
  readonly ci: boolean
  /** A run that may write what others rely on: the default branch, a tag. On a laptop `--yes` says so. */
  readonly trusted: boolean
  /** A run that nobody has to trust: what it pushes keeps to itself. Another CI tells nobody whose run it is. */
  readonly pullRequest: boolean
  /** The branch that somebody pushed who may; null for a pull request, a tag, and outside of GitHub Actions. */
  readonly branch: string | null
  /** Null outside of GitHub Actions. */
  readonly event: WorkflowEvent | null
  /** The workflow run's address, or null on a laptop. */
  readonly run: string | null
  /** `STAGGER_REGISTRY`, where images go. */
  readonly registry: string | null
}

/** Which versions a run may make. `nothing`: it only says which it would be. */
export type Releasing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'versions' }
  /** For a branch that the configuration names: nobody has to trust it, so what it makes is told apart by its name. */
  | { readonly kind: 'prereleases'; readonly channel: string }

/** A version is for everybody, so a run that nobody has to trust makes none. */
export const releasing = (
  { trusted, branch }: Invocation,
  yes: boolean,
  prereleases: Prereleases,
): Releasing => {
  if (yes || trusted) return { kind: 'versions' }
  const channel = branch === null ? null : channelOf(prereleases, branch)
  return channel === null ? { kind: 'nothing' } : { kind: 'prereleases', channel }
}

type Environment = Readonly<Record<string, string | undefined>>

export const readInvocation = (env: Environment = process.env): Invocation => {
  const onGitHub = env.GITHUB_ACTIONS === 'true'
  const event = onGitHub ? readEvent(env) : null
  const ref = env.GITHUB_REF ?? ''
  const trusted = event !== null && isTrusted(event, ref)
  const ci = env.CI === 'true' || onGitHub
  return {
    ci,
    trusted,
    // What is pushed from a branch is no more reviewed than what a pull request brings.
    pullRequest: ci && !trusted,
    branch: event !== null && BY_WRITERS.includes(event.name) ? branchIn(ref) : null,
    event,
    run: onGitHub ? runAddress(env) : null,
    registry: env.STAGGER_REGISTRY || null,
  }
}

/**
 * Only somebody who may write to the repository can cause these. Anybody can open a pull request, comment on it, or make
 * another workflow run; such a run stands on the default branch, and may have checked out whatever was proposed.
 */
const BY_WRITERS = ['push', 'create', 'release', 'schedule', 'workflow_dispatch', 'repository_dispatch']

const isTrusted = ({ name, payload }: WorkflowEvent, ref: string): boolean => {
  if (!BY_WRITERS.includes(name)) return false
  return ref.startsWith('refs/tags/') || ref === `refs/heads/${defaultBranch(payload)}`
}

const BRANCH = 'refs/heads/'
const branchIn = (ref: string): string | null => (ref.startsWith(BRANCH) ? ref.slice(BRANCH.length) : null)

const defaultBranch = (payload: unknown): string =>
  (payload as { repository?: { default_branch?: string } } | null)?.repository?.default_branch ?? 'main'

const readEvent = ({
  GITHUB_EVENT_NAME: name = '',
  GITHUB_EVENT_PATH: path,
}: Environment): WorkflowEvent => ({
  name,
  payload: path ? readPayload(name, path) : {},
})

/** A runner on a laptop may leave it empty. */
const readPayload = (event: string, path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8') || '{}')
  } catch (error) {
    throw new StaggerError({
      code: 'event-payload',
      fault: 'caller',
      problem: `the payload of the event ${event} cannot be read`,
      why: String(error),
      fix: `GITHUB_EVENT_PATH names the file ${path}: it must be there, and hold JSON`,
    })
  }
}

const runAddress = (env: Environment): string =>
  `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`
