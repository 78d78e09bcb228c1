import type { Service } from '../../catalog/service.js'
import type { Progress } from '../../platform/progress.js'
import type { Registry } from '../../platform/registry.js'
import { failed } from './failed.js'
import { type Leg, mergeLegs, platformsOf } from './legs.js'
import type { Job, Made } from './one.js'
import { buildStage, type StageWorld } from './stage.js'
import type { Kept, Store } from './store.js'
import type { Draft, Workshop } from './workshop.js'

export interface MakeWorld extends StageWorld {
  readonly progress: Progress
  readonly registry: Registry
  readonly store: Store
  readonly workshop: Workshop
}

type Contexts = Readonly<Record<string, string>>

/** Builds what is missing of an image and names it. */
export const makeImage = async (
  world: MakeWorld,
  job: Job,
  contexts: Contexts,
  lines: string[],
): Promise<Made> => {
  const legs: (Kept | null)[] = []
  for (const leg of job.legs)
    legs.push(leg.here ? await makeLeg(world, job, leg, contexts, lines) : leg.found)
  const outcome = legs.some((leg) => leg && !leg.adopted) ? 'built' : 'reused'
  if (job.legs.length === 1) return { outcome, kept: legs[0] ?? null, legs: [] }
  const images = await platformsOf(world, job.planned.service, job.legs)
  const there = images.flatMap((image) => image ?? [])
  if (there.length < images.length) return { outcome, kept: null, legs }
  return { outcome, kept: await mergeLegs(world, job.planned.service, job.fingerprint, there), legs }
}

const makeLeg = async (
  world: MakeWorld,
  job: Job,
  leg: Leg,
  contexts: Contexts,
  lines: string[],
): Promise<Kept> => {
  if (leg.found) return leg.found
  const { service } = job.planned
  const draft = await buildImage(world, job, leg, contexts, lines)
  try {
    const kept = await world.store.keep(service.name, leg.name, await world.workshop.deliver(draft))
    if (kept.adopted) world.progress.say(`${service.name}: another build named ${leg.name} first`)
    return kept
  } finally {
    await world.workshop.discard(draft)
  }
}

const buildImage = async (
  world: MakeWorld,
  { planned, commit }: Job,
  { platform }: Leg,
  contexts: Contexts,
  lines: string[],
): Promise<Draft> => {
  const { service, image } = planned
  world.progress.say(`${service.name}: building${platform === null ? '' : ` for ${platform}`}`)
  const output = world.workshop.output(service.name)
  const target = service.target === null ? null : image.inputs.target
  const stage = {
    service,
    commit,
    target,
    inputs: image.inputs,
    platform,
    contexts,
    written: writtenOn(service),
  }
  const built = await buildStage(world, stage, output, (line) => lines.push(line))
  if (built.kind === 'failed') throw await failed(world, planned, 'image', commit, built.lines)
  return { output, digest: built.digest }
}

const writtenOn = ({ labels, annotations }: Service) => ({ labels, annotations })
