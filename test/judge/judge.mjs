// The judge as a process that is asked line by line: BuildKit's own front end (see main.go), built outside the tree.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const PROGRAM = join(process.env.XDG_CACHE_HOME ?? tmpdir(), 'stagger-judge', 'judge')

export const startJudge = () => {
  mkdirSync(join(PROGRAM, '..'), { recursive: true })
  execFileSync('go', ['build', '-C', import.meta.dirname, '-o', PROGRAM, '.'], { stdio: 'inherit' })
  const child = spawn(PROGRAM, [], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.on('error', () => {}) // the exit tells why
  const waiting = []
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()(JSON.parse(line)))
  child.on('close', (code) => {
    for (const resolve of waiting.splice(0)) resolve({ error: `the judge ended with ${code}` })
  })
  const send = (line) => child.stdin.write(`${JSON.stringify(line)}\n`)
  return {
    /** The files of a context, as [path, mode, link target, object id], for the questions after this. */
    setTree: (tree, context = 'context') => send({ tree, context }),
    ask: (question) =>
      new Promise((resolve) => {
        waiting.push(resolve)
        send(question)
      }),
    close: () => child.stdin.end(),
  }
}
