import { HclError } from './syntax.js'

const DEEPEST = 200

/** A place in the text that is read. Inside of brackets a line's end means nothing. */
export class Cursor {
  at = 0
  private readonly nested: boolean[] = [false]

  constructor(
    readonly text: string,
    private readonly firstLine = 1,
  ) {}

  private known = { at: 0, line: 0 }

  /** Counted on from where it was asked last. */
  get line(): number {
    if (this.known.at > this.at) this.known = { at: 0, line: 0 }
    let { line } = this.known
    for (let end = this.text.indexOf('\n', this.known.at); end >= 0 && end < this.at; line++)
      end = this.text.indexOf('\n', end + 1)
    this.known = { at: this.at, line }
    return this.firstLine + line
  }

  fail(message: string): never {
    throw new HclError(message, this.line)
  }

  get ended(): boolean {
    return this.at >= this.text.length
  }

  /** Reads with line ends that count, or do not. */
  within<T>(linesCount: boolean, read: () => T): T {
    if (this.nested.length > DEEPEST) this.fail('brackets are nested too deeply')
    this.nested.push(!linesCount)
    const result = read()
    this.nested.pop()
    return result
  }

  get linesCount(): boolean {
    return !this.nested.at(-1)
  }

  /** Over spaces and comments, and over line ends where they do not count. */
  space(): void {
    const blank = this.nested.at(-1) ? /\s*/y : /[^\S\n]*/y
    for (;;) {
      this.match(blank)
      if (!this.match(/\/\*[\s\S]*?\*\/|(?:#|\/\/)[^\n]*/y)) return
    }
  }

  /** Over everything between two items. */
  lines(): void {
    this.within(false, () => this.space())
  }

  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (!found) return null
    this.at += found[0].length
    return found[0]
  }

  /** After spaces. */
  take(pattern: RegExp): string | null {
    this.space()
    return this.match(pattern)
  }

  /** Whether the pattern stands exactly here. */
  ends(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    return pattern.test(this.text)
  }

  /** Whether it comes after spaces. */
  looking(pattern: RegExp): boolean {
    this.space()
    return this.ends(pattern)
  }

  expect(pattern: RegExp, what: string): string {
    return this.take(pattern) ?? this.fail(`${what} is expected before ${this.shown()}`)
  }

  private shown(): string {
    const [rest = ''] = this.text.slice(this.at).split('\n')
    return rest === '' ? 'the end of the line' : JSON.stringify(rest.slice(0, 20))
  }
}
