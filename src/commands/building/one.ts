import type { PlannedService } from '../../changes/planned.js'
import { notBuildable } from '../../image/failure.js'
import { type Steps, stepsFor } from '../../image/steps.js'
import { unableTo } from '../../image/unable.js'
import type { Git } from '../../platform/git/git.js'
import { type Fingerprint, type Oid, StaggerError } from '../../words.js'
import { tellUnchecked } from './checked.js'
import { asKept, findLegs, type Leg, nameOf, type Platforms } from './legs.js'
import { type MakeWorld, makeImage } from './make.js'
import type { Kept, Store } from './store.js'
import { needsImage, testImage, testStages } from './tests.js'
import type { Verdicts } from './verdicts.js'
import type { Work } from './work.js'

/** One service's image: what is there, and what is left to do. */
export interface Job {
  readonly planned: PlannedService
  readonly fingerprint: Fingerprint
  /** What the image is called where it is kept. */
  readonly name: string
  readonly found: Kept | null
  /** What it is made of where it is not there: one build for each platform. */
  readonly legs: readonly Leg[]
  readonly steps: Steps
  readonly commit: Oid
  /** All services of the plan: it may be tested beside others. */
  readonly services: readonly PlannedService[]
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
  readonly verdicts: Verdicts
}

export interface Asked {
  readonly commit: Oid
  readonly services: readonly PlannedService[]
  readonly platforms: Platforms
}

export const lookUp = async (
  { git, store, verdicts }: LookWorld,
  whole: PlannedService,
  { commit, services, platforms }: Asked,
): Promise<Job> => {
  const planned = asKept(whole, platforms)
  const { service } = planned
  const { fingerprint } = planned.image
  if (fingerprint === null)
    throw new StaggerError(await notBuildable(planned, { objects: git, root: await git.treeOf(commit) }))
  const name = nameOf(whole.service, fingerprint, platforms)
  const found = await store.find(service.name, name)
  const steps = stepsFor(planned, found !== null, await isTested(verdicts, planned, found))
  const { only } = platforms
  const legs = found ? [] : await findLegs(store, service, fingerprint, { only, kept: name })
  return { planned, fingerprint, name, found, legs, steps, commit, services }
}

/** Whether the same tests of the same image have passed: as the plan says, or whoever keeps verdicts. */
const isTested = async (
  verdicts: Verdicts,
  { service, test, needs }: PlannedService,
  found: Kept | null,
): Promise<boolean> => {
  if (!test?.fingerprint || (found && !needs.includes('test'))) return true
  return verdicts.find(service.name, test.fingerprint)
}

export interface OneWorld extends MakeWorld {
  readonly verdicts: Verdicts
}

/** Tests, then the image, then tests of it, then its names. What fails throws, and leaves no name behind. */
export const carryOut = async (world: OneWorld, work: Work): Promise<Made> => {
  const { planned, steps } = work.job
  const { lines } = work.told
  const unable = steps.test || steps.build ? unableTo(planned, world.workshop.place) : null
  if (unable) throw new StaggerError(unable)
  try {
    if (steps.test) await testStages(world, work)
    const made = work.job.found ? await reuse(world, work, work.job.found) : await makeImage(world, work)
    await rememberTests(world, work, made)
    return made
  } finally {
    if (lines.length > 0) world.progress.group(`${planned.service.name}: what the builds printed`, lines)
  }
}

const reuse = async (world: OneWorld, work: Work, found: Kept): Promise<Made> => {
  const { planned, name, steps } = work.job
  if (steps.test && needsImage(planned)) await testImage(world, work, await world.workshop.here(found))
  tellUnchecked(world, work)
  const kept = await world.store.take(planned.service.name, name, found)
  return { outcome: 'reused', kept, legs: [] }
}

/**
 * A verdict outlives the run that came to it, also where no ledger is written. A machine that builds for another platform
 * only has not tested in the image: whoever builds for its own does.
 */
const rememberTests = async (
  { verdicts }: OneWorld,
  { job: { planned, steps }, told }: Work,
  { kept, legs }: Made,
): Promise<void> => {
  const { service, test } = planned
  const image = kept ?? legs.find((leg) => leg !== null) ?? null
  const whole = told.verdicts.length === test?.kinds.length
  if (steps.test && whole && test?.fingerprint) await verdicts.keep(service.name, test.fingerprint, image)
}
