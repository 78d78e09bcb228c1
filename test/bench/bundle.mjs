// npm run bench -- bundle [--quick] [--strategy S,…] [--rate N] [--json]: the shop under load while the committed bundle of the
// deploy action deploys it, and while its job is cancelled in every stage; by every strategy. All-at-once is the control.
import '../typescript/register.mjs'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    quick: { type: 'boolean', default: false },
    rate: { type: 'string', default: '300' },
    strategy: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const { CONTROL, STRATEGIES } = await import('./bundle/strategies.ts')
const { isFine } = await import('./bundle/row.ts')
const { playBundles } = await import('./bundle/play.ts')

const asked = values.strategy?.split(',')
const strategies = asked
  ? STRATEGIES.filter((one) => asked.includes(one))
  : values.quick
    ? ['rolling', CONTROL, 'canary']
    : STRATEGIES
const tell = (row) => {
  const told = [
    `step ${row.outcome || 'left'}, exit code ${row.code}`,
    row.post && `post step ${row.post}`,
    `ECS ${row.ecs}`,
  ]
  const why = [
    row.wrong,
    row.failed > 0 ? JSON.stringify(row.failures) : null,
    row.lateness > 500 ? `sent up to ${row.lateness} ms late` : null,
    row.tries > 1 ? `at try ${row.tries}` : null,
  ]
  const text = [...told, ...why].filter(Boolean).join('; ')
  const name = `${row.strategy}, ${row.phase}${row.control ? ' (control)' : ''}`
  process.stderr.write(
    `${isFine(row) ? 'ok  ' : 'BAD '} ${name}: ${row.failed} failed of ${row.sent} (${text})\n`,
  )
}
const rows = await playBundles({ strategies, rate: Number(values.rate), quick: values.quick, tell })
const played = rows.filter(({ control }) => control === null)
const sum = (name) => played.reduce((total, row) => total + row[name], 0)
if (values.json) {
  const bare = rows.map(({ failures, lateness, tries, ...row }) => row)
  process.stdout.write(`${JSON.stringify({ rows: bare })}\n`)
} else
  process.stdout.write(`${sum('failed')} of ${sum('sent')} requests failed in ${played.length} deployments\n`)
process.exitCode = rows.every(isFine) ? 0 : 1
