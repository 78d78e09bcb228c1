/** Where a command tells what it does while it does it. Never the result: that goes to standard output. */
export interface Progress {
  /** One line, when something changed. */
  say(line: string): void
  warn(line: string): void
  /** A finished block of output under a title: folded in a workflow's log, indented in a terminal. */
  group(title: string, lines: readonly string[]): void
}

/** Plain lines to standard error, for a terminal. */
export const terminalProgress = (
  write: (text: string) => void = (text) => process.stderr.write(text),
): Progress => ({
  say: (line) => write(`${line}\n`),
  warn: (line) => write(`warning: ${line}\n`),
  group: (title, lines) => write([title, ...lines.map((line) => `  ${line}`), ''].join('\n')),
})
