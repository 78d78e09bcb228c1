// npm run bench -- model [--runs N] [--seed S] [--json]: the rehearsal's controller, and the product's follower of what ECS
// and what CodeDeploy deploys, each in a cloud in memory, with every fault, judged by the invariants of a rollout; and each
// deliberately wrong one, which must be caught.
import '../typescript/register.mjs'
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import fc from 'fast-check'

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    json: { type: 'boolean', default: false },
    part: { type: 'boolean', default: false },
  },
})
const [runs, seed] = [Number(values.runs), Number(values.seed)]
if (!(Number.isInteger(runs) && runs > 0 && Number.isInteger(seed))) {
  process.stderr.write('usage: npm run bench -- model [--runs N] [--seed S] [--json]\n')
  process.exit(2)
}

const modelIn = async (what, folder) => {
  const [{ MUTANTS }, { breaks }, { scenario }] = await Promise.all(
    ['mutants', 'run', 'scenario'].map((part) => import(`../${folder}/model/${part}.ts`)),
  )
  return { what, mutants: MUTANTS, scenario, breaks: (one, { guards } = {}) => breaks(one, guards) }
}

const codeDeployModel = async () => {
  const [{ CodeDeployCloud, thereScenario }, { THERE_MUTANTS }, { breaks }] = await Promise.all(
    ['codedeploy', 'codedeploy-mutants', 'run'].map((part) => import(`../rollout/model/${part}.ts`)),
  )
  const inCloud = (one, { guards, sights } = {}) =>
    breaks(one, guards, (scenario) => new CodeDeployCloud(scenario, sights))
  return { what: 'follower of CodeDeploy', mutants: THERE_MUTANTS, scenario: thereScenario, breaks: inCloud }
}
const MODELS = [
  await modelIn('controller', 'rehearsal'),
  await modelIn('follower', 'rollout'),
  await codeDeployModel(),
]

const play = ({ what, breaks, scenario }) => {
  const holds = fc.property(scenario, (one) => {
    const broken = breaks(one)
    if (broken.length > 0)
      throw new Error(broken.map(({ invariant, what }) => `${invariant}: ${what}`).join('\n'))
  })
  const { failed, numRuns, counterexample, errorInstance } = fc.check(holds, { numRuns: runs, seed })
  return { what, seed, runs: numRuns, failed, counterexample, why: failed ? String(errorInstance) : null }
}

const caught = ({ breaks, scenario }, mutant) => {
  const { invariant, name, near } = mutant
  const holds = fc.property(scenario, (one) =>
    breaks({ ...one, ...near }, mutant).every((broken) => broken.invariant !== invariant),
  )
  const { failed, numRuns } = fc.check(holds, { numRuns: 500, seed, endOnFailure: true })
  return { invariant, name, caught: failed, after: numRuns }
}

const inChild = (share, index) =>
  new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL('./index.mjs', import.meta.url))
    const child = fork(file, ['model', '--part', '--runs', String(share), '--seed', String(seed + index)])
    child.once('message', resolve)
    child.once('error', reject)
  })

const text = ({ parts, mutants }) =>
  [
    ...parts.map(
      (part) =>
        `${part.what}: ${part.runs} runs, seed ${part.seed}: ${part.failed ? `BROKEN ${part.why}` : 'all hold'}`,
    ),
    ...parts.filter(({ failed }) => failed).map((part) => JSON.stringify(part.counterexample)),
    ...mutants.map(
      (one) =>
        `invariant ${one.invariant}, ${one.name}: ${one.caught ? `caught after ${one.after}` : 'NOT CAUGHT'}`,
    ),
    '',
  ].join('\n')

if (values.part) {
  process.send(MODELS.map(play), () => process.disconnect())
} else {
  const workers = Math.max(1, Math.min(availableParallelism(), runs))
  const parts = await Promise.all(
    Array.from({ length: workers }, (_, index) => inChild(Math.ceil(runs / workers), index)),
  )
  const mutants = MODELS.flatMap((model) => model.mutants.map((mutant) => caught(model, mutant)))
  const result = { schema: 1, parts: parts.flat(), mutants }
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : text(result))
  const fine = result.parts.every(({ failed }) => !failed) && result.mutants.every((one) => one.caught)
  process.exitCode = fine ? 0 : 1
}
