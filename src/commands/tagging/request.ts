import type { Progress } from '../../platform/progress.js'
import type { ChangesWorld } from './changes.js'
import type { Numbering, NumberWorld } from './number.js'
import type { PublishWorld } from './publish.js'

export interface TagWorld extends NumberWorld, ChangesWorld, PublishWorld {
  readonly progress: Progress
}

export interface TagRequest extends Omit<Numbering, 'remembered'> {
  /** Services or groups that were asked for by name; else all. */
  readonly services: readonly string[]
  readonly prefix: string | null
  readonly dryRun: boolean
  /** A run that nobody has to trust: what it built is where pull requests push. */
  readonly pullRequest: boolean
  /** Whether this run may write the ledger. */
  readonly trusted: boolean
  /** The workflow run, or null on a laptop. */
  readonly run: string | null
  /** Whether each version gets a release on GitHub. */
  readonly githubRelease: boolean
}
