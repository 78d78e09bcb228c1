import { readFrom } from '../../catalog/dockerfile/from.js'
import type { ParsedDockerfile } from '../../catalog/dockerfile/instruction.js'
import { isComment } from '../../catalog/dockerfile/lines.js'
import { parseDockerfile } from '../../catalog/dockerfile/parse.js'
import { StaggerError } from '../../words.js'

/** A Dockerfile with one stage more, which holds the reports of another and nothing else. */
export interface ReportsStage {
  readonly dockerfile: string
  /** What to build of it, with `--output=type=local,dest=FOLDER`. */
  readonly target: string
}

const NAME = 'stagger-reports'

/** How BuildKit calls the step that takes them: it fails where the stage made no such folder. */
const STEP = new RegExp(`^\\[${NAME}(?:-\\d+)? [^\\]]*\\] COPY --from=\\d+ \\[(.+), /\\]$`)

/** The folder that a step would have taken out; null for every other step. */
export const folderTaken = (step: string | null): string | null => STEP.exec(step ?? '')?.[1] ?? null

/**
 * Adds the stage that takes reports out of a build: nothing can be had of one but what it exports. Null where that cannot
 * be said in this text, since it is in another language, or has no such stage.
 */
export const withReportsStage = (text: string, stage: string, reports: string): ReportsStage | null => {
  const before = parsed(text)
  const number = before && stageNumber(before, stage)
  if (!before || number === null) return null
  const target = freeName(text)
  const lines = [`FROM scratch AS ${target}`, `COPY --from=${number} ["${reports}", "/"]`]
  const dockerfile = `${ended(text, before.escapeToken)}\n${lines.join('\n')}\n`
  const after = parsed(dockerfile)
  return after && told(after).slice(0, -2).join() === told(before).join() ? { dockerfile, target } : null
}

const parsed = (text: string): ParsedDockerfile | null => {
  try {
    return parseDockerfile(text, 'Dockerfile')
  } catch (error) {
    if (error instanceof StaggerError) return null
    throw error
  }
}

const told = ({ instructions }: ParsedDockerfile): readonly string[] =>
  instructions.map(({ keyword, flags, rest, heredocs }) => JSON.stringify([keyword, flags, rest, heredocs]))

/** By number a stage is found whatever it is called, and also where two have its name: the last one counts. */
const stageNumber = ({ instructions }: ParsedDockerfile, stage: string): number | null => {
  const names = instructions
    .filter(({ keyword }) => keyword === 'FROM')
    .map((from) => readFrom(from, 'Dockerfile').name)
  const named = names.lastIndexOf(stage.toLowerCase())
  if (named >= 0) return named
  return /^\d+$/.test(stage) && Number(stage) < names.length ? Number(stage) : null
}

const freeName = (text: string): string => {
  const taken = text.toLowerCase()
  for (let at = 1; ; at++) {
    const name = at === 1 ? NAME : `${NAME}-${at}`
    if (!taken.includes(name)) return name
  }
}

/** Without comments at the end, and without a token there that would continue the last line into the next one. */
const ended = (text: string, escapeToken: string): string => {
  const lines = text.split('\n')
  const last = lines.pop()
  if (last === undefined) return ''
  const line = last.trimEnd()
  if (line === '' || isComment(line)) return ended(lines.join('\n'), escapeToken)
  // A doubled one is no continuation.
  if (!line.endsWith(escapeToken) || line.endsWith(escapeToken + escapeToken)) return text
  return ended([...lines, line.slice(0, -1)].join('\n'), escapeToken)
}
