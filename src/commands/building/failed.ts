import type { PlannedService } from '../../changes/planned.js'
import { buildFailed } from '../../image/failure.js'
import type { Git } from '../../platform/git/git.js'
import { type Oid, StaggerError } from '../../words.js'

/** What a build failed with, and the line that would help, as far as the commit tells. */
export const failed = async (
  { git }: { readonly git: Git },
  planned: PlannedService,
  stage: 'test' | 'image',
  commit: Oid,
  lines: readonly string[],
): Promise<StaggerError> =>
  new StaggerError(await buildFailed(planned, stage, lines, { objects: git, root: await git.treeOf(commit) }))
