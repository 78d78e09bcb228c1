import { ignoredBy } from './context-artifacts.js'

/** The line of an ignore file that leaves a path out, and the one that brings it back. */
export interface HidingRule {
  /** From 1. */
  readonly line: number
  readonly text: string
  readonly exception: string
}

/**
 * Null where the path is not left out. Rules count in their order, so the one that decides is the last line with which
 * the answer changes.
 */
export const hidingRule = (text: string, path: string): HidingRule | null => {
  const lines = text.split(/\r?\n/)
  const verdicts = lines.map((_, at) => ignoredBy(lines.slice(0, at + 1).join('\n'))(path))
  if (!verdicts.at(-1)) return null
  const at = verdicts.lastIndexOf(false) + 1
  const plain = `!${path.replace(/[*?[\]\\]/g, '\\$&')}`
  const exception = [plain, `${plain}/**`].find((one) => !ignoredBy(`${text}\n${one}`)(path)) ?? plain
  return { line: at + 1, text: lines[at] ?? '', exception }
}
