import type { PlannedService } from '../../changes/planned.js'
import { inputsName, stagingName } from '../../image/names.js'
import { notHermetic, notYetBuilt, stageFailed } from '../../image/problems.js'
import { type Steps, stepsFor } from '../../image/steps.js'
import type { Progress } from '../../platform/progress.js'
import { type Fingerprint, type Oid, StaggerError } from '../../words.js'
import { buildStage, type StageWorld } from './stage.js'
import type { Kept, Store } from './store.js'

export interface OneWorld extends StageWorld {
  readonly progress: Progress
}

/** One service's image: what is there, and what is left to do. */
export interface Job {
  readonly planned: PlannedService
  readonly fingerprint: Fingerprint
  readonly found: Kept | null
  readonly steps: Steps
  readonly commit: Oid
}

/** What one service came to when nothing failed. */
export interface Made {
  readonly outcome: 'built' | 'reused'
  readonly kept: Kept
}

export const lookUp = async (store: Store, planned: PlannedService, commit: Oid): Promise<Job> => {
  const { fingerprint } = planned.image
  if (fingerprint === null) throw new StaggerError(notHermetic(planned))
  const unable = notYetBuilt(planned)
  if (unable) throw new StaggerError(unable)
  const found = await store.find(planned.service.name, fingerprint)
  return { planned, fingerprint, found, steps: stepsFor(planned, found !== null), commit }
}

/** Tests first, then the image, then its name. What fails throws, and leaves no name behind. */
export const carryOut = async (world: OneWorld, store: Store, job: Job): Promise<Made> => {
  const lines: string[] = []
  try {
    if (job.steps.test) await runTests(world, job, lines)
    if (job.found) return { outcome: 'reused', kept: job.found }
    return await buildAndKeep(world, store, job, lines)
  } finally {
    if (lines.length > 0) world.progress.group(`${job.planned.service.name}: what the builds printed`, lines)
  }
}

const runTests = async (world: OneWorld, { planned, commit }: Job, lines: string[]): Promise<void> => {
  const { service, test } = planned
  if (!test) throw new Error(`${service.name} has no tests to run`)
  world.progress.say(`${service.name}: testing`)
  const tag = `${service.name}:${stagingName(world.files.unique())}`
  const stage = { service, commit, tag, target: test.inputs.target, inputs: test.inputs }
  const built = await buildStage(world, stage, (line) => lines.push(line))
  if (built.kind === 'failed') throw new StaggerError(stageFailed(planned, 'test', built.lines))
  await world.docker.forget(tag)
}

const buildAndKeep = async (world: OneWorld, store: Store, job: Job, lines: string[]): Promise<Made> => {
  const { planned, commit, fingerprint } = job
  const { service, image } = planned
  const draft = store.draft(service.name)
  world.progress.say(`${service.name}: building`)
  const target = service.target === null ? null : image.inputs.target
  const stage = { service, commit, target, inputs: image.inputs, tag: draft }
  const built = await buildStage(world, stage, (line) => lines.push(line))
  if (built.kind === 'failed') throw new StaggerError(stageFailed(planned, 'image', built.lines))
  try {
    const kept = await store.keep(service.name, fingerprint, draft)
    if (kept.adopted)
      world.progress.say(`${service.name}: another build named ${inputsName(fingerprint)} first`)
    return { outcome: kept.adopted ? 'reused' : 'built', kept }
  } finally {
    await world.docker.forget(draft)
  }
}
