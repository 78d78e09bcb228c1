// Our inputs as rows [path, mode, link target, object id], like those of the whole contexts.
import { posix } from 'node:path'

/** By the context's name; a folder as everything below it. */
export const ourRows = async (git, service, { inputs, named }, entries) => {
  const contexts = [{ name: 'context', folder: service.context, inputs }, ...named]
  const rows = contexts.map(async ({ name, folder, inputs }) => [name, await rowsBelow(git, folder, inputs)])
  return {
    ...Object.fromEntries(Object.keys(entries).map((name) => [name, []])),
    ...Object.fromEntries(await Promise.all(rows)),
  }
}

const rowsBelow = async (git, folder, inputs) => {
  const rows = await Promise.all(inputs.map(({ path, mode, oid }) => filesBelow(git, { path, mode, oid })))
  const unique = new Map(rows.flat().map((row) => [row.path, row]))
  return Promise.all(
    [...unique.values()].map(async ({ path, mode, oid }) => [
      posix.relative(folder, path),
      mode,
      mode === '120000' ? Buffer.from(await git.blob(oid)).toString() : '',
      oid,
    ]),
  )
}

const filesBelow = async (git, entry) => {
  if (entry.mode !== '040000') return [entry]
  const below = (await git.tree(entry.oid)).map(({ mode, oid, name }) =>
    filesBelow(git, { mode, oid, path: posix.join(entry.path, name) }),
  )
  return (await Promise.all(below)).flat()
}
