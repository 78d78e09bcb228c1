// npm run bench -- build [--services 3,30,100] [--runs N] [--json] [--cli FILE]: one service of many is changed. How long
// `stagger build --push` takes, beside `docker build` and `docker push` of all of them, and of that one alone; and how long
// it takes where nothing is to do. On the ground's engine and registry; the command line is the sources', or FILE.
import '../typescript/register.mjs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { measureBuilds } from './build/measure.mjs'
import { buildsText } from './build/text.mjs'

const { layGround } = await import('../../src/rehearsal/ground/ground.js')
const { terminalProgress } = await import('../../src/platform/progress.js')
const { compileSources } = await import('../cli/compiled.ts')

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    services: { type: 'string', default: '3,30,100' },
    runs: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    cli: { type: 'string' },
  },
})
const counts = values.services.split(',').map(Number)
const runs = Number(values.runs)
if (![...counts, runs].every((number) => Number.isInteger(number) && number > 0)) {
  process.stderr.write(
    'usage: npm run bench -- build [--services 3,30,100] [--runs N] [--json] [--cli FILE]\n',
  )
  process.exit(2)
}

const ground = await layGround(terminalProgress())
const compiled = values.cli ? null : compileSources()
const rows = []
try {
  for (const count of counts) {
    const measured = await measureBuilds(ground, {
      count,
      runs,
      program: values.cli ? resolve(values.cli) : compiled.program,
    })
    rows.push(measured)
    process.stderr.write(`${count} services: done\n`)
  }
} finally {
  await compiled?.stop()
  await ground.stop()
}
process.stdout.write(buildsText(rows))
if (values.json) process.stdout.write(`${JSON.stringify({ schema: 1, runs, rows })}\n`)
