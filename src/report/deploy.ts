import type { Decision } from '../ecs/decide.js'
import type { Deployed, DeployResult } from '../ecs/deployed.js'
import type { Diagnosis, LogTail, TaskReport } from '../ecs/diagnosis.js'
import type { Difference } from '../ecs/task-definition.js'
import type { News } from '../rollout/follow.js'
import type { Tasks } from '../rollout/sight.js'
import { type Outcome, type ServiceName, unreachable } from '../words.js'
import { type Column, markdownCode, markdownTable, markdownText, printable, table } from './table.js'

/** One line of progress. */
export const newsLine = (service: ServiceName, news: News): string => {
  switch (news.kind) {
    case 'progress':
      return `${service}: ${stageOf(news.status)}${tasksText(news.tasks)}`
    case 'rolling-back':
      return `${service}: ECS rolls back: ${printable(news.reason)}`
    case 'lost':
      return `${service}: no answer (${printable(news.why)}); ECS goes on, and is asked again`
    default:
      return unreachable(news)
  }
}

const stageOf = (status: string): string =>
  status === 'IN_PROGRESS' ? '' : `${status.toLowerCase().replaceAll('_', ' ')}, `

const tasksText = ({ running, requested, pending, failed, threshold }: Tasks): string =>
  [
    `${running} of ${requested} new tasks running`,
    ...(pending > 0 ? [`${pending} starting`] : []),
    ...(failed ? [`${failed} failed${threshold ? ` of ${threshold} that roll it back` : ''}`] : []),
  ].join(', ')

/** What is going to be done, in one line. */
export const decisionLine = (service: ServiceName, decision: Decision): string => {
  const settings = decision.configuration ? ', with its deployment settings brought up to date' : ''
  switch (decision.kind) {
    case 'unchanged':
      return `${service}: runs this image with this configuration already${settings}`
    case 'join':
      return `${service}: a deployment of exactly this is under way; following it${settings}`
    case 'again':
      return `${service}: the same was tried and failed; a new deployment of it${settings}`
    case 'register':
      return `${service}: a new task definition (${count(decision.differences.length, 'difference')})${settings}`
    default:
      return unreachable(decision)
  }
}

const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`

const differenceLine = ({ path, from, to }: Difference): string =>
  printable(`${path}: ${from ?? '(not set)'} → ${to ?? '(not set)'}`)

const COLUMNS: readonly Column[] = [
  { title: 'service' },
  { title: 'version' },
  { title: 'image', code: true },
  { title: 'strategy' },
  { title: 'outcome' },
  { title: 'time', align: 'right' },
]

const outcomeText = ({ outcome, problems }: Deployed, dryRun: boolean): string =>
  outcome ?? (problems.length === 0 && dryRun ? 'dry run' : 'not deployed')

const row = (deployed: Deployed, dryRun: boolean): readonly string[] => [
  deployed.name,
  deployed.version ?? '–',
  deployed.digest.slice(0, 'sha256:'.length + 12),
  deployed.strategy,
  outcomeText(deployed, dryRun),
  `${deployed.seconds.toFixed(1)} s`,
]

/** The result in one sentence: how many, and what became of them. */
export const deployHeadline = ({ services, dryRun }: DeployResult): string => {
  if (services.length === 0) return 'Nothing to deploy.'
  const texts = services.map((deployed) => outcomeText(deployed, dryRun))
  const parts = [...new Set(texts)].map(
    (text) => `${texts.filter((other) => other === text).length} ${words(text)}`,
  )
  return `${count(services.length, 'service')}: ${parts.join(', ')}.`
}

const words = (outcome: Outcome | string): string => outcome.replaceAll('-', ' ')

/** The whole result for a terminal. */
export const deployText = (result: DeployResult): string => {
  const rows = result.services.map((deployed) => row(deployed, result.dryRun))
  const details = result.services.flatMap((deployed) => detailLines(deployed, result.dryRun))
  return [table(COLUMNS, rows), ...details.map((line) => `${line}\n`), `${deployHeadline(result)}\n`].join('')
}

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`)

const detailLines = (deployed: Deployed, dryRun: boolean): readonly string[] => {
  const planned = dryRun ? planLines(deployed) : []
  const failed = deployed.problems.length > 0 ? failureLines(deployed) : []
  const lines = [...planned, ...failed]
  return lines.length > 0 ? ['', `${deployed.name}`, ...indent(lines), ''] : []
}

const planLines = ({ name, decision }: Deployed): readonly string[] =>
  decision
    ? [
        decisionLine(name, decision).slice(name.length + 2),
        ...indent(decision.kind === 'register' ? decision.differences.map(differenceLine) : []),
      ]
    : []

/** What happened, why, how to go on, and what the tasks and their containers said. */
export const failureLines = ({ problems, diagnosis }: Deployed): readonly string[] => [
  ...problems.flatMap(({ problem, why, fix }) => [problem, `why: ${why}`, `fix: ${fix}`].map(printable)),
  ...(diagnosis ? diagnosisLines(diagnosis) : []),
]

const diagnosisLines = ({ tasks, logs, events }: Diagnosis): readonly string[] => [
  ...tasks.flatMap(taskLines),
  ...logs.flatMap(logLines),
  ...(events.length > 0 ? ['what the service said:', ...indent(events.map(printable))] : []),
]

const taskLines = ({ id, status, stopCode, stoppedReason, containers }: TaskReport): readonly string[] => [
  printable(`task ${id}: ${[status.toLowerCase(), stopCode, stoppedReason].filter(Boolean).join(', ')}`),
  ...containers.map(({ name, exitCode, health, reason }) => {
    const said = [exitCode === null ? null : `exit code ${exitCode}`, health?.toLowerCase(), reason].filter(
      Boolean,
    )
    return printable(`  container ${name}: ${said.length > 0 ? said.join(', ') : 'nothing told'}`)
  }),
]

const logLines = ({ task, container, lines, unread }: LogTail): readonly string[] => {
  if (unread !== null) return [printable(`the log of ${container} could not be read: ${unread}`)]
  if (lines.length === 0) return [printable(`container ${container} of task ${task} wrote no log`)]
  return [
    printable(`the last lines of container ${container} of task ${task}:`),
    ...indent(lines.map(printable)),
  ]
}

/** The whole result for a page of GitHub: what passed is folded away, what failed stands open. */
export const deployMarkdown = (result: DeployResult): string => {
  const rows = result.services.map((deployed) => row(deployed, result.dryRun))
  const details = result.services.map((deployed) => detailMarkdown(deployed, result.dryRun))
  return [`**${markdownText(deployHeadline(result))}**\n\n`, markdownTable(COLUMNS, rows), ...details].join(
    '',
  )
}

const detailMarkdown = (deployed: Deployed, dryRun: boolean): string => {
  const lines = detailLines(deployed, dryRun)
    .filter((line) => line !== '')
    .slice(1)
  if (lines.length === 0) return ''
  const open = deployed.problems.length > 0 ? ' open' : ''
  const body = lines.map((line) => markdownCode(line)).join('<br>\n')
  return `\n<details${open}><summary>${markdownText(deployed.name)}</summary>\n\n${body}\n\n</details>\n`
}

/** The documented object of `deploy --json`. */
export const deployJson = ({ services, dryRun }: DeployResult): object => ({
  schema: 1,
  services: services.map(({ problems, decision, diagnosis: _, ...told }) => ({
    ...told,
    problem: problems[0] ?? null,
    ...(dryRun ? { planned: decision && { ...decision, input: undefined } } : {}),
  })),
})
