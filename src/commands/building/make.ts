import type { Service } from '../../catalog/service.js'
import type { Progress } from '../../platform/progress.js'
import type { Registry } from '../../platform/registry.js'
import { attach } from './attest.js'
import { checkImage, signImage } from './checked.js'
import { failed } from './failed.js'
import { forPlatform, indexLegs, type Leg, platformsOf } from './legs.js'
import type { Made } from './one.js'
import { buildStage, type StageWorld } from './stage.js'
import type { Image, Kept, Store } from './store.js'
import { type BuildTools, needsImage, testImage } from './tests.js'
import type { Work } from './work.js'
import type { Draft } from './workshop.js'

export interface MakeWorld extends StageWorld {
  readonly progress: Progress
  readonly registry: Registry
  readonly store: Store
  readonly tools: BuildTools
}

/** Builds what is missing of an image and names it. */
export const makeImage = async (world: MakeWorld, work: Work): Promise<Made> => {
  const { planned, name, legs: wanted } = work.job
  const legs: (Kept | null)[] = []
  for (const leg of wanted) legs.push(leg.here ? await makeLeg(world, work, leg) : leg.found)
  const outcome = legs.some((leg) => leg && !leg.adopted) ? 'built' : 'reused'
  if (wanted.length === 1) return { outcome, kept: legs[0] ?? null, legs: [] }
  const images = await platformsOf(world, planned.service, wanted)
  const there = images.flatMap((image) => image ?? [])
  if (there.length < images.length) return { outcome, kept: null, legs }
  const index = await indexLegs(world, planned.service, there)
  await signImage(world, work, index)
  return { outcome, kept: await world.store.keep(planned.service.name, name, index), legs }
}

const makeLeg = async (world: MakeWorld, work: Work, leg: Leg): Promise<Kept> => {
  if (leg.found) return leg.found
  const { workshop, store, progress, registry, policy } = world
  const { service } = work.job.planned
  if (workshop.place.push)
    await registry.prepare(store.repository(service.name), policy.settings.createRepositories ?? false)
  const draft = await buildImage(world, work, leg)
  try {
    if (isToTest(world, work, leg)) await testImage(world, work, await workshop.runnable(draft))
    const image = await delivered(world, draft)
    await checkImage(world, work, image)
    const kept = await store.keep(service.name, leg.name, image)
    if (kept.adopted) progress.say(`${service.name}: another build named ${leg.name} first`)
    return kept
  } finally {
    await workshop.discard(draft)
  }
}

/** Of several platforms, the one that this machine runs; where it runs none of them, each, so that none goes untested. */
const isToTest = ({ workshop }: MakeWorld, { job: { planned, steps, legs } }: Work, leg: Leg): boolean =>
  steps.test &&
  needsImage(planned) &&
  (leg.platform === workshop.place.platforms[0] ||
    legs.every(({ platform }) => platform !== workshop.place.platforms[0]))

/** What a builder attests is an index around the image; the image's own digest stays the image's. */
const delivered = async ({ workshop, registry }: MakeWorld, draft: Draft): Promise<Image> => {
  const image = await workshop.deliver(draft)
  if (image.digest === null) return image
  const digest = await attach(registry, image.repository, image.digest)
  return { ...image, digest, image: `${image.repository}@${digest}` }
}

const buildImage = async (world: MakeWorld, work: Work, { platform }: Leg): Promise<Draft> => {
  const { planned, commit } = work.job
  const { service, image } = planned
  world.progress.say(`${service.name}: building${platform === null ? '' : ` for ${platform}`}`)
  const output = world.workshop.output(service.name)
  const target = service.target === null ? null : image.inputs.target
  const place = { service, commit, platform, contexts: work.contexts, written: writtenOn(service) }
  const stage = { ...place, stage: 'image', target, inputs: image.inputs, output, reports: null } as const
  const built = await buildStage(world, stage, (line) => work.told.lines.push(line))
  if (built.kind === 'failed') {
    // Whoever reads why it failed wants to see it for that platform.
    const one = platform === null ? planned : forPlatform(planned, platform)
    throw await failed(world, one, 'image', commit, built.lines)
  }
  return { output, digest: built.digest }
}

const writtenOn = ({ labels, annotations }: Service) => ({ labels, annotations })
