import type { Widened } from '../../catalog/inputs.js'
import type { PlannedService } from '../../changes/planned.js'

/** What could not be decided of a service's image, and of the compose files that test it. */
export const widenedOf = ({ image, test }: Pick<PlannedService, 'image' | 'test'>): readonly Widened[] => [
  ...image.inputs.widened,
  ...(test?.kinds ?? []).flatMap((kind) => (kind.kind === 'compose' ? kind.widened : [])),
]
