import type { Deployed } from '../ecs/deployed.js'
import type { Diagnosis, LogTail, TargetReport, TaskReport } from '../ecs/diagnosis.js'
import { printable } from './table.js'

export const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`)

/** What happened, why, how to go on, and what the tasks and their containers said. */
export const failureLines = ({ problems, diagnosis }: Deployed): readonly string[] => [
  ...problems.flatMap(({ problem, why, fix }) => [problem, `why: ${why}`, `fix: ${fix}`].map(printable)),
  ...(diagnosis ? diagnosisLines(diagnosis) : []),
]

const diagnosisLines = ({ tasks, targets, logs, events }: Diagnosis): readonly string[] => [
  ...tasks.flatMap(taskLines),
  ...targets.map(targetLine),
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

const targetLine = ({ group, target, state, reason, description }: TargetReport): string =>
  printable(`target ${target} of ${group}: ${[state, reason, description].filter(Boolean).join(', ')}`)

const logLines = ({ task, container, lines, unread }: LogTail): readonly string[] => {
  if (unread !== null) return [printable(`the log of ${container} could not be read: ${unread}`)]
  if (lines.length === 0) return [printable(`container ${container} of task ${task} wrote no log`)]
  return [
    printable(`the last lines of container ${container} of task ${task}:`),
    ...indent(lines.map(printable)),
  ]
}
