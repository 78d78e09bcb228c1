// A service of a commit as a question to the judge.
import { posix } from 'node:path'

const { entryAt, textAt } = await import('../../src/catalog/tree.js')

/**
 * What the judge needs to know of a service: the question, and the folders behind its contexts by their names.
 * Null where its Dockerfile or a folder is not in the commit.
 */
export const questionOf = async (git, root, service) => {
  const dockerfile = service.inline ?? (await textAt(git, root, service.dockerfile))
  const named = Object.entries(service.contexts)
  const paths = Object.fromEntries([
    ['context', service.context],
    ...named.flatMap(([name, { kind, path }]) => (kind === 'folder' ? [[name, path]] : [])),
  ])
  const folders = await foldersAt(git, root, paths)
  if (dockerfile === null || !folders) return null
  const ignoreFiles = await ignoreFilesAt(git, root, service, paths)
  const question = {
    dockerfile,
    target: service.target ?? '',
    args: service.args,
    contexts: Object.fromEntries(named.map(([name, context]) => [name, addressOf(name, context)])),
    ignores: { ...ignoreFiles.folders, ...(ignoreFiles.own === null ? {} : { context: ignoreFiles.own }) },
  }
  return { question, folders, ignoreFiles }
}

const foldersAt = async (git, root, paths) => {
  const entries = await Promise.all(
    Object.entries(paths).map(async ([name, path]) => [name, path, await entryAt(git, root, path)]),
  )
  if (entries.some(([, , entry]) => entry?.mode !== '040000')) return null
  return Object.fromEntries(entries.map(([name, path, { oid }]) => [name, { path, oid }]))
}

const addressOf = (name, { kind, service, address }) => {
  if (kind === 'folder') return `local:${name}`
  return kind === 'service' ? `docker-image://service/${service}` : address
}

/** A Dockerfile's own ignore file goes before the main context's; a named context has only that of its folder. */
const ignoreFilesAt = async (git, root, { dockerfile, inline }, paths) => {
  const texts = Object.entries(paths).map(async ([name, path]) => [
    name,
    (await textAt(git, root, posix.join(path, '.dockerignore'))) ?? '',
  ])
  return {
    own: inline === null ? await textAt(git, root, `${dockerfile}.dockerignore`) : null,
    folders: Object.fromEntries(await Promise.all(texts)),
  }
}

/** Our inputs as the judge compares them: by context, relative to its folder. */
export const inputsForJudge = ({ context }, { inputs, named = [] }) =>
  Object.fromEntries([
    ['context', relativeTo(context, inputs)],
    ...named.map(({ name, folder, inputs }) => [name, relativeTo(folder, inputs)]),
  ])

const relativeTo = (folder, inputs) => inputs.map(({ path }) => posix.relative(folder, path) || '.')
