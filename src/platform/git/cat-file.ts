import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { Answers, type GitObject } from './answers.js'

export type { GitObject }

/** The object that an expression (`HEAD^{tree}`, an id, `ref:path`) names; null where there is none. */
export interface CatFile {
  read(expression: string): Promise<GitObject | null>
  close(): Promise<void>
}

interface Question {
  readonly expression: string
  readonly resolve: (object: GitObject | null) => void
  readonly reject: (error: Error) => void
}

/** How git is asked. Answers that it may gather until the end of a turn cost a third of those that it sends one by one. */
interface Dialect {
  readonly options: readonly string[]
  readonly line: (expression: string) => string
  readonly endOfTurn: string
}

const GATHERED: Dialect = {
  options: ['--batch-command', '--buffer'],
  line: (expression) => `contents ${expression}\n`,
  endOfTurn: 'flush\n',
}
/** Before git 2.36. */
const ONE_BY_ONE: Dialect = { options: ['--batch'], line: (expression) => `${expression}\n`, endOfTurn: '' }

/** git's exit code for an option that it does not know. */
const USAGE = 129

/**
 * One `git cat-file` for all look-ups of a command: a process costs more than a thousand answers.
 * `repository` is how git is told where: `-C DIR`, or `--git-dir=DIR`.
 */
export const startCatFile = (
  repository: readonly string[],
  failed: (stderr: string) => Error,
  program = 'git',
): CatFile => {
  let child: ChildProcessWithoutNullStreams | null = null
  let broken: Error | null = null
  let dialect = GATHERED
  let closing = false
  const questions = new Queue<Question>()
  let turn = ''

  const fail = (error: Error) => {
    broken = error
    for (const { reject } of questions.takeAll()) reject(error)
  }
  const start = (): ChildProcessWithoutNullStreams => {
    const git = spawn(program, [...repository, 'cat-file', ...dialect.options])
    const answers = new Answers((object) => questions.take()?.resolve(object))
    let stderr = ''
    git.stdout.on('data', (chunk: Buffer) => answers.push(chunk))
    git.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    git.stdin.on('error', () => {}) // the exit tells why
    git.on('error', (error) => fail(failed(error.message)))
    git.on('close', (code) => {
      if (code === USAGE && dialect === GATHERED && !closing) askAgain()
      else fail(failed(stderr.trim()))
    })
    return git
  }
  const askAgain = () => {
    dialect = ONE_BY_ONE
    child = start()
    const all = questions.takeAll()
    turn = ''
    for (const question of all) ask(question)
  }

  /** Questions of one turn go out in one write: a write a question costs more than the answers. */
  const ask = (question: Question) => {
    if (turn === '') process.nextTick(endTurn)
    turn += dialect.line(question.expression)
    questions.put(question)
  }
  const endTurn = () => {
    if (turn !== '') child?.stdin.write(`${turn}${dialect.endOfTurn}`)
    turn = ''
  }

  return {
    read: (expression) => {
      if (broken) return Promise.reject(broken)
      if (expression.includes('\n')) return Promise.resolve(null)
      child ??= start()
      return new Promise((resolve, reject) => ask({ expression, resolve, reject }))
    },
    close: async () => {
      if (!child || broken) return
      closing = true
      const ended = new Promise((resolve) => child?.once('close', resolve))
      endTurn()
      child.stdin.end()
      await ended
    },
  }
}

/** First in, first out; an array's own `shift` moves all of a long one. */
class Queue<T> {
  private items: T[] = []
  private first = 0

  put(item: T): void {
    this.items.push(item)
  }

  take(): T | undefined {
    const item = this.items[this.first++]
    if (this.first >= this.items.length) this.takeAll()
    return item
  }

  takeAll(): T[] {
    const all = this.items.slice(this.first)
    this.items = []
    this.first = 0
    return all
  }
}
