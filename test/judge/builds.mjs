// node test/judge/builds.mjs GIT_DIR… [--sample N] [--commits N] [--seed S] [--generated N] : real BuildKit builds, from
// the whole contexts of a commit and from our inputs alone, must give the same. Every image becomes scratch and nothing
// is run, so no image is pulled. Needs root, Go, git and runc (apt-get install runc); no Docker engine.
import '../typescript/register.mjs'
import { parseArgs } from 'node:util'
import { eachGeneratedCase, eachRealCase } from './builds/cases.mjs'
import { checkNeeds, startBuildkit } from './builds/daemon.mjs'
import { judgeBuild } from './builds/judge-build.mjs'
import { addVerdict, newTally, tallyText } from './builds/tally.mjs'
import { startJudge } from './judge.mjs'

const { openGit } = await import('../../src/platform/git/open.js')

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    commits: { type: 'string', default: '1000' },
    sample: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    generated: { type: 'string', default: '0' },
  },
})
checkNeeds()
const judge = startJudge()
const buildkit = await startBuildkit()
let missed = 0
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => buildkit.stop().finally(() => process.exit(130)))

const judgeAll = async (title, each) => {
  const tally = newTally()
  await each(async (one, random) => {
    const verdict = one.skipped
      ? { kind: 'refused by Stagger', detail: one.skipped }
      : await judgeBuild(buildkit, judge, one, random)
    addVerdict(tally, one, verdict)
  })
  missed += tally.missed.length
  process.stdout.write(tallyText(title, tally))
}

const numbers = { commits: Number(values.commits), sample: Number(values.sample), seed: Number(values.seed) }
try {
  for (const directory of positionals) {
    const git = openGit(directory)
    await judgeAll(directory, (one) => eachRealCase(git, directory, numbers, one))
    await git.close()
  }
  if (values.generated !== '0')
    await judgeAll('generated Dockerfiles', (one) =>
      eachGeneratedCase(Number(values.generated), numbers.seed, one),
    )
} finally {
  judge.close()
  await buildkit.stop()
}
process.exitCode = missed > 0 ? 1 : 0
