import { createHash } from 'node:crypto'
import { contentOid } from '../../src/catalog/content-oid.js'
import { contextReader } from '../../src/catalog/context-reader.js'
import type { ServiceInputs } from '../../src/catalog/inputs.js'
import { PLAIN, type Service } from '../../src/catalog/service.js'
import { serviceInputs } from '../../src/catalog/stage-inputs.js'
import { fingerprintService } from '../../src/changes/fingerprint.js'
import type { Fingerprint, Objects, Oid, ServiceName, TreeEntry } from '../../src/words.js'

/** What stands at a path: text, a link, an executable, or another repository's commit. */
export type Content = string | { link: string } | { executable: string } | { submodule: string }
export type Files = Readonly<Record<string, Content>>

export interface MemoryTree extends Objects {
  readonly root: Oid
  /** The folders that were asked for, in order. */
  readonly trees: readonly string[]
  /** How many files were asked for. */
  readonly blobs: () => number
}

/** The tree of a commit without git. Its ids are git's own. */
export const memoryTree = (files: Files): MemoryTree => {
  const blobs = new Map<Oid, string>()
  const folders = new Map<Oid, { path: string; entries: readonly TreeEntry[] }>()
  const trees: string[] = []
  let read = 0
  const leaf = (name: string, content: Content): TreeEntry => {
    if (typeof content === 'object' && 'submodule' in content)
      return { name, mode: '160000', oid: content.submodule as Oid }
    const [mode, text] = modeAndText(content)
    const oid = blobOid(text)
    blobs.set(oid, text)
    return { name, mode, oid }
  }
  const folder = (path: string, below: readonly (readonly [string, Content])[]): Oid => {
    const names = new Map<string, [string, Content][]>()
    for (const [file, content] of below) {
      const [name = '', ...rest] = file.split('/')
      names.set(name, [...(names.get(name) ?? []), [rest.join('/'), content]])
    }
    const entries = [...names].map(([name, inside]): TreeEntry => {
      const [[rest, content] = ['', '']] = inside
      const oid = () => folder(path === '.' ? name : `${path}/${name}`, inside)
      return rest === '' ? leaf(name, content) : { name, mode: '040000', oid: oid() }
    })
    const oid = contentOid(
      '.',
      entries.map(({ name, ...entry }) => ({ ...entry, path: name })),
    )
    folders.set(oid, { path, entries })
    return oid
  }
  return {
    root: folder('.', Object.entries(files)),
    trees,
    blobs: () => read,
    tree: async (oid) => {
      const found = folders.get(oid)
      if (!found) throw new Error(`there is no tree ${oid}`)
      trees.push(found.path)
      return found.entries
    },
    blob: async (oid) => {
      read++
      return new TextEncoder().encode(blobs.get(oid))
    },
  }
}

const modeAndText = (
  content: Exclude<Content, { submodule: string }>,
): ['100644' | '100755' | '120000', string] => {
  if (typeof content === 'string') return ['100644', content]
  return 'link' in content ? ['120000', content.link] : ['100755', content.executable]
}

const blobOid = (text: string): Oid =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex') as Oid

const CART = { ...PLAIN, name: 'cart' as ServiceName, path: '.', dockerfile: 'Dockerfile', context: '.' }

export const inputsIn = (files: Files, service: Partial<Service> = {}): Promise<ServiceInputs> => {
  const tree = memoryTree(files)
  return serviceInputs({ ...CART, ...service }, tree, tree.root, contextReader(tree, tree.root))
}

export const pathsIn = async (files: Files, service: Partial<Service> = {}): Promise<string[]> =>
  (await inputsIn(files, service)).image.inputs.map(({ path }) => path)

export const fingerprintIn = async (
  files: Files,
  service: Partial<Service> = {},
): Promise<Fingerprint | null> =>
  fingerprintService(service.context ?? '.', await inputsIn(files, service)).image.fingerprint
