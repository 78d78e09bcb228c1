import * as core from '@actions/core'
import type { Progress } from '../platform/progress.js'
import { distinct } from '../report/outcomes.js'
import { problemMarkdown } from '../report/problem.js'
import type { Annotation } from '../report/tests.js'
import { exitCode, type Problem, StaggerError } from '../words.js'
import { workflowProgress } from './workflow-log.js'

/** What an action came to. */
export interface Answer {
  readonly code: number
  readonly headline: string
  /** Markdown for the job's summary. */
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
  readonly problems?: readonly Problem[]
  /** Further places in the files of this repository, e.g. of failed tests. */
  readonly annotations?: readonly Annotation[]
}

/** The inputs of an action, read when its body asks for them. */
export interface Inputs {
  /** `otherwise` where it was left empty. */
  text(name: string, otherwise: string): string
  /** `true` or `false`, as YAML writes them. */
  flag(name: string, otherwise: boolean): boolean
  /** Names with spaces or commas between them. */
  words(name: string): string[]
}

const inputs: Inputs = {
  text: (name, otherwise) => core.getInput(name) || otherwise,
  flag: (name, otherwise) => (core.getInput(name) === '' ? otherwise : core.getBooleanInput(name)),
  words: (name) =>
    core
      .getInput(name)
      .split(/[\s,]+/)
      .filter((word) => word !== ''),
}

export type ActionBody = (progress: Progress, inputs: Inputs) => Promise<Answer>

/** Runs an action to its end: outputs, summary, annotations, exit code. What is no problem of the caller's is a bug. */
export const actionMain = async (body: ActionBody): Promise<void> => {
  try {
    await finish(await body(workflowProgress, inputs))
  } catch (error) {
    if (!(error instanceof StaggerError)) throw error
    await refuse(error)
  }
}

const finish = async ({
  code,
  headline,
  summary,
  outputs,
  problems = [],
  annotations = [],
}: Answer): Promise<void> => {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
  core.info(headline)
  distinct(problems).forEach(annotate)
  for (const { title, message, at } of annotations)
    core.error(message, { title, file: at.file, startLine: at.line })
  await writeSummary(summary)
  process.exitCode = code
}

const refuse = async ({ problems }: StaggerError): Promise<void> => {
  problems.forEach(annotate)
  await writeSummary(problems.map(problemMarkdown).join('\n'))
  process.exitCode = exitCode(problems.map(({ fault }) => fault))
}

const annotate = ({ problem, why, fix, at }: Problem): void =>
  core.error(
    `${problem}\n${why}\nfix: ${fix}`,
    at ? { file: at.file, startLine: at.line, startColumn: at.column } : {},
  )

/** Outside of a workflow there is no summary to write, and without anything to say none is made. */
const writeSummary = async (text: string): Promise<void> => {
  if (text !== '' && process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(text, true).write()
}
