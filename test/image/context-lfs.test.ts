import { describe, expect, test } from '@jest/globals'
import { contentReader, readPointer } from '../../src/image/context-lfs.js'
import type { Oid } from '../../src/words.js'

const SHA = 'ab'.repeat(32)
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${SHA}\nsize 12345\n`
const EXTENDED = POINTER.replace('oid', `ext-0-foo sha256:${SHA}\noid`)
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a pointer of Git LFS', () => {
  test.each([
    ['as git-lfs writes it', POINTER],
    ['of its first years', POINTER.replace('git-lfs', 'hawser')],
    ['without its last line break', POINTER.trimEnd()],
    ['with an extension', EXTENDED],
  ])('is known: %s', (_, text) => {
    expect(readPointer(bytes(text))).toEqual({ sha256: SHA, size: 12345, text })
  })

  test.each([
    ['an empty file', ''],
    ['a text about it', `The pointer is:\n${POINTER}`],
    ['something behind it', `${POINTER}more\n`],
    ['another version', POINTER.replace('v1', 'v3')],
    ['another order', `version https://git-lfs.github.com/spec/v1\nsize 1\noid sha256:${SHA}\n`],
    ['a digest that is too short', POINTER.replace('abab', 'ab')],
    ['a size below nothing', POINTER.replace('12345', '-1')],
    ['Windows line ends', POINTER.replaceAll('\n', '\r\n')],
    ['bytes that are no text', `v${'\udcff'.repeat(20)}`],
    [
      'more than a pointer may be long',
      POINTER.replace('oid', `ext-0-${'x'.repeat(1000)} sha256:${SHA}\noid`),
    ],
  ])('is not: %s', (_, text) => {
    expect(readPointer(bytes(text))).toBeNull()
  })
})

describe('the content of a file', () => {
  const ID = '1'.repeat(40) as Oid
  const at = { file: 'cart/Dockerfile', line: 7, column: 1 }
  const read = (
    text: string,
    found: { file: string } | { why: string } = { why: 'nobody has it' },
    mode = '100644',
  ) =>
    contentReader(async () => bytes(text), { find: async () => found })(ID, {
      path: 'assets/logo.png',
      mode,
      at,
    })

  test('is what git holds', async () => {
    expect(await read('text')).toEqual(bytes('text'))
  })

  test('is what the pointer stands for', async () => {
    expect(await read(POINTER, { file: '/store/ab' })).toEqual({ file: '/store/ab' })
    expect(await read(POINTER.replace('12345', '0'))).toEqual(bytes(''))
  })

  test('of a link is where it leads, whatever that looks like', async () => {
    expect(await read(POINTER, { file: '/store/ab' }, '120000')).toEqual(bytes(POINTER))
  })

  test('is never the pointer: the file, the line that reads it and the way out are told', async () => {
    await expect(read(POINTER)).rejects.toMatchObject({
      problems: [
        {
          code: 'lfs-content-missing',
          fault: 'caller',
          problem: 'assets/logo.png is in Git LFS, and its content is not here',
          why: expect.stringContaining('nobody has it'),
          fix: expect.stringMatching(/git lfs fetch[\s\S]*lfs: true/),
          at,
        },
      ],
    })
  })

  test('that an extension changed is not guessed', async () => {
    await expect(read(EXTENDED, { file: '/store/ab' })).rejects.toThrow('an extension of Git LFS')
  })
})
