/** Where a command tells what it does while it does it. Never the result: that goes to standard output. */
export interface Progress {
  /** One line, when something changed. */
  say(line: string): void
  warn(line: string): void
  /** A finished block of output under a title: folded in a workflow's log, indented in a terminal. */
  group(title: string, lines: readonly string[]): void
}

export interface TerminalOptions {
  /** Also shows the blocks; without it a terminal tells what changed, and a failure brings its own lines. */
  readonly verbose?: boolean
  readonly write?: (text: string) => void
}

/** Plain lines to standard error, for a terminal. */
export const terminalProgress = ({
  verbose = false,
  write = toStandardError,
}: TerminalOptions = {}): Progress => ({
  say: (line) => write(`${line}\n`),
  warn: (line) => write(`warning: ${line}\n`),
  group: (title, lines) => {
    if (verbose) write([title, ...lines.map((line) => `  ${line}`), ''].join('\n'))
  },
})

const toStandardError = (text: string): void => {
  process.stderr.write(text)
}
