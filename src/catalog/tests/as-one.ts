import type { ServiceName } from '../../words.js'
import type { ComposeTestInputs, Edge, StageInputs, TestInputs } from '../inputs.js'
import { unique } from '../read-source.js'

/** All that the tests read, in the form of a stage: what differs from before is told the same way. Null without tests. */
export const asOne = (tested: ServiceName, tests: readonly TestInputs[]): StageInputs | null => {
  const [first, ...others] = tests.map((test) => asStage(tested, test))
  return first === undefined ? null : others.reduce(together, first)
}

const asStage = (tested: ServiceName, test: TestInputs): StageInputs => {
  if (test.kind === 'stage') return test.stageInputs
  const compose = test.kind === 'compose' ? test : null
  return {
    ...NOTHING,
    declared: test.files,
    edges: neighboursOf(tested, compose?.images ?? {}),
    widened: compose?.widened ?? [],
  }
}

const BECAUSE = { instruction: 'compose', line: 0 }

const NOTHING: StageInputs = {
  inputs: [],
  named: [],
  declared: [],
  instructions: [],
  args: {},
  platforms: [],
  target: '',
  edges: [],
  widened: [],
  untracked: [],
  unpinned: [],
}

const neighboursOf = (tested: ServiceName, images: ComposeTestInputs['images']): readonly Edge[] =>
  [...new Set(Object.values(images))]
    .filter((service) => service !== tested)
    .map((service) => ({ service, reference: null, because: BECAUSE, beside: true }))

const together = (one: StageInputs, other: StageInputs): StageInputs => ({
  inputs: unique([...one.inputs, ...other.inputs]),
  named: [...one.named, ...other.named],
  declared: unique([...one.declared, ...other.declared]),
  instructions: [...one.instructions, ...other.instructions],
  args: { ...one.args, ...other.args },
  platforms: [...new Set([...one.platforms, ...other.platforms])],
  target: one.target || other.target,
  edges: [...one.edges, ...other.edges],
  widened: [...one.widened, ...other.widened],
  untracked: [...one.untracked, ...other.untracked],
  unpinned: [...new Set([...one.unpinned, ...other.unpinned])],
})
