import { Cursor } from './cursor.js'
import { readExpression } from './expression.js'
import type { Attribute, Block, Body } from './syntax.js'

const WORD = /[\p{L}_][\p{L}\p{N}_-]*/uy

/** A file of HCL. Throws an HclError where it stops being one. */
export const readHcl = (text: string): Body =>
  readBody(new Cursor(text.replace(/\r\n/g, '\n')), /$(?![\s\S])/y)

const readBody = (cursor: Cursor, end: RegExp): Body => {
  const attributes: Attribute[] = []
  const blocks: Block[] = []
  for (cursor.lines(); !cursor.looking(end); cursor.lines()) {
    const { line } = cursor
    const name = cursor.expect(WORD, 'a name')
    if (cursor.take(/=(?!=)/y) !== null) attributes.push({ name, value: readExpression(cursor), line })
    else blocks.push(readBlock(cursor, name, line))
    if (cursor.take(/\n/y) === null && !cursor.looking(end)) cursor.fail('a new line is expected')
  }
  cursor.match(end)
  return { attributes, blocks }
}

const readBlock = (cursor: Cursor, type: string, line: number): Block => {
  const labels: string[] = []
  for (let label = readLabel(cursor); label !== null; label = readLabel(cursor)) labels.push(label)
  cursor.expect(/\{/y, '{ or =')
  return { type, labels, body: readBody(cursor, /\}/y), line }
}

const readLabel = (cursor: Cursor): string | null =>
  cursor.take(/"[^"\n]*"/y)?.slice(1, -1) ?? cursor.take(WORD)
