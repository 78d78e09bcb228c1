import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openReportFolder, type ReportFolder } from '../../src/platform/reports.js'

let folder: ReportFolder
beforeEach(async () => {
  folder = await openReportFolder()
})
afterEach(() => folder.remove())

const put = (path: string, text: string) => {
  mkdirSync(join(folder.path, path, '..'), { recursive: true })
  writeFileSync(join(folder.path, path), text)
}

test('the XML of a folder and of those below it, sorted, and its exit code', async () => {
  put('b.xml', 'b')
  put('deep/er/a.XML', 'a')
  put('page.html', 'x')
  put('exit-code', '3\n')
  expect(await folder.read()).toEqual({
    files: [
      { path: 'b.xml', text: 'b' },
      { path: 'deep/er/a.XML', text: 'a' },
    ],
    exitCode: '3\n',
    tooMuch: false,
  })
})

test('an empty one', async () => {
  expect(await folder.read()).toEqual({ files: [], exitCode: null, tooMuch: false })
})

test('no link is followed: a container made it', async () => {
  symlinkSync('/etc/passwd', join(folder.path, 'a.xml'))
  symlinkSync('/etc', join(folder.path, 'etc'))
  symlinkSync('/etc/hostname', join(folder.path, 'exit-code'))
  expect(await folder.read()).toEqual({ files: [], exitCode: null, tooMuch: false })
})

test('an exit code that is a whole file is none', async () => {
  put('exit-code', '0'.repeat(1000))
  expect((await folder.read()).exitCode).toBe('too long')
})

test('more than fits is not read', async () => {
  for (const name of ['a', 'b', 'c']) put(`${name}.xml`, ' '.repeat(30 * 1024 * 1024))
  expect(await folder.read()).toEqual({ files: [], exitCode: null, tooMuch: true })
})
