import type { BuildResult, BuiltService } from '../image/result.js'
import { merged, type TestReport } from '../image/testing/report.js'
import type { TestVerdict } from '../image/testing/verdict.js'
import type { Problem } from '../words.js'
import { distinct, short, tally } from './outcomes.js'
import { problemMarkdown } from './problem.js'
import { type Column, markdownTable, table } from './table.js'
import { type TestedService, testsMarkdown, testsText } from './tests.js'

/** What `build --json` prints. */
export const buildJson = ({ schema, services, saved }: BuildResult): Record<string, unknown> => ({
  schema,
  services: services.map(({ verdicts, ...service }) => ({ ...service, tests: reported(verdicts) })),
  saved,
})

/** All ways of testing it as one; null where none of them reports. */
const reported = (verdicts: readonly TestVerdict[]): TestReport | null => {
  const reports = verdicts.flatMap(({ report }) => report ?? [])
  return reports.length > 0 ? merged(reports) : null
}

/** What is told of a service's tests. */
export const testedService = ({
  name,
  verdicts,
  tested,
  testsRan,
  outcome,
}: BuiltService): TestedService => ({
  name,
  verdicts,
  state: testsRan || outcome === 'failed' ? 'ran' : tested ? 'known' : 'none',
})

/** Those of which there is more to tell than that they passed. */
const told = (services: readonly BuiltService[]): readonly TestedService[] =>
  services.filter(({ verdicts }) => verdicts.some(({ report }) => report !== null)).map(testedService)

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

const tests = ({ tested, testsRan, outcome, verdicts }: BuiltService): string => {
  if (verdicts.some(({ passed }) => !passed)) return 'failed'
  if (outcome === 'failed' || outcome === 'planned') return '–'
  if (!tested) return 'none'
  return testsRan ? 'passed' : 'passed before'
}

const row = (service: BuiltService): readonly string[] => [
  service.name,
  service.plan.length > 0 ? `would ${service.plan.join(', ')}` : service.outcome,
  tests(service),
  short(service.digest),
  service.version ?? '–',
  service.outcome === 'planned' ? '–' : `${service.seconds.toFixed(1)} s`,
]

export const buildHeadline = ({ services }: BuildResult): string =>
  services.length === 0
    ? 'Nothing to build: every image is there, and tested.'
    : tally(services.map(({ outcome }) => outcome))

/** What lockstep would have done besides; nothing to tell where nobody measured a build yet. */
const savedLine = ({ saved: { services, seconds } }: BuildResult): string =>
  seconds === 0
    ? ''
    : `Saved: about ${duration(seconds)} of builds and tests, for ${services} ${services === 1 ? 'service' : 'services'} that did not have to be built again.\n`

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`

/** Images of several platforms of which some are still to come. */
const waiting = ({ services }: BuildResult): readonly string[] =>
  services.flatMap(({ name, outcome, platforms }) => {
    const missing = platforms.filter(({ digest }) => digest === null).map(({ platform }) => platform)
    const open = outcome !== 'failed' && missing.length > 0
    return open ? [`${name} has no name yet: ${missing.join(', ')} is still to be built.\n`] : []
  })

/** What was not pushed has no digest that a cluster could pull: whoever looks for it is told where it is. */
const onlyHere = ({ services }: BuildResult): readonly string[] => {
  const kept = services.find(
    ({ outcome, repository, tags }) => outcome !== 'failed' && repository === null && tags.length > 0,
  )
  return kept
    ? [`In the local engine alone, e.g. as ${kept.name}:${kept.tags[0]}; --push is for a registry.\n`]
    : []
}

/** Under which of the registry's folders they are: a pull request's stand apart. */
const pushedTo = ({ services }: BuildResult): readonly string[] => {
  const made = services.filter(({ outcome }) => outcome === 'built' || outcome === 'reused')
  const folders = new Set(
    made.flatMap(({ name, repository }) =>
      repository?.endsWith(`/${name}`) ? [repository.slice(0, -name.length - 1)] : [],
    ),
  )
  return folders.size === 0 ? [] : [`In the registry, under ${[...folders].join(' and ')}.\n`]
}

const isDryRun = ({ services }: BuildResult): boolean => services.some(({ outcome }) => outcome === 'planned')

/** For a terminal. The problems are told apart from the result. */
export const buildText = (result: BuildResult): string => {
  const rows = result.services.length > 0 ? ['\n', table(COLUMNS, result.services.map(row))] : []
  const hint = isDryRun(result) ? ['\nThis was a dry run. With --yes it is done.\n'] : []
  const notes = [...waiting(result), ...pushedTo(result), ...onlyHere(result), savedLine(result)].filter(
    (note) => note !== '',
  )
  const tests = testsText(told(result.services))
  const said = [...(tests === '' ? [] : [tests]), ...notes]
  return [`${buildHeadline(result)}\n`, ...rows, ...said.map((note) => `\n${note}`), ...hint].join('')
}

/** For a job's summary. */
export const buildMarkdown = (result: BuildResult): string => {
  const names = result.services.map(({ name }) => ` ${name}`).join('')
  return [
    `**${buildHeadline(result)}**\n`,
    ...(result.services.length > 0 ? [markdownTable(COLUMNS, result.services.map(row))] : []),
    ...[...waiting(result), ...pushedTo(result), ...onlyHere(result), savedLine(result)].filter(
      (note) => note !== '',
    ),
    ...buildProblems(result).map(problemMarkdown),
    ...[testsMarkdown(told(result.services))].filter((text) => text !== ''),
    `<sub>On a laptop: <code>stagger build${names}</code></sub>\n`,
  ].join('\n')
}
