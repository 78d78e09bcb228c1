// Builds to be judged: services of real commits, drawn by a seed, and generated Dockerfiles.
import { execFileSync } from 'node:child_process'
import { seededRandom, shuffled } from '../../bench/repositories/random.mjs'
import { treeEntries } from '../commit-tree.mjs'
import { sampleCases } from '../dockerfiles.mjs'
import { commit, entriesOf, questionOf as questionOfGenerated, readOurs } from '../generated-case.mjs'
import { questionOf } from '../question.mjs'
import { ourRows } from './rows.mjs'

const { viewCommit } = await import('../../../src/commands/commit-view.js')

/** One service of each of that many commits. Calls back with each; what cannot be read is told with `skipped`. */
export const eachRealCase = async (git, directory, { commits, sample, seed }, judge) => {
  const random = seededRandom(seed)
  const drawn = shuffled(random, newest(directory, commits)).slice(0, sample)
  for (const commit of drawn) {
    const view = await viewCommit(git, commit)
    const services = await view.discovered().then(
      (found) => found.services,
      () => [],
    )
    if (services.length === 0) continue
    const service = shuffled(random, services)[0]
    for (const one of await casesOf(git, directory, view, service)) await judge(one, random)
  }
}

const newest = (directory, most) =>
  execFileSync('git', ['-C', directory, 'rev-list', '--first-parent', `--max-count=${most}`, 'HEAD'], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n')

/** The image, and the tests where it has some. */
const casesOf = async (git, directory, { commit, root, snapshot }, service) => {
  const where = `${commit.slice(0, 9)} ${service.name}`
  const asked = await questionOf(git, root, service)
  const read = await snapshot(service.name).catch((error) => ({ refused: error.message }))
  if (!asked || read.refused)
    return [{ where, skipped: read.refused ?? 'its Dockerfile or a folder is missing' }]
  const { question, ignoreFiles, folders } = asked
  const entries = Object.fromEntries(
    Object.entries(folders).map(([name, { oid }]) => [name, treeEntries(directory, oid)]),
  )
  const stage = async (where, question, read) => ({
    ...{ where, question, ignoreFiles, entries, read },
    inputs: await ourRows(git, service, read, entries),
  })
  const image = await stage(where, question, read.image.inputs)
  if (!read.test) return [image]
  return [image, await stage(`${where} (tests)`, { ...question, target: 'test' }, read.test.inputs)]
}

/** Generated Dockerfiles that both read; what BuildKit refuses tells nothing of what it would have read. */
export const eachGeneratedCase = async (runs, seed, judge) => {
  const random = seededRandom(seed)
  for (const [index, one] of sampleCases(runs, seed).entries()) {
    const { service, image, refused } = await readOurs(one)
    if (refused) continue
    const entries = entriesOf(one)
    const inputs = await ourRows(commit, service, image, entries)
    const where = `${index} ${JSON.stringify(one.text)} ${JSON.stringify({ ...one, text: undefined })}`
    const ignoreFiles = { own: null, folders: {} }
    await judge(
      { where, question: questionOfGenerated(one), ignoreFiles, entries, inputs, read: image },
      random,
    )
  }
}
