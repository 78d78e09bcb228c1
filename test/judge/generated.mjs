// node test/judge/generated.mjs [--runs N] [--seed S]: generated Dockerfiles by our reading and by BuildKit's. Needs Go.
import '../typescript/register.mjs'
import { parseArgs } from 'node:util'
import { sampleCases } from './dockerfiles.mjs'
import { entriesOf, questionOf, readOurs } from './generated-case.mjs'
import { startJudge } from './judge.mjs'
import { inputsForJudge } from './question.mjs'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3000' }, seed: { type: 'string', default: '1' } },
})

const judge = startJudge()
const cases = sampleCases(Number(values.runs), Number(values.seed))
const found = { missed: [], unsent: [], extra: [], weRefuse: [], theyRefuse: [] }
const tally = { same: 0, widened: 0, bothRefuse: 0 }
const refusedFor = new Map()
for (const one of cases) {
  const ours = await readOurs(one)
  const inputs = ours.image ? inputsForJudge(ours.service, ours.image) : null
  for (const [name, entries] of Object.entries(entriesOf(one))) judge.setTree(entries, name)
  const answer = await judge.ask({ ...questionOf(one), inputs })
  if (answer.error) refusedFor.set(kindOf(answer.error), (refusedFor.get(kindOf(answer.error)) ?? 0) + 1)
  if (ours.refused && answer.error) tally.bothRefuse++
  else if (ours.refused) found.weRefuse.push([ours.refused, one])
  else if (answer.error) found.theyRefuse.push([answer.error, one])
  else sort(answer.compared, ours.image.widened, one)
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
  for (const [what, one] of shortest(rows))
    process.stdout.write(`  ${JSON.stringify(what).slice(0, 160)}\n    ${JSON.stringify(one)}\n`)
}
process.stdout.write(
  `\nrefused by BuildKit: ${JSON.stringify([...refusedFor].sort((a, b) => b[1] - a[1]).slice(0, 25), null, 1)}\n`,
)
process.exitCode = found.missed.length > 0 ? 1 : 0
