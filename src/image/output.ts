/** How much of a failed build's output stands in the error itself; all of it stands in the log. */
const TAIL = 20

/** What BuildKit prints before each line of a step: its number and, for a command's output, the time. */
const PREFIX = /^#\d+ (?:\d+\.\d+ )?/

/** How a build ended. */
export interface Failure {
  /** The step as BuildKit calls it, e.g. `[build 3/4] COPY dist /app`; null where none is named. */
  readonly step: string | null
  /** What went wrong with it, in BuildKit's words. */
  readonly error: string
  /** What the step itself printed. */
  readonly said: readonly string[]
  /** The line of the Dockerfile; null before BuildKit 0.10 or so, which does not tell it. */
  readonly line: number | null
}

const ERROR = /^(#\d+ )ERROR: ?(.*)$/

/** Steps that say `ERROR` and let no build fail: a cache that is not there yet, or that takes no write. */
const OF_A_CACHE = /^(#\d+ )(?:importing cache manifest from|exporting cache to) /

/** The first error of a step that can let a build fail. */
const errorIn = (lines: readonly string[]): RegExpExecArray | null => {
  const caches = new Set(lines.map((line) => OF_A_CACHE.exec(line)?.[1]))
  return lines.map((line) => ERROR.exec(line)).find((found) => found && !caches.has(found[1])) ?? null
}

export const readFailure = (lines: readonly string[]): Failure => {
  const [, number, error] = errorIn(lines) ?? []
  const told = lines.map((line) => /^[^\s:]*Dockerfile:(\d+)$/.exec(line)?.[1]).findLast((one) => one)
  const own = number === undefined ? [] : lines.filter((line) => line.startsWith(number))
  return {
    step: own[0]?.replace(PREFIX, '') ?? null,
    error: error ?? lines.findLast((line) => /failed to solve/.test(line)) ?? '',
    said: own.slice(1).flatMap((line) => (/^#\d+ \d+\.\d+ /.test(line) ? [line.replace(PREFIX, '')] : [])),
    line: told === undefined ? null : Number(told),
  }
}

/** What the step that failed said, without BuildKit's own numbers; else the last lines of all. */
export const failureTail = (lines: readonly string[]): string => {
  const step = errorIn(lines)?.[1]
  const said = step ? lines.filter((line) => line.startsWith(step)) : lines
  return said
    .map((line) => line.replace(PREFIX, ''))
    .filter((line) => line.trim() !== '' && !/^sha256:[0-9a-f]{64}$/.test(line))
    .slice(-TAIL)
    .join('\n')
}
