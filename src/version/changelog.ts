import type { ServiceName } from '../words.js'
import type { Statement } from './conventional.js'
import type { Counted } from './counted.js'

/** What one service of a unit gets from the commits. */
export interface Share {
  readonly service: ServiceName
  readonly counted: readonly Counted[]
}

/** A statement of one commit, with who got it and by what way. */
interface Line {
  readonly statement: Statement
  readonly commit: string
  readonly takers: readonly string[]
}

const SECTIONS: readonly (readonly [string, (statement: Statement) => boolean])[] = [
  ['Breaking changes', ({ bump }) => bump === 'major'],
  ['Features', ({ type }) => type === 'feat'],
  ['Fixes', ({ type }) => type === 'fix'],
  ['Other changes', () => true],
]

/** What is new, as Markdown: breaking changes, features, fixes, the rest; in each the newest first. */
export const changelogOf = (shares: readonly Share[]): string => {
  const lines = linesOf(shares)
  const told = new Set<Line>()
  const sections = SECTIONS.flatMap(([title, belongs]) => {
    const own = lines.filter((line) => !told.has(line) && belongs(line.statement))
    for (const line of own) told.add(line)
    return own.length === 0 ? [] : [[`### ${title}`, '', ...own.map(lineText)].join('\n')]
  })
  return sections.join('\n\n')
}

/** Each commit once, however many of a group it counts for. */
const linesOf = (shares: readonly Share[]): readonly Line[] => {
  const commits = new Map(
    shares.flatMap(({ counted }) => counted.map((one) => [one.commit.oid, one] as const)),
  )
  return [...commits.values()].flatMap(({ commit, statements }) =>
    statements.map((statement) => ({
      statement,
      commit: commit.oid.slice(0, 7),
      takers: takersOf(shares, commit.oid),
    })),
  )
}

/** Of a service alone only by what way; of a group also who. */
const takersOf = (shares: readonly Share[], commit: string): readonly string[] => {
  const takers = shares.flatMap(({ service, counted }) => {
    const one = counted.find((each) => each.commit.oid === commit)
    if (!one) return []
    const way = one.through.length > 0 ? `through ${one.through.join(', ')}` : ''
    return [shares.length > 1 ? [service, way].filter(Boolean).join(' ') : way]
  })
  return takers.filter((taker) => taker !== '')
}

const lineText = ({ statement, commit, takers }: Line): string => {
  const { scope, text, breaking } = statement
  const head = scope ? `**${plain(scope)}:** ${plain(text)}` : plain(text)
  const note = breaking ? `: ${plain(breaking)}` : ''
  const by = takers.length > 0 ? ` – ${takers.join('; ')}` : ''
  return `- ${head}${note} (${commit})${by}`
}

/** One line, in which no element of HTML begins. */
const plain = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('<', '\\<')
    .trim()
