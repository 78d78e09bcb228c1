import { mkdirSync, writeFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from '@jest/globals'
import { findDockerfiles } from '../../src/catalog/find-dockerfiles.js'
import type { Git } from '../../src/platform/git/git.js'
import { openGit } from '../../src/platform/git/open.js'
import type { Oid } from '../../src/words.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'

let repository: Repository
let git: Git | undefined
afterEach(async () => {
  await git?.close()
  repository.remove()
})

/** As git finds them and as reading tree by tree does. */
const bothWays = async (root: Oid) => {
  git = openGit(repository.directory)
  const { tree, blob } = git
  return { found: await findDockerfiles(git, root), walked: await findDockerfiles({ tree, blob }, root) }
}

const rootOf = (commit: Oid) => repository.git('rev-parse', `${commit}^{tree}`) as Oid

const writeBytes = (...path: readonly string[]) => {
  const bytes = path.map((name) => Buffer.from(`/${name}`, 'latin1'))
  const folder = Buffer.concat([Buffer.from(repository.directory), ...bytes.slice(0, -1)])
  mkdirSync(folder, { recursive: true })
  writeFileSync(Buffer.concat([folder, ...bytes.slice(-1)]), 'FROM scratch')
}

const FILE = 'FROM scratch'

describe.each(['sha1', 'sha256'])(
  'in a %s repository git and reading tree by tree find the same',
  (format) => {
    test('files called Dockerfile in any case, not what is only called like one', async () => {
      repository = temporaryRepository(`--object-format=${format}`)
      const other = repository.commit({ 'README.md': '' })
      repository.commit({
        Dockerfile: FILE,
        'a-b/Dockerfile': FILE,
        'a.b/Dockerfile': FILE,
        'a/Dockerfile': FILE,
        'a/b/c/d/DOCKERFILE.dev': FILE,
        'a/b/dockerfile': FILE,
        'a/b/x.Dockerfile': { executable: FILE },
        'a/b/Dockerfile.dockerignore': '',
        'a/b/Dockerfile.j2': '',
        'a/b/dockerfile.go': '',
        'a/b/MyDockerfiles': '',
        'a/b/Docker\u212Afile': '',
        'a/b/doc\u212Aerfile': '',
        'folder/Dockerfile/Dockerfile.in-it': FILE,
        'folder/Dockerfile/other': '',
        'folder/dockerfiles/other.txt': '',
        'links/Dockerfile': { link: '../a/Dockerfile' },
        'node_modules/x/Dockerfile': FILE,
        'names/line\nbreak/Dockerfile.a\nb': FILE,
        'names/"quoted"/\\.Dockerfile': FILE,
        'names/tab\t$(x)/:(top)*.Dockerfile': FILE,
        'names/é\u{1F600}/Dockerfile': FILE,
        'names/\uFF5E/Dockerfile': FILE,
        'web/Vendor/Dockerfile': FILE,
        'web/node_modules': FILE,
        'web/vendor/deep/Dockerfile': FILE,
      })
      writeBytes('names', '\xff\xe9', 'Dockerfile.\xfe')
      repository.git('add', '--all')
      repository.git('update-index', '--add', '--cacheinfo', `160000,${other},modules/Dockerfile`)
      repository.git('commit', '--quiet', '--message', 'all')
      const { found, walked } = await bothWays(rootOf('HEAD' as Oid))
      expect(found).toEqual(walked)
      expect(found).toEqual([
        'Dockerfile',
        'a-b/Dockerfile',
        'a.b/Dockerfile',
        'a/Dockerfile',
        'a/b/c/d/DOCKERFILE.dev',
        'a/b/dockerfile',
        'a/b/x.Dockerfile',
        'folder/Dockerfile/Dockerfile.in-it',
        'names/"quoted"/\\.Dockerfile',
        'names/line\nbreak/Dockerfile.a\nb',
        'names/tab\t$(x)/:(top)*.Dockerfile',
        'names/é\u{1F600}/Dockerfile',
        'names/\uFF5E/Dockerfile',
        'names/\udcff\udce9/Dockerfile.\udcfe',
        'web/Vendor/Dockerfile',
      ])
    })

    test('nothing in a commit without files', async () => {
      repository = temporaryRepository(`--object-format=${format}`)
      expect(await bothWays(rootOf(repository.commit({})))).toEqual({ found: [], walked: [] })
    })
  },
)
