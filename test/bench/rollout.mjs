// npm run bench -- rollout [--quick] [--rate N] [--strategy S,…] [--router R,…] [--json]: the shop under load while it is
// deployed, rolled back at each stage, aborted, and while the controller crashes; by every strategy and router. The negative
// controls must lose requests.
import '../typescript/register.mjs'
import { parseArgs } from 'node:util'

const STRATEGIES = ['ROLLING', 'BLUE_GREEN', 'CANARY', 'LINEAR']
const ROUTERS = ['in-process', 'nginx']
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    quick: { type: 'boolean', default: false },
    rate: { type: 'string', default: '500' },
    strategy: { type: 'string' },
    router: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const chosen = (text, all) => (text === undefined ? all : text.split(',').filter((one) => all.includes(one)))

const { isFine, playRollouts } = await import('./rollout/play.ts')
const tell = (row) => {
  const share = row.share
    ? `, share ${(100 * row.share.observed).toFixed(2)}% of ${100 * row.share.asked}%`
    : ''
  const why = [
    row.wrong,
    row.failed > 0 ? JSON.stringify(row.failures) : null,
    row.lateness > 500 ? `sent up to ${row.lateness} ms late` : null,
    row.tries > 1 ? `at try ${row.tries}: the load could not be sent before` : null,
  ]
    .filter(Boolean)
    .join('; ')
  const name = [row.strategy, row.router, row.phase, row.control && `control ${row.control}`]
  const line = `${name.filter(Boolean).join(', ')}: ${row.failed} failed of ${row.sent}${share}${why ? ` (${why})` : ''}`
  process.stderr.write(`${isFine(row) ? 'ok  ' : 'BAD '} ${line}\n`)
}
const rows = await playRollouts({
  strategies: values.strategy
    ? chosen(values.strategy, STRATEGIES)
    : values.quick
      ? ['ROLLING', 'CANARY']
      : STRATEGIES,
  routers: chosen(values.router, ROUTERS),
  rate: Number(values.rate),
  quick: values.quick,
  tell,
})
const played = rows.filter(({ control }) => control === null)
const sum = (name) => played.reduce((total, row) => total + row[name], 0)
if (values.json) {
  const bare = rows.map(({ failures, lateness, tries, ...row }) => row)
  process.stdout.write(`${JSON.stringify({ rows: bare })}\n`)
} else
  process.stdout.write(`${sum('failed')} of ${sum('sent')} requests failed in ${played.length} rollouts\n`)
process.exitCode = rows.every(isFine) ? 0 : 1
