/** How much of a failed build's output stands in the error itself; all of it stands in the log. */
const TAIL = 20

/** What BuildKit prints before each line of a step: its number and, for a command's output, the time. */
const PREFIX = /^#\d+ (?:\d+\.\d+ )?/

/** What the step that failed said, without BuildKit's own numbers; else the last lines of all. */
export const failureTail = (lines: readonly string[]): string => {
  const step = lines.map((line) => /^(#\d+ )ERROR/.exec(line)?.[1]).find((found) => found !== undefined)
  const said = step ? lines.filter((line) => line.startsWith(step)) : lines
  return said
    .map((line) => line.replace(PREFIX, ''))
    .filter((line) => line.trim() !== '' && !/^sha256:[0-9a-f]{64}$/.test(line))
    .slice(-TAIL)
    .join('\n')
}
