import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bareEnvironment } from './environment.js'
import type { Origin } from './origin.js'
import { type Inputs, runPost, runStep, type Step } from './step.js'

/** What happened on GitHub to start a job. */
export interface Trigger {
  readonly event: 'push' | 'pull_request'
  readonly branch: string
}

/** A job with a fresh clone and folders of its own, as each job of a workflow has. */
export interface Job {
  step(action: string, inputs?: Inputs, cancelled?: Promise<unknown>): Promise<Step>
  /** The post step of an action that ran, whatever became of it. */
  post(action: string, inputs: Inputs, step: Step): Promise<Step>
  /** What its steps left in the folders for temporary files. */
  left(): readonly string[]
  remove(): void
}

export const startJob = (origin: Origin, trigger: Trigger, env: Readonly<Record<string, string>>): Job => {
  const folder = mkdtempSync(join(tmpdir(), 'stagger-job-'))
  const directory = join(folder, 'clone')
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  origin.git('clone', '--quiet', '--branch', trigger.branch, origin.address, directory)
  const payload = payloadOf(origin, trigger)
  const job = {
    ...bareEnvironment(),
    ...variables(folder, trigger, payload),
    GITHUB_WORKSPACE: directory,
    ...env,
  }
  const place = { folder, directory, env: { ...job, TMPDIR: temporary, RUNNER_TEMP: join(folder, 'runner') } }
  return {
    step: (action, inputs = {}, cancelled) => runStep(action, inputs, place, cancelled),
    post: (action, inputs, step) => runPost(action, inputs, place, step),
    left: () => readdirSync(temporary),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const refOf = ({ event, branch }: Trigger): string =>
  event === 'pull_request' ? 'refs/pull/7/merge' : `refs/heads/${branch}`

/** What GitHub says of it, as far as anybody looks. */
const payloadOf = (origin: Origin, trigger: Trigger): object => {
  const repository = { default_branch: 'main' }
  if (trigger.event === 'push') return { ref: refOf(trigger), repository }
  const tip = (branch: string) => ({ ref: branch, sha: origin.git('rev-parse', branch) })
  return { repository, pull_request: { number: 7, head: tip(trigger.branch), base: tip('main') } }
}

const variables = (folder: string, trigger: Trigger, payload: object): Record<string, string> => {
  const eventPath = join(folder, 'event.json')
  writeFileSync(eventPath, JSON.stringify(payload))
  return {
    HOME: folder,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: trigger.event,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_REF: refOf(trigger),
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '4711',
    GITHUB_SERVER_URL: 'https://github.com',
  }
}
