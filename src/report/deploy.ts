import { type Deployed, type DeployResult, isUnderWay } from '../ecs/deployed.js'
import { type Part, wholes } from '../ecs/together.js'
import { failureLines, indent } from './diagnosis.js'
import { placeName } from './place.js'
import { count, decisionLine, differenceLine } from './rollout.js'
import { type Column, markdownTable, markdownText, printable, table } from './table.js'
import { timelineMarkdown } from './timeline.js'

const COLUMNS: readonly Column[] = [
  { title: 'service' },
  { title: 'version' },
  { title: 'image', code: true },
  { title: 'strategy' },
  { title: 'outcome' },
  { title: 'time', align: 'right' },
]

const outcomeText = (deployed: Deployed, dryRun: boolean): string => {
  if (deployed.outcome !== null) return deployed.outcome
  if (deployed.problems.length === 0 && dryRun) return 'dry run'
  return isUnderWay(deployed) ? 'under way' : 'not deployed'
}

const row = (deployed: Deployed, dryRun: boolean): readonly string[] => [
  placeName(deployed),
  deployed.version ?? '–',
  deployed.digest.slice(0, 'sha256:'.length + 12),
  deployed.strategy,
  outcomeText(deployed, dryRun),
  `${deployed.seconds.toFixed(1)} s`,
]

/** The result in one sentence: how many, and what became of them. */
export const deployHeadline = ({ services: rows, dryRun }: DeployResult): string => {
  if (rows.length === 0) return 'Nothing to deploy.'
  const services = wholes(rows).map(({ deployed }) => deployed)
  const texts = services.map((deployed) => outcomeText(deployed, dryRun))
  const parts = [...new Set(texts)].map(
    (text) => `${texts.filter((other) => other === text).length} ${words(text)}`,
  )
  return `${count(services.length, 'service')}: ${parts.join(', ')}.`
}

const words = (outcome: string): string => outcome.replaceAll('-', ' ')

/** The whole result for a terminal. */
export const deployText = (result: DeployResult): string => {
  const rows = result.services.map((deployed) => row(deployed, result.dryRun))
  const details = result.services.flatMap((deployed) => detailLines(deployed, result.dryRun))
  const hint = result.dryRun ? ['\nThis was a dry run. With --yes it is done.\n'] : []
  return [
    table(COLUMNS, rows),
    ...details.map((line) => `${line}\n`),
    ...partlyLines(result).map((line) => `${line}\n`),
    `${deployHeadline(result)}\n`,
    ...hint,
  ].join('')
}

/** What failed alone, with its diagnosis. */
export const deployFailures = ({ services }: DeployResult): string =>
  [
    ...services
      .filter(({ problems }) => problems.length > 0)
      .flatMap((deployed) => detailLines(deployed, false)),
    ...partlyLines({ services }),
  ]
    .map((line) => `${line}\n`)
    .join('')

/** Of a service that did not get to all of its ECS services: which of them run what. */
const partlyLines = ({ services }: Pick<DeployResult, 'services'>): readonly string[] =>
  wholes(services).flatMap(({ deployed, parts }) => {
    const [problem] = parts.length > 0 ? deployed.problems : []
    return problem ? [printable(`${problem.problem}: ${problem.why}`)] : []
  })

const detailLines = (deployed: Deployed, dryRun: boolean): readonly string[] => {
  const planned = dryRun ? planLines(deployed) : []
  const failed = deployed.problems.length > 0 ? failureLines(deployed) : []
  const lines = [...planned, ...pausedLines(deployed), ...failed]
  return lines.length > 0 ? ['', placeName(deployed), ...indent(lines), ''] : []
}

/** How somebody, in any later run, lets it go on or go back. */
const pausedLines = ({ name, environment, pause, reason, deployment }: Deployed): readonly string[] => {
  if (!pause) return []
  const where = `${name} --environment ${environment}`
  return [
    printable(reason ?? 'it waits for an answer'),
    `to go on: stagger continue ${where}`,
    `to go back: stagger stop ${where}`,
    `the pause is ${printable(pause.hook)} of ${printable(deployment ?? '')}`,
  ]
}

const planLines = ({ name, decision }: Deployed): readonly string[] =>
  decision
    ? [
        decisionLine(name, decision).slice(name.length + 2),
        ...indent(decision.kind === 'register' ? decision.differences.map(differenceLine) : []),
      ]
    : []

/** The whole result for a page of GitHub: what passed is folded away, what failed stands open. */
export const deployMarkdown = (result: DeployResult): string => {
  const rows = result.services.map((deployed) => row(deployed, result.dryRun))
  const details = result.services.map(
    (deployed) => `${detailMarkdown(deployed, result.dryRun)}${timelineMarkdown(deployed)}`,
  )
  const partly = partlyLines(result).map((line) => `\n${markdownText(line)}\n`)
  const headline = `**${markdownText(deployHeadline(result))}**\n\n`
  return [headline, markdownTable(COLUMNS, rows), ...partly, ...details].join('')
}

const detailMarkdown = (deployed: Deployed, dryRun: boolean): string => {
  const lines = detailLines(deployed, dryRun)
    .filter((line) => line !== '')
    .slice(1)
  if (lines.length === 0) return ''
  const open = deployed.problems.length > 0 || deployed.pause ? ' open' : ''
  const body = lines.map(htmlText).join('\n')
  const summary = `<summary>${markdownText(placeName(deployed))}</summary>`
  return `\n<details${open}>${summary}\n\n<pre>\n${body}\n</pre>\n\n</details>\n`
}

const htmlText = (line: string): string =>
  line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The documented object of `deploy --json`. */
export const deployJson = ({ services, dryRun }: DeployResult): object => ({
  schema: 1,
  services: wholes(services).map(({ deployed, parts }) => ({
    ...rowJson(deployed, dryRun),
    ...(parts.length > 0 ? { ecs: parts.map(partJson) } : {}),
  })),
})

const rowJson = (
  { problems, decision, diagnosis: _, marks: _marks, reason: _reason, unseen: _unseen, ...told }: Deployed,
  dryRun: boolean,
): object => ({
  ...told,
  problem: problems[0] ?? null,
  ...(dryRun ? { planned: decision && { ...decision, input: undefined } } : {}),
})

const partJson = ({ problems, reason: _, ...told }: Part): object => ({
  ...told,
  problem: problems[0] ?? null,
})
