import type { BuildResult, BuiltService } from '../image/result.js'
import type { Problem } from '../words.js'
import { distinct, short, tally } from './outcomes.js'
import { problemMarkdown } from './problem.js'
import { type Column, markdownTable, table } from './table.js'

/** What `build --json` prints. */
export const buildJson = ({ schema, services }: BuildResult): Record<string, unknown> => ({
  schema,
  services,
})

export const buildProblems = ({ services }: BuildResult): readonly Problem[] =>
  distinct(services.map(({ problem }) => problem))

const COLUMNS: readonly Column[] = [
  { title: 'service' },
  { title: 'outcome' },
  { title: 'tests' },
  { title: 'image', code: true },
  { title: 'version' },
  { title: 'time', align: 'right' },
]

const tests = ({ tested, outcome }: BuiltService): string => {
  if (outcome === 'failed' || outcome === 'planned') return '–'
  return tested ? 'passed' : 'none'
}

const row = (service: BuiltService): readonly string[] => [
  service.name,
  service.plan.length > 0 ? `would ${service.plan.join(', ')}` : service.outcome,
  tests(service),
  short(service.digest),
  service.version ?? '–',
  `${service.seconds.toFixed(1)} s`,
]

export const buildHeadline = ({ services }: BuildResult): string =>
  services.length === 0
    ? 'Nothing to build: every image is there, and tested.'
    : tally(services.map(({ outcome }) => outcome))

const isDryRun = ({ services }: BuildResult): boolean => services.some(({ outcome }) => outcome === 'planned')

/** For a terminal. The problems are told apart from the result. */
export const buildText = (result: BuildResult): string => {
  const rows = result.services.length > 0 ? ['\n', table(COLUMNS, result.services.map(row))] : []
  const hint = isDryRun(result) ? ['\nThis was a dry run. With --yes it is done.\n'] : []
  return [`${buildHeadline(result)}\n`, ...rows, ...hint].join('')
}

/** For a job's summary. */
export const buildMarkdown = (result: BuildResult): string => {
  const names = result.services.map(({ name }) => ` ${name}`).join('')
  return [
    `**${buildHeadline(result)}**\n`,
    ...(result.services.length > 0 ? [markdownTable(COLUMNS, result.services.map(row))] : []),
    ...buildProblems(result).map(problemMarkdown),
    `<sub>On a laptop: <code>stagger build${names}</code></sub>\n`,
  ].join('\n')
}
