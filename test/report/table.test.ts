import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { markdownCode, markdownTable, markdownText, table } from '../../src/report/table.js'

const COLUMNS = [{ title: 'service' }, { title: 'seconds', align: 'right' }] as const

describe('a table in a terminal', () => {
  test('aligns by what a terminal shows, not by code units', () => {
    expect(
      table(COLUMNS, [
        ['カート', '1.2'],
        ['user', '12.0'],
        ['é', ''],
      ]),
    ).toBe(['service  seconds', 'カート       1.2', 'user        12.0', 'é', ''].join('\n'))
  })

  test('shows its titles where there are no rows', () => {
    expect(table(COLUMNS, [])).toBe('service  seconds\n')
  })

  test.each([
    ['a\nb', 'a\\nb'],
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['txt.\u202eexe', 'txt.\\u{202e}exe'],
    ['\udc80', '\ufffd'],
  ])('keeps %j from steering the terminal', (name, shown) => {
    expect(table([{ title: 'x' }], [[name]])).toBe(`x\n${shown}\n`)
  })
})

describe('a table in Markdown', () => {
  test('has a head, a rule and rows', () => {
    expect(markdownTable([{ title: 'service', code: true }, ...COLUMNS.slice(1)], [['user', '1.5']])).toBe(
      '| service | seconds |\n| --- | ---: |\n| <code>user</code> | 1.5 |\n',
    )
  })

  test.each([
    ['a|b', 'a\\|b'],
    ['[x](http://e.vil)', '\\[x\\](http://e.vil)'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    ['`x`', '\\`x\\`'],
    ['a\nb', 'a\\\\nb'],
  ])('text %j is shown as it is', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown)
  })

  test('whatever the cells hold, a row stays one row of as many cells', () => {
    const cells = fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(cells, (row) => {
        const made = markdownTable([{ title: 'a', code: true }, { title: 'b' }], [row]).split('\n')
        expect(made).toHaveLength(4)
        expect(made[2]?.replace(/\\./gu, '').match(/\|/g)).toHaveLength(3)
      }),
    )
  })

  test('no text can leave its code element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const inside = markdownCode(text)
          .replace(/^<code>/, '')
          .replace(/<\/code>$/, '')
        expect(inside).not.toMatch(/[<>`|\n]/)
      }),
    )
  })
})
