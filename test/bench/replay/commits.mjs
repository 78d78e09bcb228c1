// A commit as both read it: Stagger's own discovery and fingerprints, and the judge's word on the same services.
import { execFileSync } from 'node:child_process'

const { viewCommit } = await import('../../../src/commands/commit-view.js')
const { StaggerError } = await import('../../../src/words.js')

export const commitReader = (git, minimum) => async (commit) => {
  const view = await viewCommit(git, commit)
  const discovered = await orRefusal(view.discovered())
  if (discovered.refused) return { services: new Map(), refused: discovered.refused }
  const judged = await judgeAll(minimum, view.root, discovered.services)
  const services = discovered.services.map(async (service) => [
    service.name,
    { service, judged: judged(service), ...(await fingerprinted(view, service)) },
  ])
  return { services: new Map(await Promise.all(services)), refused: null }
}

const fingerprinted = async (view, { name }) => {
  const read = await orRefusal(view.snapshot(name))
  return read.refused ? read : { snapshot: read }
}

const orRefusal = (promise) =>
  promise.catch((error) => {
    if (error instanceof StaggerError) return { refused: error.message.split('\n')[0].slice(0, 200) }
    throw error
  })

/** What the judge says of a service stands with what it says of the services whose images it starts from. */
const judgeAll = async (minimum, root, services) => {
  const essences = new Map()
  for (const service of services) essences.set(service.name, await minimum(root, service))
  const text = (service, above) => {
    const essence = essences.get(service.name)
    const bases = essence.images
      .map((image) => buildersOf(service).get(familiar(image)))
      .filter((name) => essences.has(name) && !above.includes(name))
    const below = [...above, service.name]
    return JSON.stringify([
      essence,
      bases.map((name) =>
        text(
          services.find((one) => one.name === name),
          below,
        ),
      ),
    ])
  }
  return (service) => text(service, [])
}

const buildersOf = ({ imagesBuiltHere = {}, contexts = {} }) =>
  new Map([
    ...Object.entries(imagesBuiltHere).map(([image, name]) => [familiar(image), name]),
    ...Object.values(contexts).map(({ service }) => [`service/${service}`, service]),
  ])

const familiar = (image) => image.replace(/^docker\.io\/(?:library\/)?/, '').replace(/:latest$/, '')

/** The newest first-parent commits that have a parent. */
export const commitsOf = (directory, from, most) =>
  lines(directory, 'rev-list', '--first-parent', '--min-parents=1', `--max-count=${most}`, from)

export const changedPaths = (directory, commit) =>
  run(directory, 'diff-tree', '-r', '-z', '--name-only', '--no-renames', `${commit}^`, commit)
    .split('\0')
    .filter(Boolean)

const lines = (...args) =>
  run(...args)
    .trim()
    .split('\n')
    .filter(Boolean)

const run = (directory, ...args) =>
  execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 })
