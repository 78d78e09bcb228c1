// A commit's tree without git: what our reading asks for by object id, and the same as the judge's entries.
import { createHash } from 'node:crypto'

export const memoryTree = (files) => {
  const objects = new Map()
  const put = (value) => {
    const oid = createHash('sha1').update(JSON.stringify(value)).digest('hex')
    objects.set(oid, value)
    return oid
  }
  const folder = (entries) => {
    const names = new Map()
    for (const [path, file] of entries) {
      const [name, ...rest] = path.split('/')
      names.set(name, [...(names.get(name) ?? []), [rest.join('/'), file]])
    }
    return put([...names].map(([name, below]) => entry(name, below)))
  }
  const entry = (name, below) => {
    const [[rest, file]] = below
    if (rest !== '') return { name, mode: '040000', oid: folder(below) }
    return typeof file === 'string'
      ? { name, mode: '100644', oid: put(file) }
      : { name, mode: '120000', oid: put(file.link) }
  }
  const root = folder(Object.entries(files))
  return {
    root,
    entries: Object.entries(files).map(([path, file]) =>
      typeof file === 'string'
        ? [path, '100644', '', put(file)]
        : [path, '120000', file.link, put(file.link)],
    ),
    tree: async (oid) => objects.get(oid),
    blob: async (oid) => new TextEncoder().encode(objects.get(oid)),
  }
}
