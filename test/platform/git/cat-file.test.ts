import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Answers, type GitObject } from '../../../src/platform/git/answers.js'
import { startCatFile } from '../../../src/platform/git/cat-file.js'
import { parseTree } from '../../../src/platform/git/tree.js'
import { type Repository, temporaryRepository } from '../repository.js'

const OID = 'a'.repeat(40)

test('answers are the same wherever the output is cut into chunks', () => {
  const bodies = fc.array(fc.option(fc.uint8Array({ maxLength: 40 })), { maxLength: 6 })
  fc.assert(
    fc.property(bodies, fc.array(fc.nat(30), { maxLength: 20 }), (answers, lengths) => {
      const got: (GitObject | null)[] = []
      const reader = new Answers((object) => got.push(object))
      for (const chunk of cut(Buffer.concat(answers.map(written)), lengths)) reader.push(chunk)
      expect(got.map((object) => object && [...object.body])).toEqual(
        answers.map((body) => body && [...body]),
      )
    }),
  )
})

const written = (body: Uint8Array | null): Buffer =>
  body === null
    ? Buffer.from('no such thing missing\n')
    : Buffer.concat([Buffer.from(`${OID} blob ${body.length}\n`), body, Buffer.from('\n')])

const cut = (all: Buffer, lengths: readonly number[]): Buffer[] => {
  const chunks: Buffer[] = []
  let rest = all
  for (const length of lengths) {
    chunks.push(rest.subarray(0, length))
    rest = rest.subarray(length)
  }
  return [...chunks, rest]
}

test('a tree that holds a mode which git does not write is refused, as is one that ends too early', () => {
  expect(() => parseTree(Buffer.from('100600 a\0'.padEnd(29, 'x')), 20)).toThrow('100600')
  expect(() => parseTree(Buffer.from('10064'), 20)).toThrow('10064')
})

describe('a git of before 2.36', () => {
  let folder: string
  let repository: Repository
  const oldGit = () => join(folder, 'git')
  const failed = (stderr: string) => new Error(stderr)

  beforeEach(() => {
    repository = temporaryRepository()
    folder = mkdtempSync(join(tmpdir(), 'stagger-old-git-'))
    const refuse = 'echo "error: unknown option" >&2; exit 129'
    const script = `#!/bin/sh\ncase "$*" in *--batch-command*) ${refuse};; esac\nexec git "$@"\n`
    writeFileSync(oldGit(), script, { mode: 0o755 })
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
    repository.remove()
  })

  test('is asked once more, in the way that it knows', async () => {
    const commit = repository.commit({ a: 'one\n', b: 'two\n' })
    const catFile = startCatFile(['-C', repository.directory], failed, oldGit())
    const read = await Promise.all(['HEAD:a', 'HEAD:none', 'HEAD:b', 'HEAD'].map(catFile.read))
    expect(read.map((object) => object?.type)).toEqual(['blob', undefined, 'blob', 'commit'])
    expect(read[3]?.oid).toBe(commit)
    expect((await catFile.read('HEAD:b'))?.body.toString()).toBe('two\n')
    await catFile.close()
  })

  test('closes while a question is still open', async () => {
    repository.commit({ a: 'one\n' })
    const catFile = startCatFile(['-C', repository.directory], failed, oldGit())
    const answer = catFile.read('HEAD:a').catch((error: Error) => error.message)
    await catFile.close()
    expect(await answer).toContain('unknown option')
  })
})
