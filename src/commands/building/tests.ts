import { failed } from './failed.js'
import type { MakeWorld } from './make.js'
import type { Job } from './one.js'
import { buildStage } from './stage.js'

/** Runs the tests of a service, in a stage of its own Dockerfile. Throws `tests-failed`. */
export const runTests = async (
  world: MakeWorld,
  { planned, commit }: Job,
  contexts: Readonly<Record<string, string>>,
  lines: string[],
): Promise<void> => {
  const { service, test } = planned
  if (!test) throw new Error(`${service.name} has no tests to run`)
  world.progress.say(`${service.name}: testing`)
  const { target } = test.inputs
  const stage = { service, commit, target, inputs: test.inputs, platform: null, contexts, written: {} }
  const built = await buildStage(world, stage, { kind: 'nowhere' }, (line) => lines.push(line))
  if (built.kind === 'failed') throw await failed(world, planned, 'test', commit, built.lines)
}
