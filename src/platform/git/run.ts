import { StaggerError } from '../../words.js'
import type { Processes, Run } from '../process.js'

interface Options {
  readonly input?: string
  /** For output that holds paths: each of its bytes is one character. */
  readonly encoding?: 'latin1'
  readonly env?: Readonly<Record<string, string>>
}

/** `git` in one repository. */
export interface GitProgram {
  /** A non-zero exit is an answer. */
  run(args: readonly string[], options?: Options): Promise<Run>
  /** What it printed, trimmed; a non-zero exit throws `git-failed`. */
  must(args: readonly string[], options?: Options): Promise<string>
  hasOrigin(): Promise<boolean>
  /** Who signs, as environment variables: nothing where git knows it already. */
  identity(): Promise<Readonly<Record<string, string>>>
}

/** Who signs where git knows nobody: on a runner. */
const NOBODY = {
  GIT_AUTHOR_NAME: 'stagger',
  GIT_AUTHOR_EMAIL: 'stagger@localhost',
  GIT_COMMITTER_NAME: 'stagger',
  GIT_COMMITTER_EMAIL: 'stagger@localhost',
}

/** git in English, and never asking anybody for a password. */
const ENVIRONMENT = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' }

export const gitFailed = (args: readonly string[], { stderr, code }: Run): StaggerError =>
  new StaggerError({
    code: 'git-failed',
    fault: 'world',
    problem: `git ${args[0]} failed`,
    why: stderr.trim() || `it ended with exit code ${code}`,
    fix: `see what it says when run by hand: git ${args.join(' ')}`,
  })

export const gitProgram = (directory: string, run: Processes): GitProgram => {
  const git: GitProgram['run'] = (args, { input, env, ...rest } = {}) =>
    run(['git', '-C', directory, ...args], {
      ...rest,
      ...(input === undefined ? {} : { input: Buffer.from(input) }),
      env: { ...ENVIRONMENT, ...env },
    })
  return {
    run: git,
    must: async (args, options) => {
      const result = await git(args, options)
      if (result.code !== 0) throw gitFailed(args, result)
      return result.stdout.trim()
    },
    hasOrigin: async () => (await git(['remote', 'get-url', 'origin'])).code === 0,
    identity: async () => ((await git(['var', 'GIT_COMMITTER_IDENT'])).code === 0 ? {} : NOBODY),
  }
}
