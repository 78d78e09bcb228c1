import type { TaggedService, TagResult } from '../version/result.js'
import type { Problem } from '../words.js'
import { distinct, short, tally } from './outcomes.js'
import { problemMarkdown } from './problem.js'
import { type Column, markdownTable, markdownText, table } from './table.js'

/** What `tag --json` prints. */
export const tagJson = ({ schema, services }: TagResult): Record<string, unknown> => ({ schema, services })

/** The same for a workflow: what people wrote, into a commit or as a file's name, reaches no other step unseen. */
export const tagOutput = ({ schema, services }: TagResult): Record<string, unknown> => ({
  schema,
  services: services.map(({ reason: _reason, because: _because, changelog: _changelog, ...rest }) => rest),
})

export const tagProblems = ({ services }: TagResult): readonly Problem[] =>
  distinct(services.map(({ problem }) => problem))

/** The version of each unit: a group has one. */
export const versionsOf = (result: TagResult): readonly string[] =>
  unitsOf(result).map(([first]) => first?.version ?? '')

/** The rows that belong together: those of a group, or one alone. */
const unitsOf = ({ services }: TagResult): readonly (readonly TaggedService[])[] => {
  const units = new Map<string, TaggedService[]>()
  for (const row of services) {
    const name = row.group ?? row.name
    units.set(name, [...(units.get(name) ?? []), row])
  }
  return [...units.values()]
}

const COLUMNS: readonly Column[] = [
  { title: 'service' },
  { title: 'version' },
  { title: 'before' },
  { title: 'image', code: true },
  { title: 'outcome' },
  { title: 'why' },
]
const GROUP: Column = { title: 'group' }

const columnsOf = (grouped: boolean): readonly Column[] =>
  grouped ? COLUMNS.flatMap((column, at) => (at === 0 ? [column, GROUP] : [column])) : COLUMNS

const row = (
  { name, group, version, previous, digest, outcome, reason }: TaggedService,
  grouped: boolean,
): readonly string[] => [
  name,
  ...(grouped ? [group ?? '–'] : []),
  version ?? '–',
  previous ?? '–',
  short(digest),
  outcome,
  reason,
]

/** What a table of a result is made of; groups have a column where there are some. */
const tabular = ({ services }: TagResult) => {
  const grouped = services.some(({ group }) => group !== null)
  return [columnsOf(grouped), services.map((one) => row(one, grouped))] as const
}

export const tagHeadline = ({ services }: TagResult): string =>
  services.length === 0
    ? 'Nothing to tag: there is no service.'
    : tally(services.map(({ outcome }) => outcome))

/** For a terminal. The problems are told apart from the result. */
export const tagText = (result: TagResult): string => {
  const planned = result.services.some(({ outcome }) => outcome === 'planned')
  const rows = result.services.length > 0 ? ['\n', table(...tabular(result))] : []
  const hint = planned ? ['\nThis was a dry run. With --yes the versions are made.\n'] : []
  return [`${tagHeadline(result)}\n`, ...rows, ...hint].join('')
}

/** For a job's summary: what is new stands folded below the table. */
export const tagMarkdown = (result: TagResult): string =>
  [
    `**${tagHeadline(result)}**\n`,
    ...(result.services.length > 0 ? [markdownTable(...tabular(result))] : []),
    ...unitsOf(result).flatMap(news),
    ...tagProblems(result).map(problemMarkdown),
    '<sub>On a laptop: <code>stagger tag</code></sub>\n',
  ].join('\n')

const news = ([first]: readonly TaggedService[]): readonly string[] => {
  if (!first?.changelog || first.outcome === 'kept') return []
  const title = `${first.group ?? first.name} ${first.version}`
  const since = first.previous ? `, since ${first.previous}` : ''
  const link = first.release ? `\n[The release on GitHub](${first.release})\n` : ''
  return [
    `<details><summary>${markdownText(title)}${since}</summary>\n\n${first.changelog}\n${link}\n</details>\n`,
  ]
}
