// One generated Dockerfile in a commit that lives in memory, as both read it.
import { memoryTree } from './memory-tree.mjs'

const { contextReader } = await import('../../src/catalog/context-reader.js')
const { PLAIN } = await import('../../src/catalog/service.js')
const { serviceInputs } = await import('../../src/catalog/stage-inputs.js')

const MAIN = {
  'a.txt': '1',
  'b.md': '2',
  'src/x.js': '3',
  'src/deep/y.js': '4',
  'src/deep/z.md': '14',
  'test/t.js': '5',
  'a b': '6',
  'lib/x.js': '7',
  'arr[0].txt': '8',
  arr0: '9',
  'github.com/x': '10',
  'ä/ö': '11',
  'other/far/x.js': '12',
  'test/x.js': '13',
  'a,b': '15',
  link: { link: 'src' },
  deeplink: { link: './src/../src/deep' },
  'lib/l': { link: '/test/t.js' },
  out: { link: '../../etc' },
}

/** What the named contexts hold: the same names as the main one in part, so that mixing them up shows. */
const NAMED = { 'a.txt': '21', 'src/x.js': '22', 'only/n.js': '23', l: { link: 'src' } }

const below = (folder, files) =>
  Object.fromEntries(Object.entries(files).map(([path, file]) => [`${folder}/${path}`, file]))

export const commit = memoryTree({ ...below('main', MAIN), ...below('named', NAMED) })
const ENTRIES = { main: memoryTree(MAIN).entries, named: memoryTree(NAMED).entries }

const ADDRESS = { folder: (name) => `local:${name}`, remote: () => 'docker-image://scratch' }

const contextOf = {
  folder: { kind: 'folder', path: 'named' },
  remote: { kind: 'remote', address: ADDRESS.remote() },
}

/** The service that a case describes; `contexts` says by name what kind of context it is. */
const serviceOf = ({ text, args, target, contexts }) => ({
  ...PLAIN,
  name: 'x',
  path: '.',
  dockerfile: 'Dockerfile',
  context: 'main',
  inline: text,
  target: target || null,
  args,
  contexts: Object.fromEntries(Object.entries(contexts).map(([name, kind]) => [name, contextOf[kind]])),
})

/** Its inputs, or why we refuse it. */
export const readOurs = async (one) => {
  const service = serviceOf(one)
  try {
    const { image } = await serviceInputs(service, commit, commit.root, contextReader(commit, commit.root))
    return { service, image }
  } catch (error) {
    if (error.name !== 'StaggerError') throw error
    return { service, refused: error.message }
  }
}

/** The files of each context of a case, as the judge takes them. */
export const entriesOf = ({ contexts }) => ({
  context: ENTRIES.main,
  ...Object.fromEntries(
    Object.entries(contexts).flatMap(([name, kind]) => (kind === 'folder' ? [[name, ENTRIES.named]] : [])),
  ),
})

export const questionOf = ({ text, args, target, contexts }) => ({
  dockerfile: text,
  args,
  target,
  contexts: Object.fromEntries(Object.entries(contexts).map(([name, kind]) => [name, ADDRESS[kind](name)])),
  ignores: {},
})
