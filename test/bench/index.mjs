// npm run bench -- NAME …: measures one thing, as ratios against something in the same run.
import { existsSync } from 'node:fs'

const BENCHES = ['plan', 'replay', 'model', 'rollout', 'bundle', 'deploy', 'build']

const [name = ''] = process.argv.slice(2)
const bench = new URL(`./${name}.mjs`, import.meta.url)
if (!BENCHES.includes(name) || !existsSync(bench)) {
  process.stderr.write(
    [
      'usage: npm run bench -- plan [--files N,…] [--services N,…] [--no-peers] [--json]',
      '       npm run bench -- plan GIT_DIR [--commits N]',
      '       npm run bench -- replay GIT_DIR… [--commits N] [--from REV] [--sample N --seed S] [--json]',
      '       npm run bench -- rollout [--quick] [--rate N] [--strategy S,…] [--router R,…] [--json]',
      '       npm run bench -- bundle [--quick] [--rate N] [--strategy S,…] [--json]',
      '       npm run bench -- deploy [--services N] [--json]',
      '       npm run bench -- build [--services N,…] [--runs N] [--cli FILE] [--json]',
      '       npm run bench -- model [--runs N] [--seed S] [--json]',
      '',
    ].join('\n'),
  )
  process.exit(2)
}
await import(bench.href)
