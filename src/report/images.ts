import type { KeptOrGone, SweepResult, SweptRepository } from '../image/retention-result.js'
import type { Instant, Problem } from '../words.js'
import { distinct, short } from './outcomes.js'
import { type Column, table } from './table.js'

/** What `images gc --json` prints. */
export const sweepJson = ({ schema, dryRun, repositories }: SweepResult): Record<string, unknown> => ({
  schema,
  dryRun,
  repositories: repositories.map(({ repository, service, images }) => ({
    repository,
    service,
    images: images.map(({ digest, names, pushed, outcome, why, namesRemoved, problem }) => ({
      digest,
      names,
      pushed: pushed === null ? null : new Date(pushed).toISOString(),
      outcome,
      why,
      namesRemoved,
      problem,
    })),
  })),
})

const all = ({ repositories }: SweepResult): readonly KeptOrGone[] =>
  repositories.flatMap(({ images }) => images)

export const sweepProblems = (result: SweepResult): readonly Problem[] =>
  distinct(all(result).map(({ problem }) => problem))

const TOLD = { planned: 'to remove', removed: 'removed', failed: 'failed', kept: 'kept' } as const

const counted = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`

export const sweepHeadline = (result: SweepResult): string => {
  const images = all(result)
  if (images.length === 0) return 'Nothing to remove: the registry holds no image of these services.'
  const parts = (['planned', 'removed', 'failed', 'kept'] as const).flatMap((outcome) => {
    const number = images.filter((image) => image.outcome === outcome).length
    return number > 0 ? [`${number} ${TOLD[outcome]}`] : []
  })
  const where = counted(result.repositories.length, 'repository', 'repositories')
  return `${counted(images.length, 'image', 'images')} in ${where}: ${parts.join(', ')}.`
}

const COLUMNS: readonly Column[] = [
  { title: 'repository' },
  { title: 'image', code: true },
  { title: 'names' },
  { title: 'age', align: 'right' },
  { title: 'what and why' },
]

const DAY = 24 * 60 * 60 * 1000

/** Names are long and their beginnings tell them apart: as much of them as of a digest. */
export const shortName = (name: string): string =>
  /^(?:in|tested|sha256)-[0-9a-f]{64}/.test(name) ? name.replace(/-([0-9a-f]{12})[0-9a-f]{52}/, '-$1') : name

const row =
  (repository: string, now: Instant) =>
  ({ digest, names, pushed, outcome, why, namesRemoved }: KeptOrGone): readonly string[] => [
    repository,
    short(digest),
    names.map(shortName).join(' ') || '–',
    pushed === null ? '–' : `${Math.floor((now - pushed) / DAY)} d`,
    [
      `${TOLD[outcome]}: ${why}`,
      ...(namesRemoved.length > 0 ? [`without ${namesRemoved.join(' ')}`] : []),
    ].join('; '),
  ]

/** What goes stands before what stays. */
const rows = ({ repositories, now }: SweepResult): readonly (readonly string[])[] => {
  const sorted = ({ images }: SweptRepository) =>
    images.toSorted((a, b) => Number(a.outcome === 'kept') - Number(b.outcome === 'kept'))
  return repositories.flatMap((one) => sorted(one).map(row(one.repository, now)))
}

/** For a terminal. The problems are told apart from the result. */
export const sweepText = (result: SweepResult): string => {
  const lines = rows(result)
  const isPlan = result.dryRun && all(result).some(isWork)
  return [
    `${sweepHeadline(result)}\n`,
    ...(lines.length > 0 ? ['\n', table(COLUMNS, lines)] : []),
    ...(isPlan ? ['\nThis was a dry run. With --yes they are removed.\n'] : []),
  ].join('')
}

const isWork = ({ outcome, namesRemoved }: KeptOrGone): boolean =>
  outcome === 'planned' || namesRemoved.length > 0
