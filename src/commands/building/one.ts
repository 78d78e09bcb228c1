import type { PlannedService } from '../../changes/planned.js'
import { notBuildable } from '../../image/failure.js'
import { inputsName, testedName } from '../../image/names.js'
import { type Steps, stepsFor } from '../../image/steps.js'
import { unableTo } from '../../image/unable.js'
import type { Git } from '../../platform/git/git.js'
import { type Fingerprint, type Oid, StaggerError } from '../../words.js'
import { findLegs, type Leg } from './legs.js'
import { type MakeWorld, makeImage } from './make.js'
import type { Kept, Store } from './store.js'
import { runTests } from './tests.js'

/** One service's image: what is there, and what is left to do. */
export interface Job {
  readonly planned: PlannedService
  readonly fingerprint: Fingerprint
  readonly found: Kept | null
  /** What it is made of where it is not there: one build for each platform. */
  readonly legs: readonly Leg[]
  readonly steps: Steps
  readonly commit: Oid
}

/** What one service came to when nothing failed. */
export interface Made {
  readonly outcome: 'built' | 'reused'
  /** Null while other platforms are still to be built elsewhere. */
  readonly kept: Kept | null
  /** Of each of the job's legs. */
  readonly legs: readonly (Kept | null)[]
}

interface LookWorld {
  readonly git: Git
  readonly store: Store
}

export interface Asked {
  readonly commit: Oid
  /** Of several platforms only this one is built here; null for all. */
  readonly platform: string | null
}

export const lookUp = async (
  { git, store }: LookWorld,
  planned: PlannedService,
  { commit, platform }: Asked,
): Promise<Job> => {
  const { name } = planned.service
  const { fingerprint } = planned.image
  if (fingerprint === null)
    throw new StaggerError(await notBuildable(planned, { objects: git, root: await git.treeOf(commit) }))
  const found = await store.find(name, inputsName(fingerprint))
  const steps = stepsFor(planned, found !== null, await isTested(store, planned, found))
  const legs = found ? [] : await findLegs(store, planned.service, fingerprint, platform)
  return { planned, fingerprint, found, legs, steps, commit }
}

/** The verdict on the same tests of the same image: the ledger's, or the name that a run gives after its tests. */
const isTested = async (
  store: Store,
  { service, test, needs }: PlannedService,
  found: Kept | null,
): Promise<boolean> => {
  if (!test?.fingerprint || (found && !needs.includes('test'))) return true
  return (await store.find(service.name, testedName(test.fingerprint))) !== null
}

/** Tests first, then the image, then its names. What fails throws, and leaves no name behind. */
export const carryOut = async (
  world: MakeWorld,
  job: Job,
  contexts: Readonly<Record<string, string>>,
): Promise<Made> => {
  const { test, build } = job.steps
  const unable = test || build ? unableTo(job.planned, world.workshop.place) : null
  if (unable) throw new StaggerError(unable)
  const lines: string[] = []
  try {
    if (test) await runTests(world, job, contexts, lines)
    const made = job.found ? await reuse(world, job, job.found) : await makeImage(world, job, contexts, lines)
    await rememberTests(world, job, made)
    return made
  } finally {
    if (lines.length > 0) world.progress.group(`${job.planned.service.name}: what the builds printed`, lines)
  }
}

const reuse = async ({ store }: MakeWorld, { planned, fingerprint }: Job, found: Kept): Promise<Made> => {
  const kept = await store.take(planned.service.name, inputsName(fingerprint), found)
  return { outcome: 'reused', kept, legs: [] }
}

/** A verdict outlives the run that came to it, also where no ledger is written. */
const rememberTests = async (
  { store }: MakeWorld,
  { planned: { service, test }, steps }: Job,
  { kept, legs }: Made,
): Promise<void> => {
  const image = kept ?? legs.find((leg) => leg !== null)
  if (!steps.test || !test?.fingerprint || image?.repository !== store.repository(service.name)) return
  await store.keep(service.name, testedName(test.fingerprint), image)
}
