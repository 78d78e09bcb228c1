// One load in a process of its own, from the sources.
import '../../typescript/register.mjs'

const { runLoadProcess } = await import('../../../src/rehearsal/load/process.ts')
const flags = process.argv.slice(2)
const given = (name) => flags[flags.indexOf(`--${name}`) + 1]
await runLoadProcess({
  url: given('url'),
  rate: Number(given('rate')),
  connections: Number(given('connections')),
  body: given('body'),
})
