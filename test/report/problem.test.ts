import { expect, test } from '@jest/globals'
import { problemMarkdown, problemText } from '../../src/report/problem.js'
import type { Problem } from '../../src/words.js'

const PROBLEM: Problem = {
  code: 'dockerfile-syntax',
  fault: 'caller',
  problem: 'unknown instruction FRM',
  why: 'a Dockerfile knows ADD, …',
  fix: 'correct the word\nor the line before',
  at: { file: 'cart/Dockerfile', line: 12, column: 3, text: '  FRM node' },
}

test('in a terminal: what, where with a caret, why, and how to go on', () => {
  expect(problemText(PROBLEM)).toBe(`error: unknown instruction FRM
  cart/Dockerfile:12:3
  12 |   FRM node
     |   ^
  why: a Dockerfile knows ADD, …
  fix: correct the word
       or the line before
`)
})

test('a file’s name cannot steer a terminal or a page', () => {
  const at = { file: 'a\u001b[31m|<b>', line: 1, column: 1 }
  expect(problemText({ ...PROBLEM, at })).not.toContain('\u001b')
  expect(problemMarkdown({ ...PROBLEM, at })).not.toContain('<b>')
})
