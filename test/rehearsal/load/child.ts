import { runLoadProcess } from '../../../src/rehearsal/load/process.js'

const [, , ...flags] = process.argv
const given = (name: string) => flags[flags.indexOf(`--${name}`) + 1] ?? ''

await runLoadProcess({
  url: given('url'),
  rate: Number(given('rate')),
  connections: Number(given('connections')),
  body: given('body'),
})
