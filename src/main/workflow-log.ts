import { randomUUID } from 'node:crypto'
import * as core from '@actions/core'
import type { Progress } from '../platform/progress.js'

/** A workflow's log: a finished block is folded. */
export const workflowProgress: Progress = {
  say: (line) => core.info(line),
  warn: (line) => core.warning(line),
  group: (title, lines) => {
    core.startGroup(title)
    for (const line of quoted(lines)) core.info(line)
    core.endGroup()
  },
}

/**
 * What a test printed is shown, and tells the runner nothing: a test runner that annotates by itself would annotate twice, and in
 * files of its container.
 */
const quoted = (lines: readonly string[]): readonly string[] => {
  if (!lines.some((line) => /^\s*(?:::|##\[)/.test(line))) return lines
  const token = randomUUID()
  return [`::stop-commands::${token}`, ...lines, `::${token}::`]
}
