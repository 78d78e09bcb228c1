import { Cursor } from './cursor.js'
import { type Expression, ITEM } from './syntax.js'
import { heredoc, quoted, wholeTemplate } from './template.js'

const IDENTIFIER = /[\p{L}_][\p{L}\p{N}_-]*/uy

/** From the loosest to the tightest. */
const LEVELS = [/\|\|/y, /&&/y, /==|!=/y, /<=|>=|<|>/y, /[+-]/y, /[*/%]/y]

export const readExpression = (cursor: Cursor): Expression => {
  const test = readLevel(cursor, 0)
  const { line } = test
  if (!cursor.take(/\?/y)) return test
  const then = readExpression(cursor)
  cursor.expect(/:/y, ':')
  return { kind: 'conditional', test, then, otherwise: readExpression(cursor), line }
}

/** A text of a JSON file. */
export const readTemplate = (text: string, line: number): Expression =>
  wholeTemplate(new Cursor(text, line), readExpression)

const readLevel = (cursor: Cursor, level: number): Expression => {
  const operators = LEVELS[level]
  if (!operators) return readUnary(cursor)
  let left = readLevel(cursor, level + 1)
  for (let found = cursor.take(operators); found !== null; found = cursor.take(operators)) {
    const right = readLevel(cursor, level + 1)
    left = { kind: 'binary', operator: found, left, right, line: left.line }
  }
  return left
}

const readUnary = (cursor: Cursor): Expression => {
  const operator = cursor.take(/!(?!=)|-/y)
  if (operator === null) return readSteps(cursor, readTerm(cursor))
  const of = cursor.within(cursor.linesCount, () => readUnary(cursor))
  return { kind: 'unary', operator, of, line: cursor.line }
}

/** `.name`, `[key]`, `.0` and the splats behind a term. */
const readSteps = (cursor: Cursor, term: Expression): Expression => {
  const { line } = cursor
  if (cursor.take(/\.\*|\[\s*\*\s*\]/y) !== null) {
    const rest = readSteps(cursor, { kind: 'name', name: ITEM, line })
    return { kind: 'splat', of: term, rest, line }
  }
  if (cursor.take(/\.(?!\.)/y) !== null) {
    const name =
      cursor.match(IDENTIFIER) ?? cursor.match(/\d+/y) ?? cursor.fail('a name is expected behind .')
    return readSteps(cursor, { kind: 'index', of: term, key: { kind: 'literal', value: name, line }, line })
  }
  if (cursor.take(/\[/y) === null) return term
  const key = cursor.within(false, () => {
    const read = readExpression(cursor)
    cursor.expect(/\]/y, ']')
    return read
  })
  return readSteps(cursor, { kind: 'index', of: term, key, line })
}

const CONSTANTS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

const readTerm = (cursor: Cursor): Expression => {
  const { line } = cursor
  const number = cursor.take(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y)
  if (number !== null) return { kind: 'literal', value: Number(number), line: cursor.line }
  if (cursor.match(/"/y) !== null) return quoted(cursor, readExpression)
  if (cursor.match(/<</y) !== null) return heredoc(cursor, (text, at) => new Cursor(text, at), readExpression)
  if (cursor.match(/\(/y) !== null) return readParenthesis(cursor)
  if (cursor.match(/\[/y) !== null)
    return cursor.within(false, () => readFor(cursor, /\]/y) ?? readList(cursor, line))
  if (cursor.match(/\{/y) !== null)
    return cursor.within(false, () => readFor(cursor, /\}/y)) ?? readObject(cursor, line)
  const name = cursor.expect(IDENTIFIER, 'a value')
  if (cursor.match(/\(/y) !== null) return readCall(cursor, name)
  const constant = CONSTANTS[name]
  return constant === undefined
    ? { kind: 'name', name, line: cursor.line }
    : { kind: 'literal', value: constant, line: cursor.line }
}

const readParenthesis = (cursor: Cursor): Expression =>
  cursor.within(false, () => {
    const inner = readExpression(cursor)
    cursor.expect(/\)/y, ')')
    return inner
  })

const readCall = (cursor: Cursor, name: string): Expression =>
  cursor.within(false, () => {
    const { line } = cursor
    const args: Expression[] = []
    let spread = false
    while (!cursor.looking(/\)/y)) {
      args.push(readExpression(cursor))
      spread = cursor.take(/\.\.\./y) !== null
      if (cursor.take(/,/y) === null) break
    }
    cursor.expect(/\)/y, ')')
    return { kind: 'call', name, args, spread, line }
  })

const readList = (cursor: Cursor, line: number): Expression => {
  const items: Expression[] = []
  while (!cursor.looking(/\]/y)) {
    items.push(readExpression(cursor))
    if (cursor.take(/,/y) === null) break
  }
  cursor.expect(/\]/y, ']')
  return { kind: 'list', items, line }
}

/** Items end with a comma or with their line. */
const readObject = (cursor: Cursor, line: number): Expression =>
  cursor.within(true, () => {
    const items: [Expression, Expression][] = []
    for (cursor.lines(); !cursor.looking(/\}/y); cursor.lines()) {
      const key = readKey(cursor)
      cursor.expect(/=|:/y, '=')
      cursor.lines()
      items.push([key, readExpression(cursor)])
      if (cursor.take(/,|\n/y) === null && !cursor.looking(/\}/y))
        cursor.fail('a comma or a new line is expected')
    }
    cursor.expect(/\}/y, '}')
    return { kind: 'object', items, line }
  })

/** A word is itself; what else it is stands in parentheses or in quotation marks. */
const readKey = (cursor: Cursor): Expression => {
  const { line } = cursor
  const start = cursor.at
  const word = cursor.match(IDENTIFIER)
  if (word !== null && cursor.looking(/=|:/y)) return { kind: 'literal', value: word, line }
  cursor.at = start
  return readExpression(cursor)
}

/** Null where the brackets hold no `for`. */
const readFor = (cursor: Cursor, end: RegExp): Expression | null => {
  const { line } = cursor
  if (cursor.take(/for(?=[\s])/y) === null) return null
  const names = [cursor.expect(IDENTIFIER, 'a name')]
  if (cursor.take(/,/y) !== null) names.push(cursor.expect(IDENTIFIER, 'a name'))
  cursor.expect(/in\b/y, 'in')
  const list = readExpression(cursor)
  cursor.expect(/:/y, ':')
  const first = readExpression(cursor)
  const second = cursor.take(/=>/y) === null ? null : readExpression(cursor)
  const grouped = cursor.take(/\.\.\./y) !== null
  const test = cursor.take(/if\b/y) === null ? null : readExpression(cursor)
  cursor.expect(end, 'the end of the for')
  const [key, value] = second ? [first, second] : [null, first]
  return { kind: 'for', names, list, key, value, test, grouped, line }
}
