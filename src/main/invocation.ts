import { readFileSync } from 'node:fs'

/** How this process was called, read once from its environment. */
export interface Invocation {
  readonly ci: boolean
  /** A run that may write what others rely on: the default branch, a tag. On a laptop `--yes` says so. */
  readonly trusted: boolean
  readonly pullRequest: boolean
  /** The workflow run's address, or null on a laptop. */
  readonly run: string | null
  /** `STAGGER_REGISTRY`, where images go. */
  readonly registry: string | null
}

/** Whether a version may be made: it is for everybody, so a run that nobody has to trust makes none. */
export const mayRelease = ({ ci, pullRequest }: Invocation, yes: boolean): boolean =>
  yes || (ci && !pullRequest)

type Environment = Readonly<Record<string, string | undefined>>

export const readInvocation = (env: Environment = process.env): Invocation => {
  const ci = env.CI === 'true' || env.GITHUB_ACTIONS === 'true'
  const onGitHub = env.GITHUB_ACTIONS === 'true'
  const trusted = onGitHub && isTrusted(env)
  return {
    ci,
    trusted,
    // What is pushed from a branch is no more reviewed than what a pull request brings.
    pullRequest: onGitHub && !trusted,
    run: onGitHub ? runAddress(env) : null,
    registry: env.STAGGER_REGISTRY || null,
  }
}

const isTrusted = (env: Environment): boolean => {
  if (/^pull_request/.test(env.GITHUB_EVENT_NAME ?? '')) return false
  const ref = env.GITHUB_REF ?? ''
  return ref.startsWith('refs/tags/') || ref === `refs/heads/${defaultBranch(env)}`
}

const defaultBranch = ({ GITHUB_EVENT_PATH: path }: Environment): string => {
  const event = path ? JSON.parse(readFileSync(path, 'utf8') || '{}') : {}
  return event.repository?.default_branch ?? 'main'
}

const runAddress = (env: Environment): string =>
  `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`
