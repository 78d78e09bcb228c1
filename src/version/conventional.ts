import { CommitParser } from 'conventional-commits-parser'
import { BUMPS, type Bump } from './bump.js'

/** One thing that a commit says it did. */
export interface Statement {
  /** In lower case, e.g. `feat`; null where the commit keeps to no convention. */
  readonly type: string | null
  readonly scope: string | null
  readonly text: string
  readonly bump: Bump
  /** What breaks, where a note says more than the header. */
  readonly breaking: string | null
}

/**
 * A type, perhaps a scope, perhaps `!`. A note must be in capitals and have its colon, as the specification has it: the
 * library takes any line that begins with “breaking change” for one.
 */
const parser = new CommitParser({
  headerPattern: /^([\w-]+)(?:\(([^()]*)\))?(!)?: ([^\n]*)$/,
  headerCorrespondence: ['type', 'scope', 'mark', 'subject'],
  notesPattern: (keywords) => new RegExp(`^(${keywords}): (.*)`),
})
/** The library looks for issues in each line, and takes the square of its length for it. */
const LONGEST_LINE = 500

/** GitHub writes the commits that a squash puts together into its message, each as `* HEADER`. */
const SQUASHED = /^\* (.+)$/gm
/** In a list anybody may write `* Note: …`; these are commits. */
const TYPES =
  /^(?:feat|fix|perf|revert|refactor|docs|style|test|tests|chore|build|ci|deps)(?:\([^()]*\))?!?: /i

/** What a commit says it did: its header, and the headers that a squash put into its body. */
export const statementsOf = (message: string): readonly Statement[] => {
  const text = message.trim().replace(/[^\n]+/g, (line) => line.slice(0, LONGEST_LINE))
  if (text === '') return [{ ...OTHER, text: '(no message)' }]
  const squashed = [...text.matchAll(SQUASHED)].map(([, header = '']) => header.trim())
  const headers = squashed.filter((header) => TYPES.test(header))
  return told([statement(text), ...headers.map(statement)])
}

/** The title of a squash mostly repeats one of its commits, with the number of the pull request. */
const told = (statements: readonly Statement[]): readonly Statement[] =>
  statements.filter(
    (one, at) =>
      !statements
        .slice(0, at)
        .some(
          (other) => other.text.startsWith(one.text) && BUMPS.indexOf(other.bump) <= BUMPS.indexOf(one.bump),
        ),
  )

const OTHER: Omit<Statement, 'text'> = { type: null, scope: null, bump: 'patch', breaking: null }

const statement = (text: string): Statement => {
  const { type, scope, mark, subject, header, notes } = parser.parse(text)
  const [note] = notes
  const breaks = note !== undefined || mark === '!'
  const kind = type?.toLowerCase() ?? null
  return {
    type: kind,
    scope: scope ?? null,
    text: subject || header || text,
    bump: breaks ? 'major' : kind === 'feat' ? 'minor' : 'patch',
    breaking: note?.text.trim() || null,
  }
}
