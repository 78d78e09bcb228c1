// Plans the newest first-parent commits of a repository, each against its parent, each in a process of its own as a user
// would start it; beside bare Node and `git ls-tree` in the same run.
import { execFileSync } from 'node:child_process'
import { CLI, quantile, timed } from './measure.mjs'

export const benchHistory = ({ repository, commits }) => {
  const rows = []
  const refused = []
  for (const commit of newest(repository, commits)) {
    const row = planCommit(repository, commit)
    if (typeof row === 'string') refused.push(row)
    else rows.push(row)
  }
  process.stdout.write(told(rows, refused))
}

const newest = (repository, count) =>
  execFileSync('git', ['-C', repository, 'rev-list', '--first-parent', `--max-count=${count}`, 'HEAD'], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n')

const planCommit = (repository, commit) => {
  const bare = timed(process.execPath, ['-e', '0']).milliseconds
  const listing = timed('git', ['-C', repository, 'ls-tree', '-r', '-z', commit]).milliseconds
  const revisions = ['--head', commit, '--base', `${commit}^`]
  const run = timed(process.execPath, [CLI, 'plan', '--repo', repository, ...revisions, '--json'])
  if (run.status !== 0) return `${commit.slice(0, 7)}: ${run.stderr.split('\n')[0]}`
  return { bare, listing, plan: run.milliseconds, ...count(JSON.parse(run.stdout)) }
}

const count = ({ services }) => ({
  services: services.length,
  affected: services.filter(({ affected }) => affected).length,
  widened: services.filter(({ widened = [] }) => widened.length > 0).length,
  withoutFingerprint: services.filter(
    ({ fingerprint, change }) => fingerprint === null && change !== 'removed',
  ).length,
})

const told = (rows, refused) => {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
  const times = (key) => {
    const all = rows.map((row) => row[key])
    return `${quantile(all, 0.5).toFixed(0)} ms (p90 ${quantile(all, 0.9).toFixed(0)})`
  }
  return [
    `commits planned     ${rows.length}${refused.length > 0 ? `, refused ${refused.length}` : ''}`,
    ...refused.map((line) => `  ${line}`),
    `services            ${sum('services')} in all, ${sum('affected')} affected, ${sum('widened')} widened, ${sum('withoutFingerprint')} without a fingerprint`,
    `plan                ${times('plan')}`,
    `bare node -e 0      ${times('bare')}`,
    `git ls-tree -r -z   ${times('listing')}`,
    `ratio               ${(sum('plan') / (sum('bare') + sum('listing'))).toFixed(2)} × bare node and ls-tree`,
    '',
  ].join('\n')
}
