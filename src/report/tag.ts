import type { TaggedService, TagResult } from '../version/result.js'
import type { Problem } from '../words.js'
import { distinct, short, tally } from './outcomes.js'
import { problemMarkdown } from './problem.js'
import { type Column, markdownTable, table } from './table.js'

/** What `tag --json` prints. */
export const tagJson = ({ schema, services }: TagResult): Record<string, unknown> => ({ schema, services })

export const tagProblems = ({ services }: TagResult): readonly Problem[] =>
  distinct(services.map(({ problem }) => problem))

const COLUMNS: readonly Column[] = [
  { title: 'service' },
  { title: 'version' },
  { title: 'before' },
  { title: 'image', code: true },
  { title: 'outcome' },
  { title: 'why' },
]

const row = ({ name, version, previous, digest, outcome, reason }: TaggedService): readonly string[] => [
  name,
  version ?? '–',
  previous ?? '–',
  short(digest),
  outcome,
  reason,
]

export const tagHeadline = ({ services }: TagResult): string =>
  services.length === 0
    ? 'Nothing to tag: there is no service.'
    : tally(services.map(({ outcome }) => outcome))

/** For a terminal. The problems are told apart from the result. */
export const tagText = (result: TagResult): string => {
  const planned = result.services.some(({ outcome }) => outcome === 'planned')
  const rows = result.services.length > 0 ? ['\n', table(COLUMNS, result.services.map(row))] : []
  const hint = planned ? ['\nThis was a dry run. With --yes the versions are made.\n'] : []
  return [`${tagHeadline(result)}\n`, ...rows, ...hint].join('')
}

/** For a job's summary. */
export const tagMarkdown = (result: TagResult): string =>
  [
    `**${tagHeadline(result)}**\n`,
    ...(result.services.length > 0 ? [markdownTable(COLUMNS, result.services.map(row))] : []),
    ...tagProblems(result).map(problemMarkdown),
    '<sub>On a laptop: <code>stagger tag</code></sub>\n',
  ].join('\n')
