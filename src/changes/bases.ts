import { edgeNames } from '../catalog/edges.js'
import type { ServiceName } from '../words.js'
import type { PlannedService } from './planned.js'

/** Those whose images a service takes from, or waits for, to build or to test. */
export const basesOf = ({ image, test }: Pick<PlannedService, 'image' | 'test'>): readonly ServiceName[] =>
  edgeNames(image.inputs, test?.inputs)
