import type { ActionBody } from './action.js'

/**
 * The bundle's front door. Each command is a chunk that is loaded when it is asked for, so that planning never
 * loads a cloud's client; the entries in dist/ only name what they want.
 */
const ACTIONS: Readonly<Record<string, () => Promise<{ readonly action: ActionBody }>>> = {
  plan: () => import('./plan.js'),
  build: () => import('./build.js'),
  tag: () => import('./tag.js'),
  manifest: () => import('./manifest.js'),
  deploy: () => import('./deploy.js'),
}

/** What an action does once the job's own steps are over, however they ended. */
const POSTS: typeof ACTIONS = {
  deploy: () => import('./aftercare.js'),
}

const PROGRAMS: Readonly<Record<string, () => Promise<(argv: readonly string[]) => Promise<number>>>> = {
  cli: async () => (await import('./cli.js')).runCli,
  setup: async () => (await import('./setup.js')).setupMain,
  demo: async () => (await import('./demo.js')).demoMain,
}

export const action = (name: string): Promise<void> => act(name, ACTIONS)

export const post = (name: string): Promise<void> => act(name, POSTS)

const act = async (name: string, actions: typeof ACTIONS): Promise<void> => {
  const load = actions[name]
  if (!load) throw new Error(`there is no action ${name}`)
  const [{ actionMain }, { action: body }] = await Promise.all([import('./action.js'), load()])
  await actionMain(body)
}

/** Runs to the end and leaves the exit code behind, so that what is still being written is written. */
export const program = async (name: string): Promise<void> => {
  const load = PROGRAMS[name]
  if (!load) throw new Error(`there is no program ${name}`)
  process.exitCode = await (await load())(process.argv.slice(2))
}
