// npm run bench -- replay GIT_DIR… [--commits N] [--from REV] [--sample N --seed S] [--json]: every commit of a
// first-parent history beside its parent. Which images would be built in lockstep, by folder filter and by Stagger, what
// BuildKit's own front end says is the minimum, and what each would have missed. docs/replay.md explains it. Needs Go.
import '../typescript/register.mjs'
import { parseArgs } from 'node:util'
import { startJudge } from '../judge/judge.mjs'
import { minimumOf } from '../judge/minimum.mjs'
import { seededSample } from '../judge/sample.mjs'
import { compareCommits } from './replay/columns.mjs'
import { changedPaths, commitReader, commitsOf } from './replay/commits.mjs'
import { addCommit, newTally, refuse } from './replay/tally.mjs'
import { tallyText } from './replay/text.mjs'

const { openGit } = await import('../../src/platform/git/open.js')

const { positionals, values } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: {
    commits: { type: 'string', default: '1000' },
    from: { type: 'string', default: 'HEAD' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
if (positionals.length === 0) {
  process.stderr.write(
    'usage: npm run bench -- replay GIT_DIR… [--commits N] [--from REV] [--sample N --seed S] [--json]\n',
  )
  process.exit(2)
}

/** Neighbours share a commit: the parent of one is the next one. */
const lastFew = (read) => {
  const known = new Map()
  return (commit) => {
    const one = known.get(commit) ?? read(commit)
    known.set(commit, one)
    if (known.size > 4) known.delete(known.keys().next().value)
    return one
  }
}

const replay = async (judge, directory) => {
  const git = openGit(directory)
  const all = commitsOf(directory, values.from, values.commits)
  const commits = values.sample ? seededSample(all, Number(values.sample), Number(values.seed)) : all
  const tally = {
    ...newTally(directory),
    walked: all.length,
    sample: values.sample !== undefined,
    seed: values.seed,
  }
  const read = lastFew(commitReader(git, minimumOf(judge, git, directory)))
  for (const [index, commit] of commits.entries()) {
    await replayCommit({ git, directory, read, tally }, commit)
    if (index % 100 === 99) process.stderr.write(`${directory}: ${index + 1} of ${commits.length} commits\n`)
  }
  await git.close()
  return tally
}

const replayCommit = async ({ git, directory, read, tally }, commit) => {
  const now = await read(commit)
  if (now.refused) return refuse(tally, commit, now.refused)
  const before = await read(await git.commit(`${commit}^`))
  await addCommit(tally, commit, await compareCommits(git, before, now, changedPaths(directory, commit)))
}

const judge = startJudge()
const tallies = []
for (const directory of positionals) {
  const tally = await replay(judge, directory)
  tallies.push(tally)
  if (!values.json) process.stdout.write(tallyText(tally))
}
judge.close()
if (values.json) process.stdout.write(`${JSON.stringify({ schema: 1, repositories: tallies }, null, 1)}\n`)
process.exitCode = tallies.some(({ missed }) => missed.stagger.length > 0) ? 1 : 0
