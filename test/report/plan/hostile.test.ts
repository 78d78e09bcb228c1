import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Reason } from '../../../src/changes/planned.js'
import { explainText } from '../../../src/report/plan/explain.js'
import { planJson } from '../../../src/report/plan/json.js'
import { planMarkdown } from '../../../src/report/plan/markdown.js'
import { planOutputs } from '../../../src/report/plan/outputs.js'
import { planPicture } from '../../../src/report/plan/picture.js'
import { planText } from '../../../src/report/plan/text.js'
import { affected, changed, planOf } from './planned.js'

/** Whoever opens a pull request chooses these. A byte that is no UTF-8 is a lone surrogate. */
const SIGNS = [
  '"',
  '`',
  '$(id)',
  '|',
  '<script>',
  '\n',
  '\r',
  '\t',
  '\u001b[2J',
  '\u202e',
  '\udc80',
  "'",
  '#',
  '&',
  ';',
]
const MORE = [
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  '%%',
  '-->',
  '::error::',
  '${{ x }}',
  '```',
  '\\',
  '</details>',
  '../',
  '@ann',
  'a',
]
const path = fc
  .array(fc.constantFrom(...SIGNS, ...MORE), { minLength: 1, maxLength: 8 })
  .map((all) => all.join(''))
const anything = fc.oneof(path, fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }))
const reason: fc.Arbitrary<Reason> = fc.oneof(
  anything.map((text) => changed(text)),
  anything.map((detail): Reason => ({ kind: 'instructions', detail })),
  anything.map((text): Reason => ({ kind: 'argument', name: text })),
  anything.map((text): Reason => ({ kind: 'untracked', path: text, line: 1 })),
)
const plan = fc
  .record({
    reasons: fc.array(fc.array(reason, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 3 }),
    dockerfile: anything,
    warnings: fc.array(anything, { maxLength: 2 }),
    detail: anything,
  })
  .map(({ reasons, dockerfile, warnings, detail }) =>
    planOf(
      reasons.map((own, at) =>
        affected(`s${at}`, own, {
          service: { dockerfile },
          stage: { widened: [{ reason: 'unresolved', detail, line: 2 }], unpinned: [detail] },
        }),
      ),
      { warnings },
    ),
  )

const each = (check: (made: ReturnType<typeof planOf>) => void) =>
  fc.assert(fc.property(plan, check), { numRuns: 150 })

describe('whatever a file is called,', () => {
  test('the outputs hold checked names, and are the same as without it', () => {
    each((made) => {
      const tame = planOf(made.services.map(({ service }) => affected(service.name)))
      expect(planOutputs(made, '/plan.json')).toEqual(planOutputs(tame, '/plan.json'))
    })
  })

  test('the JSON is one line of UTF-8 that gives the names back', () => {
    each((made) => {
      const text = JSON.stringify(planJson(made))
      expect(text).not.toContain('\n')
      expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(text))).toBe(text)
      const read = JSON.parse(text) as { services: { reasons: unknown }[] }
      expect(read.services.map(({ reasons }) => reasons)).toEqual(made.services.map(({ reasons }) => reasons))
    })
  })

  test('nothing steers the terminal, and each service keeps its line', () => {
    each((made) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not be there
      const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/
      expect(planText(made, 80)).not.toMatch(control)
      expect(planText(made)).not.toMatch(control)
      expect(explainText(made, 's0')).not.toMatch(control)
      const rows = planText(made)
        .split('\n')
        .slice(3, 3 + made.services.length)
      expect(rows.map((row) => row.split(' ')[0])).toEqual(made.services.map(({ service }) => service.name))
    })
  })

  test('the summary keeps its shape', () => {
    each((made) => {
      const page = planMarkdown(made)
      const rows = page.split('\n').filter((line) => line.startsWith('|'))
      expect(rows).toHaveLength(made.services.length + 2)
      for (const row of rows) expect(row.replace(/\\./gu, '').match(/\|/g)).toHaveLength(4)
      expect(page.match(/<(?!\/?(?:sub|code|details|summary|br)>)/g)).toBeNull()
      expect(page.match(/^```/gm) ?? []).toHaveLength(planPicture(made) === '' ? 0 : 2)
    })
  })

  test('the picture is nothing but nodes with harmless labels, and arrows', () => {
    each((made) => {
      const [head, ...lines] = planPicture(made).trimEnd().split('\n')
      if (head === '') return
      expect(head).toBe('flowchart LR')
      for (const line of lines) expect(line).toMatch(LINE)
    })
  })
})

/** What mermaid's own parser was asked about and took: letters, digits, a few signs, and the numbers of all others. */
const TEXT = String.raw`(?:[\p{L}\p{N} ,/()…._-]|#\d+;)+`
const LINE = new RegExp(
  String.raw`^  (?:[sf]\d+(?:\["${TEXT}(?:<br>${TEXT})?"\]|\(\["${TEXT}"\]\)| (?:-->|==>) s\d+)|more\["and \d+ more services?"\])$`,
  'u',
)
