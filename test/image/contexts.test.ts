import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { contextReader } from '../../src/catalog/context-reader.js'
import { PLAIN, type Service } from '../../src/catalog/service.js'
import { serviceInputs } from '../../src/catalog/stage-inputs.js'
import { contentReader } from '../../src/image/context-lfs.js'
import { gatherContexts } from '../../src/image/contexts.js'
import { type BuildFolder, files } from '../../src/platform/files.js'
import { openLfs } from '../../src/platform/git/lfs.js'
import { openGit } from '../../src/platform/git/open.js'
import { openWorkTree } from '../../src/platform/worktree.js'
import type { ServiceName } from '../../src/words.js'
import { type Content, type Repository, temporaryRepository } from '../platform/repository.js'

const CART = {
  ...PLAIN,
  name: 'cart' as ServiceName,
  path: 'cart',
  dockerfile: 'cart/Dockerfile',
  context: 'cart',
}

/** Everything in a folder: files with their text, links with where they lead, folders that are empty. */
const listing = (folder: string, path = '.'): Record<string, string> => {
  const names = readdirSync(join(folder, path))
  if (names.length === 0 && path !== '.') return { [`${path}/`]: 'empty' }
  return Object.assign(
    {},
    ...names.sort().map((name) => {
      const child = path === '.' ? name : `${path}/${name}`
      const found = lstatSync(join(folder, child))
      if (found.isDirectory()) return listing(folder, child)
      return {
        [child]: found.isSymbolicLink()
          ? `-> ${readlinkSync(join(folder, child))}`
          : readFileSync(join(folder, child), 'utf8'),
      }
    }),
  )
}

describe('the contexts of a build', () => {
  let repository: Repository
  let folder: BuildFolder | undefined
  afterEach(async () => {
    await folder?.remove()
    repository.remove()
  })
  const start = (contents: Record<string, Content>) => {
    repository = temporaryRepository()
    repository.commit(contents)
  }
  const gather = async (service: Partial<Service> = {}, revision = 'HEAD') => {
    const git = openGit(repository.directory)
    try {
      const whole = { ...CART, ...service }
      const commit = await git.commit(revision)
      const root = await git.treeOf(commit)
      const { image } = await serviceInputs(whole, git, root, contextReader(git, root))
      const workTree = openWorkTree(repository.directory)
      const contexts = await gatherContexts({ objects: git, commit, root, workTree }, whole, image)
      const read = contentReader((oid) => git.blob(oid), openLfs(repository.directory))
      folder = await files.buildFolder(contexts.dockerfile, contexts.main, read, contexts.named)
      return folder
    } finally {
      await git.close()
    }
  }
  const held = async (service: Partial<Service> = {}) => listing((await gather(service)).context)
  const refusal = (service: Partial<Service> = {}, revision?: string) =>
    gather(service, revision).then(
      () => null,
      (error) => error.problems?.[0] ?? error,
    )

  test('hold no input that nobody names, whatever lies about', async () => {
    start({
      'cart/Dockerfile': 'FROM base\nCOPY main.js lib /app/\nCOPY out /app/out\nRUN cat secret.txt',
      'cart/main.js': 'main',
      'cart/lib/a.js': 'a',
      'cart/secret.txt': 'tracked, and not named',
      'cart/Main.js': 'of another case',
      'cart/out': { link: '../../../etc' },
      'parent.txt': 'in the folder above',
      'cart/.gitignore': 'ignored.js\n',
    })
    repository.write({
      'cart/lib/untracked.js': 'new',
      'cart/lib/ignored.js': 'ignored',
      'cart/main.js': 'edited, not committed',
      'cart/main.js~': 'backup',
    })
    const { context, dockerfile } = await gather()
    const { out, ...others } = listing(context)
    expect(others).toMatchObject({ 'main.js': 'main', 'lib/a.js': 'a' })
    expect(out).toBe('-> ../../../etc')
    expect(readdirSync(dirname(dockerfile)).sort()).toEqual([
      'Dockerfile',
      'Dockerfile.dockerignore',
      basename(context),
    ])
  })

  test('of plain instructions hold what these name and nothing else', async () => {
    start({
      'cart/Dockerfile': 'FROM base\nCOPY main.js lib /app/\nRUN cat secret.txt\n',
      'cart/main.js': 'main',
      'cart/lib/a.js': 'a',
      'cart/Lib/a.js': 'of another case',
      'cart/secret.txt': 'tracked, and not named',
    })
    repository.write({ 'cart/lib/untracked.js': 'new', 'cart/main.js': 'edited' })
    expect(await held()).toEqual({ 'lib/a.js': 'a', 'main.js': 'main' })
  })

  test('hold a folder for each named one, with what is read of it', async () => {
    start({
      'cart/Dockerfile': 'FROM base\nCOPY --from=libs used.js /\nCOPY main.js /\n',
      'cart/main.js': 'main',
      'libs/used.js': 'used',
      'libs/other.js': 'other',
    })
    const { context, contexts } = await gather({ contexts: { libs: { kind: 'folder', path: 'libs' } } })
    expect([listing(context), listing(contexts.libs ?? '')]).toEqual([
      { 'main.js': 'main' },
      { 'used.js': 'used' },
    ])
  })

  test('hold the Dockerfile byte by byte, an inline one as UTF-8', async () => {
    const bytes = Buffer.from('FROM scratch\r\n# caf\xe9\nCOPY main.js /\n', 'latin1')
    start({ 'cart/Dockerfile': bytes, 'cart/main.js': '' })
    expect(readFileSync((await gather()).dockerfile)).toEqual(bytes)
    await folder?.remove()
    expect(readFileSync((await gather({ inline: 'FROM scratch\n# café\n' })).dockerfile, 'utf8')).toContain(
      'café',
    )
  })

  describe('with Git LFS', () => {
    const content = 'a picture'
    const sha256 = createHash('sha256').update(content).digest('hex')
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${content.length}\n`
    const begin = () =>
      start({
        'cart/Dockerfile': 'FROM base\nWORKDIR /\nCOPY . /\n',
        'cart/logo.png': pointer,
        'cart/.dockerignore': 'Dockerfile\n.dockerignore\n',
      })

    test('hold the content, not the pointer', async () => {
      begin()
      const object = join(
        repository.directory,
        '.git/lfs/objects',
        sha256.slice(0, 2),
        sha256.slice(2, 4),
        sha256,
      )
      mkdirSync(dirname(object), { recursive: true })
      writeFileSync(object, content)
      expect(await held()).toEqual({ 'logo.png': content })
    })

    test('are refused where the content is missing, with the line that reads it', async () => {
      begin()
      expect(await refusal()).toMatchObject({
        code: 'lfs-content-missing',
        problem: expect.stringContaining('logo.png'),
        at: { file: 'cart/Dockerfile', line: 3 },
      })
    })
  })

  describe('with an artifact', () => {
    const artifacts = [{ path: 'cart/dist', from: ['cart/src/**', 'package.json'] }]
    const begin = (more: Record<string, Content> = {}) => {
      start({
        'cart/Dockerfile': 'FROM base\nCOPY dist /app/\n',
        'cart/src/main.ts': 'main',
        'package.json': '{}',
        '.gitignore': 'dist/\n',
        ...more,
      })
      repository.write({
        'cart/dist/main.js': 'made',
        'cart/dist/run': { executable: '' },
        'cart/dist/link': { link: 'main.js' },
      })
    }

    test('take it from the work tree', async () => {
      begin()
      expect(await held({ artifacts })).toEqual({
        'dist/link': '-> main.js',
        'dist/main.js': 'made',
        'dist/run': '',
      })
    })

    test('less what the ignore file leaves out', async () => {
      begin({ 'cart/.dockerignore': '**/*.js\n!dist/main.js\ndist/run\n' })
      repository.write({ 'cart/dist/other.js': 'made' })
      expect(await held({ artifacts })).toEqual({ 'dist/link': '-> main.js', 'dist/main.js': 'made' })
    })

    test('what the commit holds of it counts as it is there', async () => {
      begin({ '.gitignore': '' })
      repository.git('add', 'cart/dist/run')
      repository.git('commit', '--quiet', '--message', 'one of them')
      repository.write({ 'cart/dist/run': 'made anew' })
      expect(await held({ artifacts })).toMatchObject({ 'dist/run': '', 'dist/main.js': 'made' })
    })

    test('take it into the named context that holds it', async () => {
      begin({
        'cart/Dockerfile': 'FROM base\nCOPY --from=made . /app/\n',
        'made/.keep': '',
        '.gitignore': 'made/*\n!.keep\n',
      })
      repository.write({ 'made/out.js': 'out' })
      const contexts = { made: { kind: 'folder' as const, path: 'made' } }
      const built = await gather({ contexts, artifacts: [{ path: 'made', from: ['cart/src/**'] }] })
      expect(listing(built.contexts.made ?? '')).toEqual({ '.keep': '', 'out.js': 'out' })
    })

    test.each<[string, () => void, string, RegExp]>([
      [
        'nobody made it',
        () => rmSync(join(repository.directory, 'cart/dist'), { recursive: true }),
        'artifact-missing',
        /cart\/dist.*make cart\/dist/s,
      ],
      [
        'what it is made from was edited',
        () => repository.write({ 'cart/src/main.ts': 'edited' }),
        'artifact-of-other-files',
        /cart\/src\/main\.ts/,
      ],
      [
        'what it is made from has a new file',
        () => repository.write({ 'cart/src/new.ts': '' }),
        'artifact-of-other-files',
        /cart\/src\/new\.ts/,
      ],
      [
        'it is a link',
        () => repository.write({ 'cart/dist': { link: '/etc' } }),
        'artifact-behind-link',
        /leads to \/etc/,
      ],
      [
        'another commit is checked out',
        () => repository.git('commit', '--quiet', '--allow-empty', '--message', 'next'),
        'artifact-without-work-tree',
        /git checkout/,
      ],
    ])('are refused where %s', async (_, change, code, told) => {
      begin()
      const commit = repository.git('rev-parse', 'HEAD')
      change()
      const { code: found, fault, problem, why, fix } = await refusal({ artifacts }, commit)
      expect([found, fault]).toEqual([code, 'caller'])
      expect(`${problem}\n${why}\n${fix}`).toMatch(told)
    })

    test('are refused where nothing is checked out', async () => {
      begin()
      const whole = repository
      repository = temporaryRepository('--bare')
      execFileSync('git', ['-C', whole.directory, 'push', '--quiet', repository.directory, 'main'])
      whole.remove()
      expect(await refusal({ artifacts }, 'main')).toMatchObject({
        code: 'artifact-without-work-tree',
        why: expect.stringContaining('bare'),
      })
    })

    test('are refused where no context holds it', async () => {
      begin()
      repository.write({ 'dist/main.js': 'made' })
      expect(await refusal({ artifacts: [{ path: 'dist', from: ['cart/src/**'] }] })).toMatchObject({
        code: 'artifact-outside-context',
      })
    })
  })
})
