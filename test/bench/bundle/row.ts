import { UNSENT } from '../../../src/rehearsal/load/pool.js'
import type { LoadReport } from '../../../src/rehearsal/load/report.js'
import type { Strategy } from './strategies.js'

export interface Row {
  readonly strategy: Strategy
  readonly phase: string
  readonly control: string | null
  readonly sent: number
  readonly failed: number
  /** What the step told, and its exit code; null where the runner had to end it. */
  readonly outcome: string
  readonly code: number | null
  /** What the post step told. */
  readonly post: string
  /** How ECS ended it. */
  readonly ecs: string
  /** What was told and is not so, or is not as it must be; null where all is. */
  readonly wrong: string | null
  readonly failures: LoadReport['failures']
  readonly lateness: number
  readonly tries: number
}

/** A strategy loses nothing, the control does; and none of them tells what is not so. */
export const isFine = ({ control, failed, failures, wrong }: Row): boolean =>
  wrong === null && (control === null ? failed === 0 : failed > (failures[UNSENT] ?? 0))
