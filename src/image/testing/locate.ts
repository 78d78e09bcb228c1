import type { Position } from '../../words.js'
import type { FailedTest, TestReport } from './report.js'

/** A path as a report has it, and the line. */
interface Place {
  readonly path: string
  readonly line: number | null
}

/** The report with each failure's place in this repository, where one of these files, and one alone, fits what it says. */
export const located = (report: TestReport, files: readonly string[]): TestReport => {
  const byName = new Map<string, string[]>()
  for (const file of files) {
    const name = baseName(file)
    const known = byName.get(name)
    if (known) known.push(file)
    else byName.set(name, [file])
  }
  return { ...report, failed: report.failed.map((failed) => ({ ...failed, at: placeOf(failed, byName) })) }
}

type ByName = ReadonlyMap<string, readonly string[]>

const placeOf = (failed: FailedTest, files: ByName): Position | null => {
  const said = failed.file === null ? [] : [{ path: failed.file, line: failed.line }]
  const found = [...said, ...placesIn(failed)].flatMap(({ path, line }) => {
    const file = fileOf(path, files)
    return file === null ? [] : [{ file, line }]
  })
  const [first] = found
  if (!first) return null
  // The runner may name the file alone, and the trace the line in it.
  const line = first.line ?? found.find((one) => one.file === first.file && one.line !== null)?.line ?? 1
  return { file: first.file, line, column: 1 }
}

/** Files of others, which stand in the same trace. */
const FOREIGN =
  /(?:^|\/)(?:node_modules|site-packages|dist-packages|vendor)\/|^node:|^(?:\/usr\/|java\.base\/)/

const fileOf = (path: string, files: ByName): string | null => {
  const normal = path.replaceAll('\\', '/').replace(/^file:\/\//, '')
  if (FOREIGN.test(normal)) return null
  const segments = normal.split('/').filter((segment) => segment !== '' && segment !== '.')
  const rated = (files.get(segments.at(-1) ?? '') ?? []).map((file) => ({
    file,
    same: common(file, segments),
  }))
  const most = Math.max(0, ...rated.map(({ same }) => same))
  const best = rated.filter(({ same }) => same === most)
  return best.length === 1 ? (best[0]?.file ?? null) : null
}

/** How many segments they have in common, from the end. */
const common = (file: string, segments: readonly string[]): number => {
  const own = file.split('/')
  let same = 0
  while (same < own.length && same < segments.length && own.at(-1 - same) === segments.at(-1 - same)) same++
  return same
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Longer lines are no places. */
const MOST_LINE = 300

/** All places that the text names, the likeliest first: a trace begins where it failed, a Python one ends there. */
const placesIn = ({ suite, text, message }: FailedTest): readonly Place[] => {
  const lines = `${text}\n${message}`.split('\n').map((line) => line.slice(0, MOST_LINE))
  const frames = lines.flatMap(pythonFrame).reverse()
  return [...frames, ...lines.flatMap((line) => placeInLine(line, suite))]
}

const pythonFrame = (line: string): readonly Place[] => {
  const [, path, number] = /^\s*File "([^"]+)", line (\d+)/.exec(line) ?? []
  return path === undefined ? [] : [{ path, line: Number(number) }]
}

/** `(com/example/X.java:3)`, `in /src/X.cs:line 3`, `/app/x.js:3:14`, `x_test.go:3: …`. */
const placeInLine = (line: string, suite: string): readonly Place[] => {
  const [, owner, name, at] =
    /(?<![\w.$])([\w.$]+)\.[\w$<>]+\((\w+\.(?:java|kt|scala|groovy)):(\d+)\)/.exec(line) ?? []
  if (owner !== undefined) return [{ path: `${folderOf(owner)}${name}`, line: Number(at) }]
  const [, path, number] =
    /(?<![^\s()'"<>|])([^\s()'"<>|]+\.[A-Za-z]\w{0,9}):(?:line )?(\d{1,9})/.exec(line) ?? []
  if (path === undefined) return []
  // Go tells the file's name alone, and its package beside.
  const whole = path.endsWith('.go') && !path.includes('/') ? `${suite}/${path}` : path
  return [{ path: whole, line: Number(number) }]
}

/** `com.example.PriceTest` stands in `com/example/`. */
const folderOf = (owner: string): string => {
  const packages = owner.split('.').slice(0, -1)
  return packages.map((one) => `${one}/`).join('')
}
