import type { ImageOutcome, KeptOrGone, SweepResult } from '../image/retention-result.js'
import type { Instant } from '../words.js'
import { shorten } from './plan/text.js'
import { type Column, table } from './table.js'

/** What goes stands before what stays: that is what somebody has to say yes to. */
const SECTIONS: readonly (readonly [ImageOutcome, string])[] = [
  ['failed', 'Failed'],
  ['planned', 'To remove'],
  ['removed', 'Removed'],
  ['kept', 'Kept'],
]

/** In a terminal more than these are only counted. */
const MOST: Readonly<Record<ImageOutcome, number>> = { failed: 40, planned: 40, removed: 40, kept: 10 }

const COLUMNS: readonly Column[] = [
  { title: 'image', code: true },
  { title: 'age', align: 'right' },
  { title: 'names' },
  { title: 'why' },
]

interface Line {
  readonly repository: string
  readonly cells: readonly [string, string, string, string]
}

/** All images, section by section; within `width`, where that is known, and then no more than somebody reads. */
export const imagesTable = (result: SweepResult, width: number): string => {
  const all = SECTIONS.map(([outcome, title]) => ({ outcome, title, lines: linesOf(result, outcome, width) }))
  const isTerminal = width !== Number.POSITIVE_INFINITY
  const shown = all.map((one) => (isTerminal ? one.lines.slice(0, MOST[one.outcome]) : one.lines))
  if (shown.every((lines) => lines.length === 0)) return ''
  const [head = '', ...rows] = aligned(shown.flat(), width)
  const sections = all.map(({ title, lines }, at) => {
    const own = shown[at] ?? []
    return section(title, own, rows.splice(0, own.length), lines.length - own.length)
  })
  return `\n${head}${sections.join('')}`
}

/** The images of a repository stand below its name. */
const section = (title: string, lines: readonly Line[], rows: readonly string[], more: number): string => {
  if (lines.length === 0) return ''
  const repositories = [...new Set(lines.map(({ repository }) => repository))]
  const groups = repositories.map((name) =>
    [`  ${name}\n`, ...rows.filter((_, at) => lines[at]?.repository === name)].join(''),
  )
  const hint = more > 0 ? [`  and ${more} more: stagger images gc --json has all\n`] : []
  return [`\n${title}\n`, ...groups, ...hint].join('')
}

/** Each with its line feed; the titles are the first. */
const aligned = (lines: readonly Line[], width: number): string[] => {
  const cells = lines.map((line) => line.cells)
  return table(COLUMNS, fitting(cells, width - INDENT.length))
    .split('\n')
    .slice(0, -1)
    .map((line) => `${INDENT}${line}\n`)
}

const INDENT = '    '

/** The last column is cut to what the ones before it leave. */
const fitting = (rows: readonly Line['cells'][], width: number): readonly (readonly string[])[] => {
  const taken = COLUMNS.slice(0, 3).map(({ title }, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const left = width - taken.reduce((sum, one) => sum + one + 2, 0)
  return rows.map(([image, age, names, why]) => [image, age, names, shorten(why, Math.max(20, left))])
}

const linesOf = (result: SweepResult, outcome: ImageOutcome, width: number): readonly Line[] =>
  result.repositories.flatMap(({ repository, images }) =>
    images
      .filter((image) => image.outcome === outcome)
      // Those of whose names some go.
      .toSorted((a, b) => Number(b.namesRemoved.length > 0) - Number(a.namesRemoved.length > 0))
      .map((image) => ({ repository, cells: cellsOf(image, result.now, width) })),
  )

const DAY = 24 * 60 * 60 * 1000

const cellsOf = (
  { digest, names, pushed, why, namesRemoved, problem }: KeptOrGone,
  now: Instant,
  width: number,
): Line['cells'] => {
  const left = names.filter((name) => !namesRemoved.includes(name)).map((name) => shortName(name, 8))
  const said = problem?.problem ?? why
  return [
    digest.slice('sha256:'.length).slice(0, 12),
    pushed === null ? '–' : `${Math.floor((now - pushed) / DAY)} d`,
    width === Number.POSITIVE_INFINITY ? left.join(' ') || '–' : fewNames(left),
    namesRemoved.length > 0
      ? `${said}, less ${namesRemoved.length} ${namesRemoved.length === 1 ? 'name' : 'names'}`
      : said,
  ]
}

/** So wide that `why` still fits beside it. */
const NAMES_WIDTH = 18

/** As many as fit, and how many more there are. */
const fewNames = (names: readonly string[]): string => {
  const [first, ...others] = names
  if (first === undefined) return '–'
  let told = shorten(first, NAMES_WIDTH)
  for (const [at, name] of others.entries()) {
    const rest = others.length - at
    if (`${told} ${name}`.length > NAMES_WIDTH - (rest > 1 ? 4 : 0)) return `${told} +${rest}`
    told = `${told} ${name}`
  }
  return told
}

/** Names are long and their beginnings tell them apart: as much of them as of a digest, or less. */
export const shortName = (name: string, digits = 12): string =>
  name.replace(/^(in|tested|sha256|staging)-([0-9a-f]{32,64})/, (_, kind: string, hex: string) =>
    [kind, hex.slice(0, digits)].join('-'),
  )
