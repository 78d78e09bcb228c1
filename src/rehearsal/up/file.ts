import * as v from 'valibot'
import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { type Problem, StaggerError } from '../../words.js'

const NETWORKS = ['awsvpc', 'bridge'] as const
const STRATEGIES = ['rolling', 'blue-green', 'canary', 'linear'] as const

const name = v.pipe(
  v.string(),
  v.regex(
    /^[a-z](?:[a-z0-9-]{0,22}[a-z0-9])?$/,
    'must be lower-case letters, digits and hyphens, at most 24',
  ),
)
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))

const service = v.strictObject({
  image: v.optional(v.string(), 'node:24-slim'),
  command: v.optional(v.array(v.string())),
  environment: v.optional(v.record(v.string(), v.string()), {}),
  port: v.optional(port, 8080),
  health: v.optional(v.pipe(v.string(), v.startsWith('/')), '/health'),
  tasks: v.optional(count, 2),
  strategy: v.optional(v.picklist(STRATEGIES), 'rolling'),
  network: v.optional(v.picklist(NETWORKS), 'awsvpc'),
})

const file = v.strictObject({
  cluster: v.optional(name, 'rehearsal'),
  services: v.pipe(
    v.record(name, v.nullish(service, {})),
    v.check((all) => Object.keys(all).length > 0, 'must name one service at least'),
  ),
})

/** Clusters, load balancers and services, as one short file declares them. */
export type UpFile = v.InferOutput<typeof file>
export type UpService = UpFile['services'][string]

type Path = readonly (string | number)[]

/** The node that a path leads to, or its name there; the nearest one above, where it leads to nothing. */
const nodeAt = (root: unknown, path: Path, named: boolean): Node | undefined => {
  const [key, ...rest] = path
  if (key === undefined || !isMap(root)) return root as Node | undefined
  const pair = root.items.find(({ key: one }) => isScalar(one) && one.value === key)
  if (!pair) return root
  if (rest.length === 0 && named) return pair.key as Node
  return (nodeAt(pair.value, rest, named) ?? pair.key) as Node | undefined
}

const wrong = (at: string, line: number, column: number, key: string, message: string): Problem => ({
  code: 'rehearsal-file',
  fault: 'caller',
  problem: key === '' ? message : `${key}: ${message}`,
  why: 'a rehearsal is declared as docs/rehearsal.md says',
  fix: `correct it in ${at}, line ${line}`,
  at: { file: at, line, column },
})

const raise = (problems: readonly Problem[]): never => {
  const [first, ...rest] = problems
  throw new StaggerError(first as Problem, ...rest)
}

/** All that is wrong with a file at once, each with its line; or what it declares. */
export const readUpFile = (text: string, at: string): UpFile => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const place = (offset: number): readonly [number, number] => {
    const { line, col } = lines.linePos(offset)
    return [line, col]
  }
  if (document.errors.length > 0)
    raise(document.errors.map(({ pos, message }) => wrong(at, ...place(pos[0]), '', message)))
  const read = v.safeParse(file, document.toJS() ?? {})
  if (read.success) return read.output
  const problems = read.issues.map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number)
    const named = issue.path?.at(-1)?.origin === 'key'
    const offset = nodeAt(document.contents, path, named)?.range?.[0] ?? 0
    return wrong(at, ...place(offset), path.join('.'), issue.message)
  })
  return raise(problems.toSorted((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0)))
}
