// node test/judge/generated.mjs [--runs N] [--seed S]: generated Dockerfiles by our reading and by BuildKit's. Needs Go.
import '../typescript/register.mjs'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { buildArguments, dockerfile, target } from './dockerfiles.mjs'
import { startJudge } from './judge.mjs'
import { memoryTree } from './memory-tree.mjs'

const { contextReader } = await import('../../src/catalog/context-reader.js')
const { PLAIN } = await import('../../src/catalog/service.js')
const { serviceInputs } = await import('../../src/catalog/stage-inputs.js')

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3000' }, seed: { type: 'string', default: '1' } },
})

const FILES = {
  ...{
    'a.txt': '1',
    'b.md': '2',
    'src/x.js': '3',
    'src/deep/y.js': '4',
    'test/t.js': '5',
    'a b': '6',
    'lib/x.js': '7',
  },
  ...{
    'arr[0].txt': '8',
    arr0: '9',
    'github.com/x': '10',
    'ä/ö': '11',
    'other/far/x.js': '12',
    'test/x.js': '13',
  },
  ...{
    link: { link: 'src' },
    deeplink: { link: './src/../src/deep' },
    'lib/l': { link: '/test/t.js' },
    out: { link: '../../etc' },
  },
}
const tree = memoryTree(FILES)

const readOurs = async ({ text, args, target }) => {
  // The Dockerfile is no part of the context: it is no file of the judge's tree.
  const place = { name: 'x', path: '.', dockerfile: 'Dockerfile', context: '.' }
  const service = { ...PLAIN, ...place, inline: text, target: target || null, args }
  try {
    return { inputs: (await serviceInputs(service, tree, tree.root, contextReader(tree, tree.root))).image }
  } catch (error) {
    if (error.name !== 'StaggerError') throw error
    return { refused: error.message }
  }
}

const judge = startJudge()
judge.setTree(tree.entries)
const cases = fc.sample(fc.record({ text: dockerfile, args: buildArguments, target }), {
  numRuns: Number(values.runs),
  seed: Number(values.seed),
})
const found = { missed: [], unsent: [], extra: [], weRefuse: [], theyRefuse: [] }
const tally = { same: 0, widened: 0, bothRefuse: 0 }
const refusedFor = new Map()
for (const one of cases) {
  const ours = await readOurs(one)
  const inputs = ours.inputs ? { context: ours.inputs.inputs.map(({ path }) => path) } : null
  const answer = await judge.ask({
    dockerfile: one.text,
    args: one.args,
    target: one.target,
    inputs,
  })
  if (answer.error) refusedFor.set(kindOf(answer.error), (refusedFor.get(kindOf(answer.error)) ?? 0) + 1)
  if (ours.refused && answer.error) tally.bothRefuse++
  else if (ours.refused) found.weRefuse.push([ours.refused, one])
  else if (answer.error) found.theyRefuse.push([answer.error, one])
  else sort(answer.compared, ours.inputs.widened, one)
}
judge.close()

/** An error without what it is about. */
function kindOf(error) {
  return error.replace(/"[^"]*"|'[^']*'|\(.*\)/g, '…').slice(0, 70)
}

function sort({ missed, unsent, extra }, widened, one) {
  if (missed.length + unsent.length + extra.length === 0) tally.same++
  if (missed.length > 0) found.missed.push([missed, one])
  if (unsent.length > 0) found.unsent.push([unsent, one])
  if (extra.length > 0 && widened.length > 0) tally.widened++
  else if (extra.length > 0) found.extra.push([extra, one])
}

const shortest = (rows) => [...rows].sort((a, b) => a[1].text.length - b[1].text.length).slice(0, 8)
process.stdout.write(`${cases.length} Dockerfiles, seed ${values.seed}: ${JSON.stringify(tally)}\n`)
for (const [title, rows] of Object.entries(found)) {
  process.stdout.write(`\n${title}: ${rows.length}\n`)
  for (const [what, { text, args, target }] of shortest(rows))
    process.stdout.write(
      `  ${JSON.stringify(what).slice(0, 160)}\n    ${JSON.stringify({ text, args, target })}\n`,
    )
}
process.stdout.write(
  `\nrefused by BuildKit: ${JSON.stringify([...refusedFor].sort((a, b) => b[1] - a[1]).slice(0, 25), null, 1)}\n`,
)
process.exitCode = found.missed.length > 0 ? 1 : 0
