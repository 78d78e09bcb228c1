import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import type { Oid } from '../../words.js'

export interface GitObject {
  readonly oid: Oid
  readonly type: string
  readonly body: Buffer
}

/** The object that an expression (`HEAD^{tree}`, an id, `ref:path`) names; null where there is none. */
export interface CatFile {
  read(expression: string): Promise<GitObject | null>
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (object: GitObject | null) => void
  readonly reject: (error: Error) => void
}

const HEADER = /^([0-9a-f]{40,64}) (\w+) (\d+)$/

/** Cuts the output of `git cat-file --batch` into answers, in the order of the questions. */
class Answers {
  private chunks: Buffer[] = []
  private size = 0
  private header: { oid: Oid; type: string; length: number } | null = null

  constructor(private readonly deliver: (object: GitObject | null) => void) {}

  push(chunk: Buffer): void {
    this.chunks.push(chunk)
    this.size += chunk.length
    while (this.header ? this.takeBody() : this.takeHeader()) {}
  }

  private takeHeader(): boolean {
    const all = this.join()
    const end = all.indexOf(10)
    if (end < 0) return false
    const match = HEADER.exec(all.toString('latin1', 0, end))
    this.keep(all.subarray(end + 1))
    // Anything else is `NAME missing` or `NAME ambiguous`: no such object.
    if (!match) this.deliver(null)
    else this.header = { oid: match[1] as Oid, type: match[2] as string, length: Number(match[3]) }
    return true
  }

  private takeBody(): boolean {
    const { oid, type, length } = this.header as NonNullable<typeof this.header>
    if (this.size <= length) return false
    const all = this.join()
    this.keep(all.subarray(length + 1))
    this.header = null
    this.deliver({ oid, type, body: all.subarray(0, length) })
    return true
  }

  private join(): Buffer {
    return this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks)
  }

  private keep(rest: Buffer): void {
    this.chunks = rest.length > 0 ? [rest] : []
    this.size = rest.length
  }
}

/**
 * One `git cat-file --batch` for all look-ups of a command: a process costs more than a thousand answers.
 * `repository` is how git is told where: `-C DIR`, or `--git-dir=DIR`.
 */
export const startCatFile = (repository: readonly string[], failed: (stderr: string) => Error): CatFile => {
  let child: ChildProcessWithoutNullStreams | null = null
  let broken: Error | null = null
  const waiting: Waiting[] = []

  const fail = (error: Error) => {
    broken = error
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  const start = () => {
    const git = spawn('git', [...repository, 'cat-file', '--batch'])
    const answers = new Answers((object) => waiting.shift()?.resolve(object))
    let stderr = ''
    git.stdout.on('data', (chunk: Buffer) => answers.push(chunk))
    git.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    git.stdin.on('error', () => {}) // the exit tells why
    git.on('error', (error) => fail(failed(error.message)))
    git.on('close', () => fail(failed(stderr.trim())))
    return git
  }

  /** Questions of one turn go out in one write: a write a question costs more than the answers. */
  const ask = ({ stdin }: ChildProcessWithoutNullStreams, line: string) => {
    if (stdin.writableCorked === 0) {
      stdin.cork()
      process.nextTick(() => stdin.uncork())
    }
    stdin.write(line)
  }

  return {
    read: (expression) => {
      if (broken) return Promise.reject(broken)
      if (expression.includes('\n')) return Promise.resolve(null)
      child ??= start()
      ask(child, `${expression}\n`)
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
    },
    close: async () => {
      if (!child || broken) return
      const ended = new Promise((resolve) => child?.once('close', resolve))
      child.stdin.end()
      await ended
    },
  }
}
