import { expect, test } from '@jest/globals'
import { isSameMaterial } from '../../src/catalog/same-material.js'
import { PLAIN, type Service } from '../../src/catalog/service.js'
import type { Objects, ServiceName } from '../../src/words.js'
import { type Files, memoryTree } from './memory-tree.js'

const CART: Service = {
  ...PLAIN,
  name: 'cart' as ServiceName,
  path: 'cart',
  dockerfile: 'cart/Dockerfile',
  context: 'cart/src',
}
const FILES: Files = {
  'cart/Dockerfile': 'FROM scratch\nCOPY . /\n',
  'cart/src/a.txt': '1',
  'other/b.txt': '1',
}

const isSame = (before: Files, after: Files, was: Service = CART, is: Service = CART) => {
  const [one, other] = [memoryTree(before), memoryTree(after)]
  const objects: Objects = {
    tree: (oid) => one.tree(oid).catch(() => other.tree(oid)),
    blob: (oid) => one.blob(oid).catch(() => other.blob(oid)),
  }
  return isSameMaterial(objects, { service: was, root: one.root }, { service: is, root: other.root })
}

test.each<[string, Files]>([
  ['nothing', {}],
  ['what it cannot read', { 'other/b.txt': '2', 'cart/README.md': '1' }],
])('%s differs: surely the same', async (_, change) => {
  expect(await isSame(FILES, { ...FILES, ...change })).toBe(true)
})

test.each<[string, Files]>([
  ['a file of its context', { 'cart/src/a.txt': '2' }],
  ['a new one', { 'cart/src/b.txt': '1' }],
  ['one that may be run', { 'cart/src/a.txt': { executable: '1' } }],
  ['its Dockerfile', { 'cart/Dockerfile': 'FROM scratch\nCOPY . /x\n' }],
  ['the ignore file beside it', { 'cart/Dockerfile.dockerignore': 'a.txt\n' }],
  ['the submodules', { '.gitmodules': '[submodule "x"]\npath = cart/src/x\n' }],
])('%s differs: not surely the same', async (_, change) => {
  expect(await isSame(FILES, { ...FILES, ...change })).toBe(false)
})

test('a Dockerfile that is a link may lead to something else', async () => {
  const files: Files = { ...FILES, 'cart/Dockerfile': { link: 'Real' }, 'cart/Real': 'FROM scratch\n' }
  expect(await isSame(files, { ...files, 'cart/Real': 'FROM scratch\nCOPY a.txt /\n' })).toBe(false)
})

test.each<[string, Partial<Service>]>([
  ['its arguments', { args: { A: '1' } }],
  ['its target', { target: 'x' }],
])('%s differ: not surely the same', async (_, change) => {
  expect(await isSame(FILES, FILES, CART, { ...CART, ...change })).toBe(false)
})

test.each<[string, Partial<Service>]>([
  ['declared inputs', { inputs: ['other/**'] }],
  ['artifacts', { artifacts: [{ path: 'dist', from: ['other/**'] }] }],
  ['a named context', { contexts: { other: { kind: 'folder', path: 'other' } } }],
  ['images of other services', { imagesBuiltHere: { x: 'other' as ServiceName } }],
  ['services that it depends on', { dependsOn: ['other' as ServiceName] }],
])('with %s, more would have to be looked at', async (_, more) => {
  const service = { ...CART, ...more }
  expect(await isSame(FILES, FILES, service, service)).toBe(false)
})
