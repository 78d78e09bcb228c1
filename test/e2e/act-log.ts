/** One line of act's log. */
interface Line {
  readonly jobID?: string
  readonly matrix?: Readonly<Record<string, string>>
  readonly jobResult?: string
  readonly step?: string
  readonly stage?: string
  readonly stepResult?: string
  readonly command?: string
  readonly content?: string
  readonly msg?: string
}

/** What a run of a workflow came to. */
export interface Run {
  readonly code: number | null
  /** Each job that ended and its result, e.g. `release (catalog): success`, in order of their names. */
  readonly jobs: readonly string[]
  /** Each step of a job by its name, and its result. */
  steps(job: string): readonly string[]
  /** What a job's steps wrote into its summary. */
  summary(job: string): string
  /** What people would have seen, for a failure's sake. */
  readonly log: string
}

export const readLog = (texts: readonly string[]): Omit<Run, 'code'> => {
  const lines = texts.map(parse)
  const of = (job: string) => lines.filter((line) => nameOf(line) === job)
  return {
    jobs: lines.flatMap((line) => (line.jobResult ? [`${nameOf(line)}: ${line.jobResult}`] : [])).sort(),
    steps: (job) =>
      of(job).flatMap(({ stage, step, stepResult }) =>
        stage === 'Main' && stepResult ? [`${step?.replace(/@.*/, '')}: ${stepResult}`] : [],
      ),
    summary: (job) =>
      of(job)
        .flatMap(({ command, content }) => (command === 'summary' ? [content] : []))
        .join('\n'),
    log: lines.map((line) => `[${nameOf(line)}] ${line.msg?.trimEnd() ?? ''}`).join('\n'),
  }
}

/** Before it reads a workflow, act also tells plain text. */
const parse = (text: string): Line => {
  try {
    return JSON.parse(text)
  } catch {
    return { msg: text }
  }
}

const nameOf = ({ jobID = '', matrix }: Line): string =>
  matrix?.service ? `${jobID} (${matrix.service})` : jobID
