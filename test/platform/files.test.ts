import { spawnSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type BuildFolder, type FileToWrite, files, type TrackedFile } from '../../src/platform/files.js'
import type { Oid } from '../../src/words.js'

const ID = '1'.repeat(40) as Oid
const file = (path: string, mode: TrackedFile['mode'] = '100644'): TrackedFile => ({ path, mode, oid: ID })

describe('a build folder', () => {
  let folder: BuildFolder | undefined
  afterEach(async () => {
    await folder?.remove()
    process.umask(0o022)
  })
  const write = async (contents: readonly FileToWrite[], blob = 'text'): Promise<string> => {
    folder = await files.buildFolder('FROM scratch\n', contents, async () => Buffer.from(blob))
    return folder.context
  }

  test('holds the context, and the Dockerfile beside it with an ignore file that is not empty', async () => {
    const context = await write([file('src/a.ts')])
    expect(readFileSync(`${context}/src/a.ts`, 'utf8')).toBe('text')
    expect(readdirSync(context)).toEqual(['src'])
    expect(readFileSync(folder?.dockerfile ?? '', 'utf8')).toBe('FROM scratch\n')
    expect(readFileSync(`${folder?.dockerfile}.dockerignore`, 'utf8')).toMatch(/^#.*\n$/)
  })

  test('holds folders whose names begin with whatever comes before a dot', async () => {
    const context = await write([file('$lib/a'), file('(app)/+page/b'), file('-x/c'), file(' /d')])
    expect(readdirSync(context).sort()).toEqual([' ', '$lib', '(app)', '-x'])
  })

  test('gives modes that the umask has no say in', async () => {
    process.umask(0o077)
    const context = await write([file('bin/run', '100755'), file('bin/data')])
    const mode = (path: string) => (statSync(`${context}/${path}`).mode & 0o777).toString(8)
    expect([mode('.'), mode('bin'), mode('bin/run'), mode('bin/data')]).toEqual(['755', '755', '755', '644'])
  })

  test('gives one time to everything, at every time of writing', async () => {
    const context = await write([file('src/a.ts'), file('src/link', '120000')])
    const times = ['.', 'src', 'src/a.ts', 'src/link'].map((path) => lstatSync(`${context}/${path}`).mtimeMs)
    expect(new Set(times)).toEqual(new Set([Date.UTC(2000, 0, 1)]))
  })

  test('writes links as links, also those that lead nowhere or outside', async () => {
    const context = await write([file('link', '120000')], '../../etc/passwd')
    expect(readlinkSync(`${context}/link`)).toBe('../../etc/passwd')
  })

  test('writes names as the bytes that git holds', async () => {
    const context = await write([file('caf\udce9/\u{1f600} \n$(x)'), file('-x')])
    const [first, second] = readdirSync(Buffer.from(context), { encoding: 'buffer' }).sort(Buffer.compare)
    expect([first, second]).toEqual([Buffer.from('-x'), Buffer.from('caf\xe9', 'latin1')])
  })

  test.each(['../out', '/etc/x', 'a/../../out', 'a//b', '.'])('never writes outside: %j', async (path) => {
    await expect(write([file(path)])).rejects.toThrow('not a path')
  })

  test('is not left behind where its files cannot be read', async () => {
    const reason = new Error('gone')
    const ours = () => readdirSync(tmpdir()).filter((name) => name.startsWith('stagger-build-'))
    const before = new Set(ours())
    let during: readonly string[] = []
    const failing = files.buildFolder('FROM scratch\n', [file('a')], async () => {
      during = ours().filter((name) => !before.has(name))
      throw reason
    })
    await expect(failing).rejects.toBe(reason)
    expect(during).not.toEqual([])
    expect(ours()).not.toEqual(expect.arrayContaining([...during]))
  })

  test('is gone when the program ends in the middle', () => {
    const script = `
      const { files } = await import('./src/platform/files.ts')
      const folder = await files.buildFolder('FROM scratch', [], async () => Buffer.from(''))
      process.stdout.write(folder.context)
      process.exit(3)`
    const args = ['--import', './test/typescript/register.mjs', '--input-type=module', '--eval', script]
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(status).toBe(3)
    expect(stdout).toContain('stagger-build-')
    expect(existsSync(dirname(stdout))).toBe(false)
  })

  test('calls no context as another one was called: buildx tells them apart by the last part of the path', async () => {
    const written = async () => {
      folder = await files.buildFolder('', [], async () => Buffer.from(''), { libs: [] })
      await folder.remove()
      return [folder.context, folder.contexts.libs ?? ''].map((path) => basename(path))
    }
    const names = [...(await written()), ...(await written())]
    expect(new Set(names).size).toBe(4)
  })

  test('holds the Dockerfile as the bytes that it was given', async () => {
    const bytes = Buffer.from('FROM scratch\nLABEL a="caf\xe9"\r\n', 'latin1')
    folder = await files.buildFolder(bytes, [], async () => Buffer.from(''))
    expect(readFileSync(folder.dockerfile)).toEqual(bytes)
  })

  test('holds a folder for each named context, whatever its name', async () => {
    const named = { libs: [file('a')], 'docker.io/library/alpine:latest': [], '../../up': [file('b/c')] }
    folder = await files.buildFolder('', [file('main')], async () => Buffer.from('text'), named)
    const { context, contexts } = folder
    const listed = Object.entries(contexts).map(([name, place]) => [name, readdirSync(place)])
    expect(listed).toEqual([
      ['libs', ['a']],
      ['docker.io/library/alpine:latest', []],
      ['../../up', ['b']],
    ])
    expect(readdirSync(context)).toEqual(['main'])
    const places = [context, ...Object.values(contexts)].map(dirname)
    expect(new Set(places)).toEqual(new Set([dirname(folder.dockerfile)]))
    await folder.remove()
    expect(existsSync(dirname(context))).toBe(false)
  })

  test('takes what this machine has: a file with its mode, a link as a link, an empty folder', async () => {
    const source = mkdtempSync(join(tmpdir(), 'stagger-test-'))
    writeFileSync(`${source}/run`, 'made')
    symlinkSync('/etc/passwd', `${source}/link`)
    const local = (path: string, mode: FileToWrite['mode']) =>
      ({ path, mode, file: `${source}/${path}` }) as FileToWrite
    const context = await write([
      local('run', '100755'),
      local('link', '120000'),
      local('empty/er', '040000'),
    ])
    rmSync(source, { recursive: true })
    expect(readFileSync(`${context}/run`, 'utf8')).toBe('made')
    expect(statSync(`${context}/run`).mode & 0o777).toBe(0o755)
    expect(readlinkSync(`${context}/link`)).toBe('/etc/passwd')
    expect(readdirSync(`${context}/empty/er`)).toEqual([])
    const times = ['run', 'link', 'empty', 'empty/er'].map((path) => lstatSync(`${context}/${path}`).mtimeMs)
    expect(new Set(times)).toEqual(new Set([Date.UTC(2000, 0, 1)]))
  })

  test('takes a content that lies in a file of this machine', async () => {
    const source = mkdtempSync(join(tmpdir(), 'stagger-test-'))
    writeFileSync(`${source}/object`, 'content', { mode: 0o400 })
    folder = await files.buildFolder('', [file('a/b')], async () => ({ file: `${source}/object` }))
    rmSync(source, { recursive: true })
    expect(readFileSync(`${folder.context}/a/b`, 'utf8')).toBe('content')
    expect(statSync(`${folder.context}/a/b`).mode & 0o777).toBe(0o644)
  })

  test('is gone after it was removed, and its name never comes back', async () => {
    const first = await write([file('a')])
    await folder?.remove()
    expect(existsSync(dirname(first))).toBe(false)
    expect(dirname(await write([file('a')]))).not.toBe(dirname(first))
  })
})
