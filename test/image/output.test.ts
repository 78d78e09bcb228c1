import { expect, test } from '@jest/globals'
import { failureTail } from '../../src/image/output.js'

// As docker 20.10 prints it with --progress=plain.
const COMMAND = [
  '#7 [2/3] COPY . /app',
  '#7 sha256:2d0b1ef7b3f1e5e0bb4a09f0e2c93b1ad4ac10ce2b1b4dcd2b0c3d0b5f6a1f02',
  '#7 DONE 0.0s',
  '',
  '#8 [3/3] RUN ["node", "--test"]',
  '#8 sha256:9f0b1ef7b3f1e5e0bb4a09f0e2c93b1ad4ac10ce2b1b4dcd2b0c3d0b5f6a1f02',
  '#8 0.560 Error: Cannot find module',
  '#8 0.561 ',
  '#8 0.561     at main.js:1',
  '#8 ERROR: executor failed running [node --test]: exit code: 1',
  '------',
  ' > [3/3] RUN ["node", "--test"]:',
  '------',
  'executor failed running [node --test]: exit code: 1',
]

test.each([
  [
    'a command: what it printed',
    COMMAND,
    [
      '[3/3] RUN ["node", "--test"]',
      'Error: Cannot find module',
      '    at main.js:1',
      'ERROR: executor failed running [node --test]: exit code: 1',
    ],
  ],
  [
    'no step: the last lines',
    ['#1 DONE 0.0s', '', 'failed to solve: no such stage'],
    ['DONE 0.0s', 'failed to solve: no such stage'],
  ],
  ['nothing', [], ['']],
  [
    'very much: its end',
    Array.from({ length: 50 }, (_, at) => `#1 0.1 ${at}`).concat('#1 ERROR: x'),
    [...Array.from({ length: 19 }, (_, at) => `${at + 31}`), 'ERROR: x'],
  ],
])('%s', (_, lines, tail) => {
  expect(failureTail(lines)).toBe(tail.join('\n'))
})
