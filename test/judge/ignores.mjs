// node test/judge/ignores.mjs [--runs N] [--seed S]: generated ignore files by our reading and by the sender's own filter.
import '../typescript/register.mjs'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { startJudge } from './judge.mjs'
import { memoryTree } from './memory-tree.mjs'

const { openContext } = await import('../../src/catalog/context.js')

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } },
})

const name = fc.constantFrom(
  'a',
  'b',
  'ab',
  'a.b',
  'A',
  'ä',
  '.git',
  'x.md',
  'a+b',
  '(a)',
  'a b',
  'toString',
  '[a]',
  '{a}',
  '-',
  '^a',
)
const file = fc.array(name, { minLength: 1, maxLength: 4 }).map((all) => all.join('/'))
const piece = fc.oneof(
  { weight: 3, arbitrary: name },
  fc.constantFrom(
    '*',
    '**',
    '?',
    '*.md',
    'a*',
    '**a',
    'a**',
    '[ab]',
    '[a-c]*',
    '[^a]',
    '\\*',
    '\\a',
    '..',
    '.',
    '',
    '*b',
    'a?b',
    '[!a]',
    '\\[a\\]',
    '***',
    '[a',
    ']',
  ),
)
const pattern = fc
  .tuple(
    fc.constantFrom('', '', '', '!', '!', '/', ' ', '! ', '#', '!/', './', '\uFEFF'),
    fc.array(piece, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '', '/', ' ', '/**', '\r', '\t'),
  )
  .map(([front, all, end]) => front + all.join('/') + end)
const ignoreFile = fc.array(pattern, { maxLength: 5 }).map((all) => all.join('\n'))
const folder = fc.uniqueArray(file, { minLength: 1, maxLength: 12 }).map((all) =>
  // A path cannot be a file and a folder.
  all.filter((one) => !all.some((other) => other.startsWith(`${one}/`))),
)

const judge = startJudge()
const cases = fc.sample(fc.record({ ignore: ignoreFile, files: folder }), {
  numRuns: Number(values.runs),
  seed: Number(values.seed),
})
const leave = async ({ ignore, files }) => {
  const tree = memoryTree(Object.fromEntries(files.map((path) => [path, path])))
  const left = (await openContext(tree, '.', tree.root, ignore).all()).map(({ path }) => path)
  // A folder of which everything is left is told as one.
  return files.filter((file) => left.some((path) => path === '.' || `${file}/`.startsWith(`${path}/`)))
}

let same = 0
let refused = 0
const missed = []
const extra = []
for (const one of cases) {
  const answer = await judge.ask(one)
  const ours = await leave(one).catch((error) => [`threw: ${error.message}`])
  const theirs = answer.left ?? []
  if (answer.error) refused++
  else if (theirs.some((path) => !ours.includes(path))) missed.push([one, ours, theirs])
  else if (ours.some((path) => !theirs.includes(path))) extra.push([one, ours, theirs])
  else same++
}
judge.close()

const size = ([{ ignore, files }]) => ignore.length + files.join().length
const list = (title, rows) => {
  const shortest = [...rows].sort((a, b) => size(a) - size(b)).slice(0, 12)
  const lines = shortest.map(
    ([{ ignore, files }, ours, theirs]) => `  ${JSON.stringify({ ignore, files, ours, theirs })}\n`,
  )
  process.stdout.write(`\n${title}: ${rows.length}\n${lines.join('')}`)
}
process.stdout.write(
  `${cases.length} ignore files, seed ${values.seed}: ${same} the same, ${refused} refused\n`,
)
list('left by BuildKit, ignored by us', missed)
list('ignored by BuildKit, left by us', extra)
process.exitCode = missed.length > 0 ? 1 : 0
