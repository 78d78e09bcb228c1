import type { Findings } from '../../image/sarif.js'
import type { TestVerdict } from '../../image/testing/verdict.js'
import type { ServiceName } from '../../words.js'
import type { Job } from './one.js'
import type { Kept } from './store.js'

/** One job under way. */
export interface Work {
  readonly job: Job
  /** The images that its Dockerfile takes from, as contexts of its builds. */
  readonly contexts: Readonly<Record<string, string>>
  /** The images of the services beside which it is tested. */
  readonly neighbours: ReadonlyMap<ServiceName, Kept>
  readonly told: Told
}

/** What its builds and tests have said so far: also where one of them fails. */
export interface Told {
  readonly lines: string[]
  readonly verdicts: TestVerdict[]
  /** What scans have found. */
  readonly findings: Findings[]
}

export const toldNothing = (): Told => ({ lines: [], verdicts: [], findings: [] })
