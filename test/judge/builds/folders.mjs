// Contexts on disk, and what came out of a build. A file holds its own path and object id instead of its content, so
// that a build's result tells which files it took, and which state of them.
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** An ignore file has to mean what it says. */
const contentOf = (context, [path, , , oid], ignore) =>
  path === '.dockerignore' ? ignore : `${context}\n${path}\n${oid}\n`

/** Writes [path, mode, link target, object id] rows. A submodule is an empty folder, as after a plain clone. */
export const writeContext = (folder, context, entries, ignore) => {
  mkdirSync(folder, { recursive: true })
  for (const entry of entries) {
    const [path, mode, link] = entry
    const place = join(folder, path)
    mkdirSync(dirname(place), { recursive: true })
    if (mode === '160000') mkdirSync(place)
    else if (mode === '120000') symlinkSync(link, place)
    else writeFileSync(place, contentOf(context, entry, ignore), { mode: mode === '100755' ? 0o755 : 0o644 })
  }
}

/** Every file and link of a result: its path, and what it is. Folders that hold nothing stand apart. */
export const readResult = (folder) => {
  const result = { files: new Map(), empty: [] }
  const walk = (path) => {
    const names = readdirSync(join(folder, path))
    if (names.length === 0 && path !== '') result.empty.push(path)
    for (const name of names) visit(join(path, name))
  }
  const visit = (path) => {
    const stat = lstatSync(join(folder, path))
    if (stat.isDirectory()) walk(path)
    else result.files.set(path, describe(join(folder, path), stat))
  }
  walk('')
  return result
}

const describe = (place, stat) =>
  stat.isSymbolicLink()
    ? `link ${readlinkSync(place)}`
    : `${(stat.mode & 0o777).toString(8)} ${readFileSync(place, 'utf8')}`

/** The context files that a result holds, as `context\npath`; links and ignore files do not tell where they come from. */
export const sourcesIn = ({ files }) => {
  const found = new Set()
  for (const text of files.values()) {
    const [context, path, oid] = text.replace(/^\d+ /, '').split('\n')
    if (oid) found.add(`${context}\n${path}`)
  }
  return found
}
