// A folder of a commit as the judge takes it, read by git itself and not by our reader.
import { execFileSync } from 'node:child_process'

const LINE = /^(\d+) \w+ (\w+)\t([\s\S]*)$/

/** [path, mode, link target, object id] of every file below a tree. */
export const treeEntries = (directory, oid) => {
  const git = (...args) => execFileSync('git', ['-C', directory, ...args], { maxBuffer: 1 << 30 }).toString()
  return git('ls-tree', '-r', '-z', oid)
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [, mode, id, path] = LINE.exec(line)
      return [path, mode, mode === '120000' ? git('cat-file', 'blob', id) : '', id]
    })
}
