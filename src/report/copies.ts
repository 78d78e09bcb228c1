import type { CopiedService, CopyResult } from '../image/copied.js'
import type { Problem } from '../words.js'
import { shortName } from './images-table.js'
import { distinct, short } from './outcomes.js'
import { type Column, table } from './table.js'

/** What `images copy --json` prints. */
export const copyJson = ({ schema, dryRun, services }: CopyResult): Record<string, unknown> => ({
  schema,
  dryRun,
  services,
})

export const copyProblems = ({ services }: CopyResult): readonly Problem[] =>
  distinct(services.map(({ problem }) => problem))

const TOLD = { planned: 'to copy', copied: 'copied', there: 'there already', failed: 'failed' } as const

export const copyHeadline = ({ services }: CopyResult): string => {
  const parts = (['planned', 'copied', 'there', 'failed'] as const).flatMap((outcome) => {
    const number = services.filter((one) => one.outcome === outcome).length
    return number > 0 ? [`${number} ${TOLD[outcome]}`] : []
  })
  return `${services.length} ${services.length === 1 ? 'image' : 'images'}: ${parts.join(', ')}.`
}

const COLUMNS: readonly Column[] = [
  { title: 'service' },
  { title: 'version' },
  { title: 'image', code: true },
  { title: 'to' },
  { title: 'names' },
  { title: 'beside it', align: 'right' },
  { title: 'what' },
]

const row = ({ name, version, digest, to, names, taken, beside, outcome }: CopiedService) => [
  name,
  version ?? '–',
  short(digest),
  to,
  names.map((name) => shortName(name)).join(' ') || '–',
  String(beside),
  [
    TOLD[outcome],
    ...(taken.length > 0
      ? [`another image there has ${taken.map((name) => shortName(name)).join(' ')}`]
      : []),
  ].join('; '),
]

/** For a terminal. The problems are told apart from the result. */
export const copyText = (result: CopyResult): string =>
  [
    `${copyHeadline(result)}\n\n`,
    table(COLUMNS, result.services.map(row)),
    ...(result.dryRun ? ['\nThis was a dry run. With --yes they are copied.\n'] : []),
  ].join('')
