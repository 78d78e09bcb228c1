import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '../../src/changes/planned.js'
import { build } from '../../src/commands/build.js'
import { currentLedger } from '../../src/commands/ledger.js'
import type { ImageEntry } from '../../src/ledger/entries.js'
import { readConfiguration } from '../../src/main/configuration.js'
import { readInvocation } from '../../src/main/invocation.js'
import { planForEvent, planToBuild, type Session } from '../../src/main/session.js'
import { systemClock } from '../../src/platform/clock.js'
import { files } from '../../src/platform/files.js'
import { openLfs } from '../../src/platform/git/lfs.js'
import { openGit } from '../../src/platform/git/open.js'
import { openSecrets } from '../../src/platform/secrets.js'
import { openWorkTree } from '../../src/platform/worktree.js'
import type { ServiceName } from '../../src/words.js'
import { inMemoryDocker } from '../platform/docker.js'
import { inMemoryRegistry } from '../platform/registry.js'
import { type Remote, remoteRepository } from '../platform/remote.js'
import { PREFIX, type Told, testTools, told } from './shop.js'

/** What happened, and what `actions/checkout` brings of it: one commit, by default. */
export interface Happening {
  readonly event: string
  readonly payload: Readonly<Record<string, unknown>>
  /** GITHUB_REF */
  readonly ref: string
  readonly commit: string
  /** Of `git fetch`; by default what `actions/checkout` asks for. */
  readonly fetch?: readonly string[]
  /** Without the files in the work tree: in a partial clone they would come with it. */
  readonly sparse?: boolean
}

/** A job of a workflow's run, on a clone of its own. */
export interface Job {
  readonly directory: string
  readonly session: Session
  readonly told: Told
  plan(asked?: { base?: string; head?: string }): Promise<Plan>
  /** Builds what is affected, by a plan of an earlier job or by its own. */
  build(earlier?: Plan): Promise<readonly string[]>
}

export interface GitHub {
  readonly remote: Remote
  start(happening: Happening): Job
  image(service: string): Promise<ImageEntry | undefined>
  close(): Promise<void>
}

const COMMITTED = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }

/** A repository on GitHub, with a registry and runners. Everything about git is real. */
export const playGitHub = (...initOptions: string[]): GitHub => {
  const remote = remoteRepository(...initOptions)
  const registry = inMemoryRegistry()
  const docker = inMemoryDocker(registry)
  const jobs: { session: Session; folder: string }[] = []

  const start = ({ event, payload, ref, commit, fetch = ['--depth=1'], sparse = false }: Happening): Job => {
    const folder = mkdtempSync(join(tmpdir(), 'stagger-job-'))
    const directory = join(folder, 'clone')
    checkOut(remote, directory, remote.git('rev-parse', `${commit}^{commit}`), fetch, sparse)
    const eventPath = join(folder, 'event.json')
    writeFileSync(eventPath, JSON.stringify({ repository: { default_branch: 'main' }, ...payload }))
    const progress = told()
    const session: Session = {
      git: openGit(directory, { say: progress.say }),
      workTree: openWorkTree(directory),
      progress,
      clock: systemClock,
      readConfiguration,
      invocation: readInvocation({
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: event,
        GITHUB_EVENT_PATH: eventPath,
        GITHUB_REF: ref,
      }),
    }
    jobs.push({ session, folder })
    return {
      directory,
      session,
      told: progress,
      plan: ({ base, head } = {}) => planForEvent(session, { base: base ?? null, head: head ?? null }),
      build: async (earlier) => {
        const { trusted, pullRequest } = session.invocation
        const plan = earlier ?? (await planToBuild(session))
        const request = {
          plan,
          services: [],
          prefix: PREFIX,
          push: true,
          dryRun: false,
          run: null,
          settings: {},
          platform: null,
        }
        const here = {
          lfs: openLfs(directory),
          secrets: openSecrets({}),
          tools: testTools({}),
          marks: null,
          environment: {},
        }
        const world = { ...session, docker, registry, files, ...here }
        const { services } = await build(world, { ...request, trusted, pullRequest })
        return services.map(({ name, outcome }) => `${name} ${outcome}`)
      },
    }
  }

  return {
    remote,
    start,
    image: async (service) => {
      const git = openGit(remote.directory)
      const { images } = await currentLedger(git, false)
      await git.close()
      return images.get(service as ServiceName)
    },
    close: async () => {
      for (const { session, folder } of jobs) {
        await session.git.close()
        rmSync(folder, { recursive: true, force: true })
      }
      remote.remove()
    },
  }
}

/** What `actions/checkout` does: one commit, fetched by its name, no branch. */
const checkOut = (
  remote: Remote,
  directory: string,
  commit: string,
  options: readonly string[],
  sparse: boolean,
): void => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', directory, ...args], { env: { ...process.env, ...COMMITTED }, stdio: 'pipe' })
  const format = remote.git('rev-parse', '--show-object-format')
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', `--object-format=${format}`, directory])
  git('remote', 'add', 'origin', remote.address)
  git('fetch', '--quiet', '--no-tags', ...options, 'origin', commit)
  if (sparse) git('update-ref', '--no-deref', 'HEAD', commit)
  else git('checkout', '--quiet', '--detach', commit)
}

type Payload = Readonly<Record<string, unknown>>
const EXAMPLES = createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly {
  readonly name: string
  readonly examples: readonly Payload[]
}[]

/** A payload as GitHub sent it once, with what is ours instead. */
const sent = (event: string, action: string | null, ours: Payload): Payload => {
  const examples = EXAMPLES.find(({ name }) => name === event)?.examples ?? []
  const example = examples.find((one) => action === null || one.action === action)
  if (!example) throw new Error(`there is no example of ${event} ${action ?? ''}`)
  return { ...example, ...ours, repository: { ...(example.repository as Payload), default_branch: 'main' } }
}

const zeros = (commit: string): string => '0'.repeat(commit.length)

export const pushed = (commit: string, given: Payload = {}, ref = 'refs/heads/main'): Happening => ({
  event: 'push',
  ref,
  commit,
  payload: sent('push', null, { ref, before: zeros(commit), after: commit, deleted: false, ...given }),
})

interface PullRequest {
  readonly event?: string
  readonly head: string
  readonly base: string
  /** What is checked out. */
  readonly commit: string
}

export const proposed = ({ event = 'pull_request', head, base, commit }: PullRequest): Happening => {
  const example = sent('pull_request', 'synchronize', {}).pull_request as Record<string, Payload>
  const pull = {
    ...example,
    number: 7,
    head: { ...example.head, sha: head, ref: 'feature' },
    base: { ...example.base, sha: base, ref: 'main' },
  }
  return {
    event,
    commit,
    ref: event === 'pull_request_target' ? 'refs/heads/main' : 'refs/pull/7/merge',
    payload: sent('pull_request', 'synchronize', { number: 7, pull_request: pull }),
  }
}

export const queued = (commit: string, base: string): Happening => {
  const ref = `refs/heads/gh-readonly-queue/main/pr-7-${base}`
  const example = sent('merge_group', 'checks_requested', {}).merge_group as Payload
  const group = { ...example, head_sha: commit, head_ref: ref, base_sha: base, base_ref: 'refs/heads/main' }
  return {
    event: 'merge_group',
    ref,
    commit,
    payload: sent('merge_group', 'checks_requested', { merge_group: group }),
  }
}

export const happened = (event: string, commit: string, ours: Payload = {}): Happening => ({
  event,
  ref: 'refs/heads/main',
  commit,
  payload: EXAMPLES.some(({ name }) => name === event) ? sent(event, null, ours) : ours,
})
