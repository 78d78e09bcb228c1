import type { Problem } from '../words.js'
import { commandLine } from './by-hand.js'
import type { Finding } from './finding.js'
import { type Findings, readSarif } from './sarif.js'

/** What a command of stagger.yml came to. */
export interface CheckRun {
  /** As a person would call it. */
  readonly argv: readonly string[]
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** What it wrote to the file that it was told; null where it wrote none. */
  readonly report: string | null
}

export interface Scan {
  /** Null where the command tells by its exit code alone. */
  readonly findings: Findings | null
  /** Why the image is not good enough. */
  readonly problem: Problem | null
}

/** A finding of the level `error` says no, as another exit code than 0 does. `expected`: it was told to write a report. */
export const scanOf = (image: string, run: CheckRun, expected: boolean): Scan => {
  const findings = readSarif(expected ? (run.report ?? '') : run.stdout)
  const why = whyNot(run, findings, expected)
  return { findings, problem: why === null ? null : refused(image, run, findings, why) }
}

const whyNot = (run: CheckRun, findings: Findings | null, expected: boolean): string | null => {
  if (findings && findings.counts.error > 0) return findings.first.map(findingText).join('\n')
  if (run.code !== 0) return ended(run)
  if (expected && !findings)
    return 'it ended with 0 and wrote no SARIF where {report} stands: it says nothing of the image'
  return findings && !findings.whole ? 'it says of itself that it did not come to its end' : null
}

const refused = (image: string, { argv }: CheckRun, findings: Findings | null, why: string): Problem => ({
  code: 'scan-failed',
  fault: 'thing',
  problem: findings?.counts.error ? `${image} has ${countsText(findings)}` : `${image} did not pass its scan`,
  why,
  fix: `see it again: ${commandLine(argv)}`,
})

/** A signature is there, or it is not. */
export const signatureProblem = (image: string, run: CheckRun): Problem | null =>
  run.code === 0
    ? null
    : {
        code: 'not-signed',
        fault: 'thing',
        problem: `${image} was not signed`,
        why: ended(run),
        fix: `see it again: ${commandLine(run.argv)}`,
      }

const MOST_LINES = 20

const ended = ({ argv: [program = ''], code, stdout, stderr }: CheckRun): string => {
  const said = (stderr.trim() || stdout.trim()).split(/\r?\n/).slice(-MOST_LINES).join('\n')
  return `${program} ended with ${code}${said === '' ? ' and said nothing' : `:\n${said}`}`
}

/** E.g. `2 errors, 1 warning`. */
export const countsText = ({ counts }: Findings): string => {
  const parts = Object.entries(counts).filter(([, count]) => count > 0)
  return (
    parts.map(([level, count]) => `${count} ${level}${count === 1 ? '' : 's'}`).join(', ') || 'no findings'
  )
}

const findingText = ({ level, rule, message, where }: Finding): string =>
  `${level} ${rule}: ${message}${where === null ? '' : ` (${where})`}`
