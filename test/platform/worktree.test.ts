import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openWorkTree } from '../../src/platform/worktree.js'
import { type Repository, temporaryRepository } from './repository.js'

describe('a work tree', () => {
  let repository: Repository
  beforeEach(() => {
    repository = temporaryRepository()
    repository.commit({ 'src/a.ts': 'a', 'src/b.ts': 'b', 'other.ts': 'o', '.gitignore': 'ignored\n' })
  })
  afterEach(() => repository.remove())
  const tree = () => openWorkTree(repository.directory)
  const changed = (patterns: readonly string[], except: readonly string[] = []) =>
    tree().changed(patterns, except)

  test('names the commit that is checked out; in a bare repository there is none', async () => {
    expect(await tree().head()).toBe(repository.git('rev-parse', 'HEAD'))
    const bare = temporaryRepository('--bare')
    expect(await openWorkTree(bare.directory).head()).toBeNull()
    bare.remove()
    const empty = temporaryRepository()
    expect(await openWorkTree(empty.directory).head()).toBeNull()
    empty.remove()
  })

  test.each([
    ['edited', () => ({ 'src/a.ts': 'other' }), ['src/a.ts']],
    ['removed', () => ({ 'src/a.ts': null }), ['src/a.ts']],
    ['new', () => ({ 'src/deep/new.ts': '' }), ['src/deep/new.ts']],
    ['made executable', () => ({ 'src/a.ts': { executable: 'a' } }), ['src/a.ts']],
    ['ignored', () => ({ 'src/ignored': '' }), []],
    ['elsewhere', () => ({ 'other.ts': 'other' }), []],
    ['with an odd name', () => ({ 'src/ a "b"\n': '' }), ['src/ a "b"\n']],
  ])('tells what is %s', async (_, files, paths) => {
    repository.write(files())
    expect(await changed(['src/**'])).toEqual(paths)
    expect(await changed(['src'])).toEqual(paths)
    expect(await openWorkTree(join(repository.directory, 'src')).changed(['src/'], [])).toEqual(paths)
  })

  test.each([
    ['edited', () => ({ 'src/a.ts': 'other', 'src/b.ts': 'other' }), ['src/a.ts', 'src/b.ts']],
    ['removed', () => ({ 'src/a.ts': null }), ['src/a.ts']],
    ['new', () => ({ 'src/deep/a.ts': '' }), []],
  ])('of the tracked files alone, tells what is %s', async (_, files, paths) => {
    repository.write(files())
    expect(await tree().edited()).toEqual(paths)
    expect(await openWorkTree(join(repository.directory, 'src')).edited()).toEqual(paths)
  })

  test('in a bare repository nothing is edited, and nothing stands', async () => {
    const bare = temporaryRepository('--bare')
    expect(await openWorkTree(bare.directory).edited()).toEqual([])
    expect(await openWorkTree(bare.directory).stands('HEAD')).toBe(false)
    bare.remove()
  })

  test('what stands at the root', async () => {
    expect([await tree().stands('other.ts'), await tree().stands('none.ts')]).toEqual([true, false])
    expect(await openWorkTree(join(repository.directory, 'src')).stands('a.ts')).toBe(false)
  })

  test('tells what is staged, and what is moved, in both places', async () => {
    repository.git('mv', 'src/a.ts', 'src/c.ts')
    expect(await changed(['src/*.ts'])).toEqual(['src/a.ts', 'src/c.ts'])
  })

  test('does not count what was made of it, where that lies among it', async () => {
    repository.write({ 'src/dist/out.js': '', 'src/*[': '' })
    expect(await changed(['**'], ['src/dist'])).toEqual(['src/*['])
    expect(await changed(['.'], ['src/dist', 'src/*['])).toEqual([])
  })

  test('a pattern stands from the root, and one star crosses no folder', async () => {
    repository.write({ 'src/deep/new.ts': '', 'src/new.ts': '', 'new.ts': '' })
    expect(await changed(['src/*.ts'])).toEqual(['src/new.ts'])
    expect(await changed(['*/*.ts'])).toEqual(['src/new.ts'])
    expect(await changed(['src/*'])).toEqual(['src/deep/new.ts', 'src/new.ts'])
  })

  test('gives the files below a path, sorted, with plain modes, links as links, empty folders', async () => {
    repository.write({
      'dist/z.js': '',
      'dist/a/run': { executable: '' },
      'dist/a/link': { link: '/etc' },
      'dist/.git/config': '',
    })
    mkdirSync(join(repository.directory, 'dist/empty'))
    chmodSync(join(repository.directory, 'dist/z.js'), 0o640)
    const below = await openWorkTree(join(repository.directory, 'src')).below('dist')
    expect(below.kind === 'files' && below.files.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      '120000 dist/a/link',
      '100755 dist/a/run',
      '040000 dist/empty',
      '100644 dist/z.js',
    ])
  })

  test('gives one file, under its bytes', async () => {
    execFileSync('sh', ['-c', 'printf made > "$1/$(printf "caf\\351")"', 'sh', repository.directory])
    expect(await tree().below('caf\udce9')).toMatchObject({ files: [{ path: 'caf\udce9', mode: '100644' }] })
  })

  test('follows no link, neither at the path nor on the way to it', async () => {
    repository.write({ out: { link: '/etc' }, 'src/up': { link: '../..' } })
    expect(await tree().below('out')).toEqual({ kind: 'link', path: 'out', target: '/etc' })
    expect(await tree().below('out/passwd')).toEqual({ kind: 'link', path: 'out', target: '/etc' })
    expect(await tree().below('src/up/x')).toEqual({ kind: 'link', path: 'src/up', target: '../..' })
  })

  test('says what is not there', async () => {
    expect(await tree().below('dist')).toEqual({ kind: 'missing' })
    expect(await tree().below('other.ts/x')).toEqual({ kind: 'missing' })
  })
})
