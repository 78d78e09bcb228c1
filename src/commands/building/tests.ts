import type { TestInputs } from '../../catalog/inputs.js'
import type { PlannedService } from '../../changes/planned.js'
import type { Output } from '../../image/build.js'
import { contentReader } from '../../image/context-lfs.js'
import type { TestVerdict } from '../../image/testing/verdict.js'
import type { Compose } from '../../platform/compose.js'
import type { Containers } from '../../platform/containers.js'
import type { Built } from '../../platform/docker.js'
import type { ReportFolder } from '../../platform/reports.js'
import type { Tools } from '../../platform/tools.js'
import { type ServiceName, StaggerError } from '../../words.js'
import { runTests, type TestStage } from '../testing/run.js'
import { failed } from './failed.js'
import type { MakeWorld } from './make.js'
import { buildStage } from './stage.js'
import type { Work } from './work.js'

/** The programs beside the builder: what runs tests, scans and signs. */
export interface BuildTools {
  readonly checks: Tools
  readonly containers: Containers
  readonly compose: Compose
  readonly reportFolder: () => Promise<ReportFolder>
}

/** Tests in stages of the Dockerfile need no image: they come first. */
export const testStages = (world: MakeWorld, work: Work): Promise<void> =>
  run(world, work, { which: ({ kind }) => kind === 'stage', images: new Map(), title: 'testing' })

/** Tests in the built image, and beside its neighbours: before it has a name. */
export const testImage = async (world: MakeWorld, work: Work, image: string): Promise<void> => {
  const { service } = work.job.planned
  const images = new Map<ServiceName, string>([[service.name, image]])
  for (const [name, kept] of work.neighbours) images.set(name, await world.workshop.here(kept))
  await run(world, work, {
    which: ({ kind }) => kind !== 'stage',
    images,
    title: 'running the tests of its image',
  })
}

export const needsImage = ({ test }: Pick<PlannedService, 'test'>): boolean =>
  test?.kinds.some(({ kind }) => kind !== 'stage') ?? false

/** Some of a service's tests, at their time: before its image, or in it. */
interface Part {
  readonly which: (test: TestInputs) => boolean
  readonly images: ReadonlyMap<ServiceName, string>
  /** What people see of it: each part another one, or they would think that the same is done twice. */
  readonly title: string
}

const run = async (world: MakeWorld, work: Work, { which, images, title }: Part): Promise<void> => {
  const { planned, commit, services } = work.job
  const kinds = planned.test?.kinds.filter(which) ?? []
  if (!planned.test || kinds.length === 0) return
  world.progress.say(`${planned.service.name}: ${title}`)
  let broken: readonly string[] | null = null
  const verdicts = await runTests(
    { ...world, ...world.tools, content: contentReader((oid) => world.git.blob(oid), world.lfs) },
    {
      planned: { ...planned, test: { ...planned.test, kinds } },
      services,
      buildStage: async (stage) => {
        const built = await buildTestStage(world, work, stage)
        if (built.kind === 'failed') broken = built.lines
        return built
      },
      imageOf: (name) => imageAmong(images, name),
      onLine: (line) => work.told.lines.push(line),
    },
  )
  work.told.verdicts.push(...verdicts)
  // What a stage printed says more of a file that is missing than that its tests did not pass.
  if (broken) throw await failed(world, planned, 'test', commit, broken)
  refuse(verdicts)
}

const refuse = (verdicts: readonly TestVerdict[]): void => {
  const problem = verdicts.find(({ passed }) => !passed)?.problem
  if (problem) throw new StaggerError(problem)
}

const imageAmong = (images: ReadonlyMap<ServiceName, string>, name: ServiceName): string => {
  const image = images.get(name)
  if (image === undefined) throw new Error(`nobody has made the image of ${name}`)
  return image
}

const buildTestStage = async (
  world: MakeWorld,
  { job: { planned, commit }, contexts, told }: Work,
  { target, inputs, reports }: TestStage,
): Promise<Built> => {
  const output: Output = reports ? { kind: 'folder', path: reports.into } : world.workshop.aside()
  const place = { service: planned.service, commit, platform: null, contexts, written: {} }
  const stage = { ...place, stage: 'test', target, inputs, output, reports: reports?.path ?? null } as const
  const built = await buildStage(world, stage, (line) => told.lines.push(line))
  if (built.kind === 'built') await world.workshop.discard({ output, digest: null })
  return built
}
