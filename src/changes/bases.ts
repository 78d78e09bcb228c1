import { baseNames, edgeNames } from '../catalog/edges.js'
import type { ServiceName } from '../words.js'
import type { PlannedService } from './planned.js'

/** Those whose images a service takes from, or waits for, to build or to test. */
export const basesOf = ({ image, test }: Pick<PlannedService, 'image' | 'test'>): readonly ServiceName[] =>
  baseNames(image.inputs, test?.inputs)

/** Those whose images run beside a service's own while it is tested: they must be there, tested or not. */
export const neighboursOf = ({ test }: Pick<PlannedService, 'test'>): readonly ServiceName[] =>
  edgeNames(test && { edges: test.inputs.edges.filter(({ beside }) => beside) })
