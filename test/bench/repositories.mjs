// Generated repositories: so many files, so many services, always the same ones for the same seed.
import { execFileSync } from 'node:child_process'
import { planChange } from './repositories/change.mjs'
import { composeFile, declarations, ownDeclarations, staggerFile } from './repositories/declared.mjs'
import { dockerfileOf } from './repositories/dockerfile.mjs'
import { importCommits } from './repositories/fast-import.mjs'
import { filesBelow, sharesOf } from './repositories/files.mjs'
import { ROOT_IGNORE_FILE, textOf } from './repositories/ignore-files.mjs'
import { seededRandom } from './repositories/random.mjs'
import { planServices, SHARED } from './repositories/services.mjs'

const SEED = 20_260_101
/** Of all files: the services' own, the shared folder's; the rest are documents, tools and what else grows at a root. */
/** A mark of fast-import's own, above those of the texts. */
const BASE = 1_000_000
const [OWN, COMMON] = [0.6, 0.02]

/** How planning comes to know the services: by branch, the files that differ from `main`. */
const BRANCHES = [
  [
    'composed',
    (services) =>
      new Map([
        ['stagger.yml', null],
        ['compose.yaml', composeFile(services)],
      ]),
  ],
  ['discovered', () => new Map([['stagger.yml', null]])],
]

/**
 * Makes a bare repository at `directory`. `main` declares its services in `stagger.yml`, `composed` in a compose file, and
 * `discovered` leaves them to be found; each has the same two commits. Gives the services, and the names of those that the
 * second commit affects.
 */
export const generateRepository = async (directory, { files, services: count }) => {
  const random = seededRandom(SEED + files + count)
  const services = planServices(random, count)
  const base = [...baseFiles(random, services, files)]
  const change = planChange(services)
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', directory])
  await importCommits(directory, async (repository) => {
    await repository.commit('main', 'base', { mark: BASE })
    for (const [index, { path, text }] of base.entries())
      await (text === undefined ? repository.filler(path, index) : repository.file(path, text))
    await commitFiles(repository, 'main', 'change', change.files)
    for (const [branch, differing] of BRANCHES) {
      await commitFiles(repository, branch, 'base', differing(services), { from: BASE })
      await commitFiles(repository, branch, 'change', change.files)
    }
  })
  execFileSync('git', ['-C', directory, 'repack', '-adq', '--threads=2'])
  const { affected, files: changed } = change
  return { directory, services, affected, changed: [...changed.keys()], files: base.length }
}

const commitFiles = async (repository, branch, message, files, place) => {
  await repository.commit(branch, message, place)
  for (const [path, text] of files)
    await (text === null ? repository.remove(path) : repository.file(path, text))
}

function* baseFiles(random, services, total) {
  yield { path: 'stagger.yml', text: staggerFile(services) }
  for (const [path, text] of declarations(services)) yield { path, text }
  yield { path: '.dockerignore', text: textOf(ROOT_IGNORE_FILE) }
  const shares = sharesOf(random, services.length)
  for (const [index, service] of services.entries())
    yield* serviceFiles(random, service, Math.round(shares[index] * OWN * total))
  yield* filler(random, SHARED, Math.round(COMMON * total), 'js')
  for (const [folder, extension, share] of ELSEWHERE)
    yield* filler(random, folder, Math.round(share * (1 - OWN - COMMON) * total), extension)
}

const ELSEWHERE = [
  ['docs', 'md', 0.3],
  ['tools', 'sh', 0.1],
  ['web', 'ts', 0.5],
  ['infrastructure', 'tf', 0.1],
]

/** Most of a service is its source; some of it, tests that no image holds. */
function* serviceFiles(random, service, count) {
  const { folder, kind, ignore, language } = service
  for (const [path, text] of ownDeclarations(service)) yield { path, text }
  yield { path: `${folder}/Dockerfile`, text: dockerfileOf(service) }
  if (kind === 'all') yield { path: `${folder}/.dockerignore`, text: textOf(ignore.lines) }
  yield { path: `${folder}/README.md`, text: `# ${service.name}\n` }
  yield { path: `${folder}/docs/notes.md`, text: `# Notes on ${service.name}\n` }
  yield { path: `${folder}/config/default.json`, text: `{ "name": "${service.name}" }\n` }
  yield { path: `${folder}/src/settings.json`, text: `{ "of": "${service.name}" }\n` }
  const tests = Math.max(1, Math.round(count * 0.15))
  yield* filler(random, `${folder}/src`, Math.max(1, count - tests - 8), language)
  yield* filler(random, `${folder}/tests`, tests, language)
}

function* filler(random, folder, count, extension) {
  for (const path of filesBelow(random, folder, count, extension)) yield { path }
}
