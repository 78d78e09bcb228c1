// npm run bench -- plan GIT_DIR [--commits N]: plans the newest first-parent commits of a repository, each against its
// parent, each in a process of its own as a user would start it; beside bare Node and `git ls-tree` in the same run.
import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const CLI = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { commits: { type: 'string', default: '50' } },
})
const [, repository] = positionals
if (!repository) {
  process.stderr.write('usage: npm run bench -- plan GIT_DIR [--commits N]\n')
  process.exit(2)
}

const git = (...args) =>
  execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 })
const timed = (program, args) => {
  const begun = process.hrtime.bigint()
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 30 })
  return { status, stdout, stderr, milliseconds: Number(process.hrtime.bigint() - begun) / 1e6 }
}
const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]

const rows = []
const refused = []
for (const commit of git('rev-list', '--first-parent', `--max-count=${values.commits}`, 'HEAD')
  .trim()
  .split('\n')) {
  const bare = timed(process.execPath, ['-e', '0']).milliseconds
  const listing = timed('git', ['-C', repository, 'ls-tree', '-r', '-z', commit]).milliseconds
  const run = timed(process.execPath, [
    CLI,
    'plan',
    '--repo',
    repository,
    '--head',
    commit,
    '--base',
    `${commit}^`,
    '--json',
  ])
  if (run.status === 0) rows.push({ bare, listing, plan: run.milliseconds, ...count(JSON.parse(run.stdout)) })
  else refused.push(`${commit.slice(0, 7)}: ${run.stderr.split('\n')[0]}`)
}

function count({ services }) {
  const undecided = services.filter(({ widened = [] }) => widened.length > 0)
  const unknown = services.filter(({ fingerprint, change }) => fingerprint === null && change !== 'removed')
  return {
    services: services.length,
    affected: services.filter(({ affected }) => affected).length,
    widened: undecided.length,
    withoutFingerprint: unknown.length,
  }
}

const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
const told = (key) => {
  const sorted = rows.map((row) => row[key]).sort((a, b) => a - b)
  return `${quantile(sorted, 0.5).toFixed(0)} ms (p90 ${quantile(sorted, 0.9).toFixed(0)})`
}
process.stdout.write(
  [
    `commits planned     ${rows.length}${refused.length > 0 ? `, refused ${refused.length}` : ''}`,
    ...refused.map((line) => `  ${line}`),
    `services            ${sum('services')} in all, ${sum('affected')} affected, ${sum('widened')} widened, ${sum('withoutFingerprint')} without a fingerprint`,
    `plan                ${told('plan')}`,
    `bare node -e 0      ${told('bare')}`,
    `git ls-tree -r -z   ${told('listing')}`,
    `ratio               ${(sum('plan') / (sum('bare') + sum('listing'))).toFixed(2)} × bare node and ls-tree`,
    '',
  ].join('\n'),
)
