import { type Objects, type Oid, StaggerError } from '../../words.js'
import { picked } from '../declared.js'
import type { Input, StageInputs, TestInputs } from '../inputs.js'
import { unique } from '../read-source.js'
import type { Service } from '../service.js'
import { type CommandTest, type ComposeTest, TEST_STAGE, type TestKind } from './kinds.js'
import { unknownTestStage } from './problems.js'

/** What the tests of a service are read from. */
export interface TestMaterial {
  readonly objects: Objects
  readonly root: Oid
  /** All services of the commit; asked only where a test has neighbours. */
  neighbours(): Promise<readonly Service[]>
  /** Null where the Dockerfile has no such stage. */
  stage(name: string): Promise<StageInputs | null>
  readonly stageNames: readonly string[]
}

/** The ways in which a service is tested, each with what it reads. */
export const testInputs = async (service: Service, material: TestMaterial): Promise<readonly TestInputs[]> =>
  service.tests === null
    ? stageNamedTest(material)
    : Promise.all(service.tests.map((test) => readTest(service, test, material)))

/** Where nobody said anything. */
const stageNamedTest = async ({ stage }: TestMaterial): Promise<readonly TestInputs[]> => {
  const stageInputs = await stage(TEST_STAGE)
  return stageInputs ? [{ kind: 'stage', stage: TEST_STAGE, reports: null, stageInputs }] : []
}

const readTest = async (service: Service, test: TestKind, material: TestMaterial): Promise<TestInputs> => {
  if (test.kind === 'command') return { ...test, files: await declared(service, test, material) }
  if (test.kind === 'compose') return readCompose(service, test, material)
  const stageInputs = await material.stage(test.stage)
  if (stageInputs) return { ...test, stageInputs }
  const { name, dockerfile } = service
  throw new StaggerError(unknownTestStage(name, dockerfile, test.stage, material.stageNames))
}

/** Most repositories have no such tests, and do not pay for them. */
const readCompose = async (
  service: Service,
  test: ComposeTest,
  material: TestMaterial,
): Promise<TestInputs> => {
  const { composeInputs } = await import('./compose/inputs.js')
  const { objects, root } = material
  const found = await composeInputs(service, test, await material.neighbours(), objects, root)
  const { inputs, ...rest } = found
  return { ...test, ...rest, files: unique([...inputs, ...(await declared(service, test, material))]) }
}

const declared = async (
  { name }: Service,
  { inputs }: CommandTest | ComposeTest,
  { objects, root }: TestMaterial,
): Promise<readonly Input[]> => {
  const sets = await Promise.all(inputs.map((pattern) => picked(objects, root, name, pattern, 'test')))
  return unique(sets.flat())
}
