import { runProcess } from '../../platform/process.js'
import type { Progress } from '../../platform/progress.js'
import { type Problem, StaggerError } from '../../words.js'
import { findEngine, obtainEngine } from './engine.js'
import {
  canInstall,
  missingEngine,
  missingRegistry,
  missingRouter,
  PACKAGES,
  PACKAGES_IF_KNOWN,
} from './missing.js'
import { privateEngineNeeds } from './private-engine.js'
import { attempt, program } from './programs.js'
import { registryImage } from './registry.js'

export interface SetupOptions {
  /** The consent to install packages of the distribution. */
  readonly yes: boolean
}

/** Finds an engine and a registry, or installs them. Says what it found; a second time it changes nothing. */
export const setup = async ({ yes }: SetupOptions, progress: Progress): Promise<void> => {
  const missing = [...(await look(progress)), ...lookForRouter(yes, progress)]
  if (missing.length === 0) return
  if (!yes || !canInstall()) throw new StaggerError(...(missing as [Problem]))
  await install(progress)
  const still = await look(progress)
  if (still.length > 0) throw new StaggerError(...(still as [Problem]))
}

const look = async (progress: Progress): Promise<Problem[]> => {
  const engine = await lookForEngine(progress)
  return engine
    ? [engine, ...(program('docker-registry') ? [] : [missingRegistry()])]
    : lookForRegistry(progress)
}

/** Its lack stops nobody who cannot, or does not want to, have it installed. */
const lookForRouter = (yes: boolean, progress: Progress): Problem[] => {
  const found = program('nginx')
  progress.say(`router: the one of the cluster${found ? `, and ${found}` : '; nginx is not installed'}`)
  return found === null && yes && canInstall() ? [missingRouter()] : []
}

const lookForEngine = async (progress: Progress): Promise<Problem | null> => {
  const engine = await findEngine()
  if (engine) {
    progress.say(`engine: Docker ${engine.version} answers at ${engine.host}`)
    return null
  }
  const why = await privateEngineNeeds()
  if (!why)
    progress.say('engine: none answers; dockerd is installed, and a private one is started when it is needed')
  return why ? missingEngine(why) : null
}

const lookForRegistry = async (progress: Progress): Promise<Problem[]> => {
  const installed = program('docker-registry')
  if (!installed && !(await canPullRegistry(progress))) return [missingRegistry()]
  progress.say(`registry: ${installed ?? 'the image registry:2'}`)
  return []
}

const canPullRegistry = async (progress: Progress): Promise<boolean> => {
  const engine = await obtainEngine(progress)
  try {
    return await registryImage(engine)
  } finally {
    await engine.stop()
  }
}

const install = async (progress: Progress): Promise<void> => {
  await aptGet(progress, 'update')
  const known = await Promise.all(
    PACKAGES_IF_KNOWN.map(async (name) => ((await aptKnows(name)) ? [name] : [])),
  )
  const names = [...PACKAGES, ...known.flat()]
  progress.say(`installing from the distribution: ${names.join(' ')}`)
  const done = await aptGet(progress, 'install', '--yes', '--no-install-recommends', ...names)
  if (!done) throw new StaggerError(notInstalled(names))
}

const aptKnows = async (name: string): Promise<boolean> => {
  const { ok, stdout } = await attempt(['apt-cache', 'show', '--no-all-versions', name])
  return ok && stdout.includes('Version:')
}

/** Where one of several sources is out of reach, `update` fails and `install` may still succeed: only the latter counts. */
const aptGet = async (progress: Progress, ...args: string[]): Promise<boolean> => {
  const argv = ['apt-get', '--quiet', '--option', 'DPkg::Lock::Timeout=120', ...args] as const
  const run = await runProcess(argv, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
  if (run.code !== 0)
    progress.group(argv.join(' '), `${run.stdout}${run.stderr}`.trim().split('\n').slice(-20))
  return run.code === 0
}

const notInstalled = (names: readonly string[]): Problem => ({
  code: 'not-installed',
  fault: 'world',
  problem: 'the packages could not be installed',
  why: 'apt-get failed; its last lines stand above',
  fix: `see what it says by hand: apt-get update && apt-get install --no-install-recommends ${names.join(' ')}`,
})
