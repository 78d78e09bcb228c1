// node test/judge/replay.mjs GIT_DIR… [--commits N] : does our reading of Dockerfiles ever miss what BuildKit reads?
// Every Dockerfile of the newest first-parent commits, each with its real tree and ignore file, by both. Needs Go.
import '../typescript/register.mjs'
import { execFileSync } from 'node:child_process'
import { posix } from 'node:path'
import { parseArgs } from 'node:util'
import { treeEntries } from './commit-tree.mjs'
import { startJudge } from './judge.mjs'
import { inputsForJudge, questionOf } from './question.mjs'

const { contextReader } = await import('../../src/catalog/context-reader.js')
const { discover } = await import('../../src/catalog/discover.js')
const { PLAIN } = await import('../../src/catalog/service.js')
const { serviceInputs } = await import('../../src/catalog/stage-inputs.js')
const { openGit } = await import('../../src/platform/git/open.js')

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { commits: { type: 'string', default: '300' } },
})
const judge = startJudge()

const total = { commits: 0, refusedCommits: new Map(), asked: 0, same: 0, missed: [], unsent: [], extra: [] }
const refusals = { ours: new Map(), theirs: new Map() }
const widened = new Map()
const untracked = new Map()
const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1)
const seen = new Set()

/** What `discover` finds, and each other Dockerfile with its own folder and with the root as context. */
const servicesOf = async (git, root, paths) => {
  const { services } = await discover(git, root).catch((error) => {
    count(total.refusedCommits, error.message.split('\n')[0].slice(0, 150))
    return { services: [] }
  })
  const known = new Set(services.map(({ dockerfile }) => dockerfile))
  const rest = paths.filter((path) =>
    /(?:^|\/)(?:Dockerfile(?:\.(?!dockerignore)[^/]+)?|[^/]+\.Dockerfile)$/i.test(path),
  )
  return [
    ...services,
    ...rest
      .filter((path) => !known.has(path))
      .flatMap((dockerfile) =>
        [...new Set(['.', posix.dirname(dockerfile)])].map((context) => ({
          ...PLAIN,
          name: dockerfile.toLowerCase(),
          path: '.',
          dockerfile,
          context,
        })),
      ),
  ]
}

const compare = async (where, service, ours, stage, target, question) => {
  const inputs = ours && inputsForJudge(service, ours)
  const answer = await judge.ask({ ...question, target, id: where, inputs })
  if (!answer.compared) return answer
  total.asked++
  const { missed, unsent, extra } = answer.compared
  if (missed.length + unsent.length + extra.length === 0) total.same++
  const why = ours.widened.map(({ reason }) => reason).join(', ')
  if (missed.length > 0) total.missed.push([where, stage, missed])
  if (unsent.length > 0) total.unsent.push([where, stage, unsent])
  if (extra.length > 0) total.extra.push([where, stage, why || 'not widened', extra])
  for (const { reason, detail } of ours.widened) count(widened, `${service.dockerfile}: ${reason}: ${detail}`)
  return answer
}

const readService = async (git, root, commit, service, contexts) => {
  const asked = await questionOf(git, root, service)
  const key = JSON.stringify(asked && [asked.question, asked.folders])
  if (!asked || seen.has(key)) return null
  seen.add(key)
  const where = `${commit.slice(0, 9)} ${service.dockerfile} in ${service.context}`
  try {
    return { where, service, ...asked, ours: await serviceInputs(service, git, root, contexts), why: '' }
  } catch (error) {
    if (error.name !== 'StaggerError') throw error
    return { where, service, ...asked, ours: null, why: error.message }
  }
}

const judgeOne = async ({ where, service, ours, why, question }) => {
  const answer = await compare(where, service, ours?.image, 'image', question.target, question)
  if (ours?.test) await compare(where, service, ours.test, 'test', 'test', question)
  for (const { reason, detail } of ours?.image.untracked ?? [])
    count(untracked, `${service.dockerfile}: ${reason}: ${detail}`)
  if (answer.error && ours) count(refusals.theirs, `${service.dockerfile}: ${answer.error.slice(0, 160)}`)
  if (!answer.error && !ours) count(refusals.ours, `${service.dockerfile}: ${why}`)
}

const replayCommit = async (git, directory, commit) => {
  const root = await git.treeOf(commit)
  const paths = treeEntries(directory, root).map(([path]) => path)
  const contexts = contextReader(git, root)
  let shown = null
  for (const service of await servicesOf(git, root, paths)) {
    const one = await readService(git, root, commit, service, contexts)
    if (!one) continue
    const folders = JSON.stringify(one.folders)
    if (folders !== shown)
      for (const [name, { oid }] of Object.entries(one.folders))
        judge.setTree(treeEntries(directory, oid), name)
    shown = folders
    await judgeOne(one)
  }
}

for (const directory of positionals) {
  const git = openGit(directory)
  const commits = execFileSync('git', [
    '-C',
    directory,
    'rev-list',
    '--first-parent',
    `--max-count=${values.commits}`,
    'HEAD',
  ])
    .toString()
    .trim()
    .split('\n')
  const before = total.asked
  for (const commit of commits) {
    await replayCommit(git, directory, commit)
    total.commits++
  }
  await git.close()
  process.stdout.write(
    `${directory}: ${commits.length} commits, ${total.asked - before} revisions compared\n`,
  )
}
judge.close()

const list = (title, rows) =>
  process.stdout.write(
    `\n${title}: ${rows.length}\n${rows
      .slice(0, 20)
      .map((row) => `  ${JSON.stringify(row)}\n`)
      .join('')}`,
  )
const table = (title, map) =>
  list(
    title,
    [...map].sort((a, b) => b[1] - a[1]).map(([key, times]) => `${times} × ${key}`),
  )
process.stdout.write(`\n${total.asked} compared, ${total.same} the same\n`)
list('read by BuildKit and no input of ours', total.missed)
list('sent to BuildKit, neither read nor an input of ours', total.unsent)
list('an input of ours, and not sent', total.extra)
table('why inputs widened', widened)
table('sources without a fingerprint', untracked)
table('BuildKit parses, we refuse', refusals.ours)
table('we parse, BuildKit refuses', refusals.theirs)
table('commits without discovered services', total.refusedCommits)
process.exitCode = total.missed.length > 0 ? 1 : 0
