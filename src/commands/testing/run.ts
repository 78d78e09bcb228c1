import type {
  CommandTestInputs,
  ComposeTestInputs,
  StageInputs,
  StageTestInputs,
  TestInputs,
} from '../../catalog/inputs.js'
import { neighboursOf } from '../../changes/bases.js'
import type { PlannedService } from '../../changes/planned.js'
import { composeOverride, composeSteps } from '../../image/testing/compose.js'
import { commandSteps } from '../../image/testing/run.js'
import { type TestRun, type TestVerdict, verdictOf } from '../../image/testing/verdict.js'
import type { Compose } from '../../platform/compose.js'
import type { Containers } from '../../platform/containers.js'
import type { Built } from '../../platform/docker.js'
import type { Files } from '../../platform/files.js'
import type { ReportFolder } from '../../platform/reports.js'
import { type ServiceName, unreachable } from '../../words.js'
import { commandFolder, composeFolder, filesOfTests, type MaterialWorld } from './material.js'

export interface TestWorld extends MaterialWorld {
  readonly files: Files
  readonly containers: Containers
  readonly compose: Compose
  readonly reportFolder: () => Promise<ReportFolder>
}

/** A stage to build for its tests' sake: nothing of it is kept. */
export interface TestStage {
  readonly target: string
  readonly inputs: StageInputs
  /** To be taken out as files, by the stage that `withReportsStage` adds; null: the stage has only to be built. */
  readonly reports: { readonly path: string; readonly into: string } | null
}

/** What a service's tests need of the flow that builds it. */
export interface Testing {
  readonly planned: Tested
  /** All services of the plan: its neighbours are among them. */
  readonly services: readonly Tested[]
  readonly buildStage: (stage: TestStage) => Promise<{ readonly kind: 'built' } | FailedBuild>
  /** The name under which the engine has the image of a service: of the tested one, and of its neighbours. */
  readonly imageOf: (service: ServiceName) => string
  readonly onLine: (line: string) => void
}

type Tested = Pick<PlannedService, 'service' | 'image' | 'test'>
type FailedBuild = Extract<Built, { kind: 'failed' }>

/** The ways in which a service is tested, one after the other. The first that does not pass ends it. */
export const runTests = async (world: TestWorld, testing: Testing): Promise<readonly TestVerdict[]> => {
  const verdicts: TestVerdict[] = []
  for (const test of testing.planned.test?.kinds ?? []) {
    const verdict = await judged(world, testing, test)
    verdicts.push(verdict)
    if (!verdict.passed) break
  }
  return verdicts
}

const judged = async (world: TestWorld, testing: Testing, test: TestInputs): Promise<TestVerdict> => {
  const { planned, services } = testing
  const run = await runOne(world, testing, test)
  const beside = neighboursOf(planned)
  const running = [planned, ...services.filter(({ service }) => beside.includes(service.name))]
  const told = run.reports !== null && run.reports.files.length > 0
  return verdictOf(planned.service.name, run, told ? await filesOfTests(world.git, running) : [])
}

const runOne = async (world: TestWorld, testing: Testing, test: TestInputs): Promise<TestRun> => {
  const folder = await world.reportFolder()
  try {
    switch (test.kind) {
      case 'stage':
        return await runStage(testing, test, folder)
      case 'command':
        return await runCommand(world, testing, test, folder)
      case 'compose':
        return await runCompose(world, testing, test, folder)
      default:
        return unreachable(test)
    }
  } finally {
    await folder.remove()
  }
}

const runStage = async (
  { buildStage }: Testing,
  test: StageTestInputs,
  folder: ReportFolder,
): Promise<TestRun> => {
  const { stageInputs: inputs, reports: path } = test
  const reports = path === null ? null : { path, into: folder.path }
  const built = await buildStage({ target: inputs.target, inputs, reports })
  if (built.kind === 'failed') return { test, code: 1, lines: built.lines, reports: null }
  return { test, code: 0, lines: [], reports: reports && (await folder.read()) }
}

const runCommand = async (
  world: TestWorld,
  { planned, imageOf, onLine }: Testing,
  test: CommandTestInputs,
  reports: ReportFolder,
): Promise<TestRun> => {
  const folder = await commandFolder(world, test)
  try {
    const steps = commandSteps({
      name: `stagger-test-${world.files.unique()}`,
      image: imageOf(planned.service.name),
      test,
      folder: folder.context,
      into: reports.path,
    })
    const { taken, ...ended } = await world.containers.run(steps, onLine)
    return { test, ...ended, reports: taken ? await reports.read() : null }
  } finally {
    await folder.remove()
  }
}

const runCompose = async (
  world: TestWorld,
  { planned, imageOf, onLine }: Testing,
  test: ComposeTestInputs,
  reports: ReportFolder,
): Promise<TestRun> => {
  const folder = await composeFolder(world, test, composeOverride(test, imageOf))
  try {
    const steps = composeSteps({
      project: `stagger-test-${world.files.unique()}`,
      test,
      folder: folder.context,
      override: folder.dockerfile,
      image: imageOf(planned.service.name),
      into: reports.path,
    })
    const { taken, ...ended } = await world.compose.run(steps, onLine)
    return { test, ...ended, reports: taken ? await reports.read() : null }
  } finally {
    await folder.remove()
  }
}
