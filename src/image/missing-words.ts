import { posix } from 'node:path'

/** A file that a program did not find, as it called it. */
export interface Missed {
  readonly path: string
  /** The folder that the path stands from, where that is not the one that the step works in. */
  readonly from?: string
  /** What may stand behind it in the file's real name. */
  readonly endings?: readonly string[]
}

const MODULE = ['', '.js', '.mjs', '.cjs', '.ts', '.tsx', '.jsx', '.json', '/index.js', '/index.ts']
const PYTHON = ['.py', '/__init__.py', '']

/** Each with the group that holds the path. What is quoted may hold blanks, anything else ends at one. */
const PLAIN: readonly RegExp[] = [
  /ENOENT: no such file or directory, \w+ '([^']+)'/,
  /No such file or directory: b?'([^']+)'/,
  /can't open file '([^']+)'/,
  /No rule to make target [`']([^']+)'/,
  /(?:can't|cannot) (?:open|access|stat|read|load|find|cd to|create regular file) [`'"]?([^'"`:]+?)['"`]?: No such file/i,
  /(?:couldn't|could not|failed to) (?:read|open|load|find) (?:the )?(?:file |path )?[`'"]([^'"`]+)['"`]/i,
  /Could not find (?:a part of the path|file) '([^']+)'/,
  /(?:project|source) file ['"]([^'"]+)['"] (?:was not|could not be) found/i,
  /([^\s:('"`]+) \(No such file or directory\)/,
  /\(([^()\s]+)\): [Ff]ailed to open stream: No such file/,
  /No such file or directory @ \w+ - (\S+)/,
  /cannot load such file -- (\/\S+)/,
  /(?:open|stat|lstat|read|chdir|exec: )\s*"?([^\s":]+)"?: no such file or directory/,
  /pattern ([^\s:*?[]+): no matching files found/,
  /(?:^|\s)([^\s:]+): File not found\.?$/i,
  /error TS6053: File '([^']+)' not found/,
  /(?:^|[\s:])(\.{0,2}\/[^\s:]+): not found$/,
  /(?:^|[\s:'"])([^\s:'"`]+)['"`]?: No such file or directory$/,
]

/** All that a step's output says was not found, in the order that it was said. */
export const missedFiles = (said: readonly string[]): readonly Missed[] =>
  said.flatMap(
    (line, at) => moduleMissed(line, said.slice(at + 1)) ?? includeMissed(line) ?? plainMissed(line),
  )

const plainMissed = (line: string): readonly Missed[] => {
  const path = PLAIN.map((words) => words.exec(line)?.[1]).find((found) => found !== undefined)
  return path === undefined ? [] : [{ path }]
}

/** A module is looked for from the file that asks for it. One without a path is a package, and no file of a repository. */
const moduleMissed = (line: string, further: readonly string[]): readonly Missed[] | null => {
  const [, python] = /ModuleNotFoundError: No module named '([\w.]+)'/.exec(line) ?? []
  if (python)
    return [{ path: python.replaceAll('.', '/'), endings: PYTHON }, { path: python.split('.')[0] ?? '' }]
  const [, asked, importer] = /Cannot find module '([^']+)'(?: imported from (\S+))?/.exec(line) ?? []
  if (asked === undefined) return null
  if (!/^\.{0,2}\//.test(asked)) return []
  const typescript = /^(\S+?)[(:]\d+[,:]\d+/.exec(line)?.[1]
  const required = further.map((one) => /^- (\/\S+)$/.exec(one)?.[1]).find((found) => found !== undefined)
  const file = importer ?? typescript ?? required
  return [
    {
      path: asked,
      endings: MODULE,
      ...(file && !asked.startsWith('/') ? { from: posix.dirname(file) } : {}),
    },
  ]
}

/** A header of C: from the file that includes it, or from the folder that the compiler runs in. */
const includeMissed = (line: string): readonly Missed[] | null => {
  const [, file, header] = /^(\S+?):\d+:\d+: fatal error: (\S+): No such file/.exec(line) ?? []
  if (file === undefined || header === undefined) return null
  return [{ path: header, from: posix.dirname(file) }, { path: header }]
}
