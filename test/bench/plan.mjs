// npm run bench -- plan: how long planning takes, and what of memory. With GIT_DIR the newest commits of that repository
// are planned; without, generated repositories are, beside the peers that answer the same question.
import { parseArgs } from 'node:util'
import { benchGenerated } from './plan/generated.mjs'
import { benchHistory } from './plan/history.mjs'

const USAGE = `npm run bench -- plan GIT_DIR [--commits N]
npm run bench -- plan [--files 10000,100000,1000000] [--services 10,100,1000] [--runs N] [--no-peers] [--json]
                      [--paths-filter GIT_DIR]   a clone of dorny/paths-filter, where GitHub cannot be reached
`
const OPTIONS = {
  commits: { type: 'string', default: '50' },
  files: { type: 'string', default: '10000,100000,1000000' },
  services: { type: 'string', default: '10,100,1000' },
  runs: { type: 'string', default: '5' },
  peers: { type: 'boolean', default: true },
  json: { type: 'boolean', default: false },
  cli: { type: 'string' },
  'paths-filter': { type: 'string' },
}

const numbers = (text) => text.split(',').map(number)

const number = (text) => {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${JSON.stringify(text)} is no number above zero`)
  return Number(text)
}

const read = () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, allowNegative: true, options: OPTIONS })
  const { commits, files, services, runs } = values
  return {
    ...values,
    repository: positionals[1],
    commits: number(commits),
    files: numbers(files),
    services: numbers(services),
    runs: number(runs),
  }
}

const usage = (error) => {
  process.stderr.write(`${error.message}\nusage:\n${USAGE}`)
  process.exit(2)
}

let options
try {
  options = read()
} catch (error) {
  usage(error)
}
await (options.repository ? benchHistory(options) : benchGenerated(options))
