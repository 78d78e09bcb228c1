import type { Oid } from '../../words.js'
import type { Turns } from './git.js'
import { LOST_RACE, type Move, publish } from './publish.js'
import { type GitProgram, gitFailed } from './run.js'

export interface NewTag {
  readonly name: string
  readonly target: Oid
  readonly message: string
}

/** Here last: a tag that only this clone has would be taken for one that everybody sees. */
export const createTag = async (
  git: GitProgram,
  tag: NewTag,
  turns: Turns,
): Promise<'created' | 'exists'> => {
  const object = await tagObject(git, tag)
  const made: Move = { ref: `refs/tags/${tag.name}`, to: object, expected: null }
  const moved = [...turns].map(([ref, expected]): Move => ({ ref, to: object, expected }))
  const remote = await git.hasOrigin()
  if (remote && (await publish(git, [made, ...moved])) !== 'done') return 'exists'
  const args = ['update-ref', '--stdin']
  // Turns are taken where everybody sees them, and nowhere else.
  const input = remote ? `update ${made.ref} ${object}\n` : [made, ...moved].map(updateLine).join('')
  const result = await git.run(args, { input })
  if (result.code === 0) return 'created'
  if (!remote && LOST_RACE.test(result.stderr)) return 'exists'
  throw gitFailed(args, result)
}

const updateLine = ({ ref, to, expected }: Move): string =>
  `update ${ref} ${to} ${expected ?? '0'.repeat(to.length)}\n`

/** An annotated tag that no ref names yet. */
const tagObject = async (git: GitProgram, { name, target, message }: NewTag): Promise<Oid> => {
  const env = await git.identity()
  const tagger = await git.must(['var', 'GIT_COMMITTER_IDENT'], { env })
  const lines = [`object ${target}`, 'type commit', `tag ${name}`, `tagger ${tagger}`, '', message]
  return (await git.must(['mktag'], { input: lines.join('\n') })) as Oid
}
