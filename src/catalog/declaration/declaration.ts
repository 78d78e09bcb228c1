import type { Position } from '../../words.js'
import type { DeclaredServices, Discover } from './settings.js'

/** What `stagger.yml` says about services, checked for itself; whether it fits the commit is told when it is put on top. */
export interface Declaration {
  readonly file: string
  readonly discover: Discover | undefined
  readonly services: DeclaredServices
  /** Where a setting stands; asked only to complain. */
  readonly at: (path: readonly (string | number)[]) => Promise<Position>
}
