// npm run bench -- deploy [--services N] [--codedeploy] [--json]: many services in one call under the rates of AWS, deployed by
// ECS or by CodeDeploy. How long it took, against what the rates allow: the slowest bucket, full at the beginning.
import '../typescript/register.mjs'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    services: { type: 'string', default: '200' },
    codedeploy: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
process.env.AWS_ACCESS_KEY_ID ??= 'test'
process.env.AWS_SECRET_ACCESS_KEY ??= 'test'
const services = Number(values.services)

const { BUCKETS, createRates } = await import('../../src/rehearsal/api/rates.ts')
const { clientsOf } = await import('../rehearsal/stage.ts')
const { recordBefore } = await import('../commands/recorder.ts')
const { deployCrowd, gatherCrowd } = await import('../commands/crowd/crowd.ts')
const { deployThere, gatherThere, SUPPOSED } = await import('../commands/crowd/codedeploy.ts')
const supposed = values.codedeploy ? SUPPOSED : []

const cluster = fork(fileURLToPath(new URL('./rollout/cluster.mjs', import.meta.url)), [
  JSON.stringify({ tasks: 'hollow' }),
])
const [{ endpoint }] = await once(cluster, 'message')
const clients = clientsOf(endpoint)
if (values.codedeploy) await gatherThere(clients, endpoint, services)
else await gatherCrowd(clients, services)
const recorder = await recordBefore(endpoint, createRates(Date.now, supposed))

const begun = performance.now()
const result = await (values.codedeploy ? deployThere : deployCrowd)(recorder.endpoint, services)
const seconds = (performance.now() - begun) / 1000

const counted = (counts, actions) =>
  [...counts].reduce((sum, [name, times]) => sum + (actions.includes(name.split(':')[1]) ? times : 0), 0)
const all = { ...BUCKETS, ...Object.fromEntries(supposed.map((one) => [`${one.actions} (supposed)`, one])) }
const buckets = Object.entries(all).map(([bucket, { actions, burst, sustained }]) => {
  const passed = counted(recorder.passed, actions)
  return {
    bucket,
    passed,
    throttled: counted(recorder.throttled, actions),
    allowed: Math.max(0, passed - burst) / sustained,
  }
})
const allowed = Math.max(...buckets.map((one) => one.allowed))
const outcomes = {}
for (const { outcome, problems } of result.services) {
  const name = outcome ?? problems[0]?.code
  outcomes[name] = (outcomes[name] ?? 0) + 1
}
const told = {
  services,
  seconds,
  allowed,
  ratio: seconds / allowed,
  outcomes,
  buckets: buckets.filter(({ passed }) => passed > 0),
}
if (values.json) process.stdout.write(`${JSON.stringify(told)}\n`)
else {
  const one = ({ bucket, passed, throttled }) => `${bucket}: ${passed} passed, ${throttled} throttled`
  process.stdout.write(
    `${services} services in ${seconds.toFixed(1)} s, ${told.ratio.toFixed(2)} × the ${allowed.toFixed(1)} s that the rates allow: ${JSON.stringify(told.outcomes)}\n${told.buckets.map(one).join('\n')}\n`,
  )
}
clients.destroy()
await recorder.close()
cluster.disconnect()
process.exitCode = told.outcomes.successful === services ? 0 : 1
