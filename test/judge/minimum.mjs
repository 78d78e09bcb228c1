// What the judge makes of a service at a commit, as one text: two commits with the same text build the same.
import { treeEntries } from './commit-tree.mjs'
import { questionOf } from './question.mjs'

/** Asks the judge once for each build and each content of its contexts. */
export const minimumOf = (judge, git, directory) => {
  const known = new Map()
  const sent = new Map()
  const showTree = (name, { oid }) => {
    if (sent.get(name) === oid) return
    judge.setTree(treeEntries(directory, oid), name)
    sent.set(name, oid)
  }
  return async (root, service) => {
    const asked = await questionOf(git, root, service)
    if (!asked)
      return { instructions: '', content: '', images: [], error: 'its Dockerfile or a folder is missing' }
    const key = JSON.stringify([asked.question, asked.folders])
    const before = known.get(key)
    if (before) return before
    for (const [name, folder] of Object.entries(asked.folders)) showTree(name, folder)
    const answer = judge.ask({ ...asked.question, content: true }).then(essence)
    known.set(key, answer)
    return answer
  }
}

const essence = ({ instructions = '', content = '', images = [], error = '' }) => ({
  instructions,
  content,
  images,
  error,
})
