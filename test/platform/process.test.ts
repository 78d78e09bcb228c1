import { expect, test } from '@jest/globals'
import { runProcess } from '../../src/platform/process.js'

const node = (script: string, ...rest: string[]) =>
  [process.execPath, '-e', script, ...rest] as [string, ...string[]]

test('gives the exit code and both streams; arguments reach no shell', async () => {
  const script = 'console.log(process.argv[1]); console.error("err"); process.exit(3)'
  expect(await runProcess(node(script, '$(date) "x"'))).toEqual({
    code: 3,
    stdout: '$(date) "x"\n',
    stderr: 'err\n',
  })
})

test('hands lines on as they come, and input in', async () => {
  const lines: string[] = []
  const run = await runProcess(node('process.stdin.pipe(process.stdout)'), {
    input: Buffer.from('one\ntwo\n'),
    onLine: (line) => lines.push(line),
  })
  expect([run.stdout, lines]).toEqual(['one\ntwo\n', ['one', 'two']])
})

test('a program that ends without reading its input is an answer, not a crash', async () => {
  const run = await runProcess(node('process.exit(7)'), { input: Buffer.alloc(8_000_000) })
  expect(run.code).toBe(7)
})

test('a program that is not there is told by its code', async () => {
  await expect(runProcess(['no-such-program-anywhere'])).rejects.toMatchObject({ code: 'ENOENT' })
})
