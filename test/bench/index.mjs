// npm run bench -- NAME …: measures one thing, as ratios against something in the same run.
import { existsSync } from 'node:fs'

const [name = ''] = process.argv.slice(2)
const bench = new URL(`./${name}.mjs`, import.meta.url)
if (!/^[a-z]+$/.test(name) || name === 'index' || !existsSync(bench)) {
  process.stderr.write('usage: npm run bench -- plan GIT_DIR [--commits N]\n')
  process.exit(2)
}
await import(bench.href)
