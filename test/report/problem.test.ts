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

test('in a summary what a program printed stands as it was printed, whatever it is', () => {
  const log = '# no title\n\n  - </pre><b>x</b> & `y`\n\tat @someone #1'
  const page = problemMarkdown({ ...PROBLEM, why: `git lacks it\nthe last stage ended with:\n${log}` })
  expect(page).toBe(`> [!CAUTION]
> **unknown instruction FRM** (cart/Dockerfile:12:3)
>
> git lacks it<br>
> the last stage ended with:
>
> <details open><summary>what it printed</summary><pre># no title&#10;&#10;  - &lt;/pre&gt;&lt;b&gt;x&lt;/b&gt; &amp; \`y\`&#10;    at @someone #1</pre></details>
>
> correct the word<br>
> or the line before
`)
})

test('a file’s name cannot steer a terminal or a page', () => {
  const at = { file: 'a\u001b[31m|<b>', line: 1, column: 1 }
  expect(problemText({ ...PROBLEM, at })).not.toContain('\u001b')
  expect(problemMarkdown({ ...PROBLEM, at })).not.toContain('<b>')
})
