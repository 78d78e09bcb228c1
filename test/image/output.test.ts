import { expect, test } from '@jest/globals'
import { failureTail, readFailure } from '../../src/image/output.js'

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

// As buildx prints it before a service's first cache is there, and where a registry takes none.
const WITHOUT_CACHE = [
  '#3 importing cache manifest from 127.0.0.1:5000/shop/user:cache-test',
  '#3 ERROR: failed to configure registry cache importer: 127.0.0.1:5000/shop/user:cache-test: not found',
  '#11 exporting cache to registry',
  '#11 ERROR: error writing layer blob: unexpected status: 403 Forbidden',
  '#13 [test 3/3] RUN ["node", "--test"]',
  '#13 2.522 names are kept',
  '#13 ERROR: process "node --test" did not complete successfully: exit code: 1',
  '------',
  ' > importing cache manifest from 127.0.0.1:5000/shop/user:cache-test:',
  '------',
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
    'a cache that is not there: what failed besides',
    WITHOUT_CACHE,
    [
      '[test 3/3] RUN ["node", "--test"]',
      'names are kept',
      'ERROR: process "node --test" did not complete successfully: exit code: 1',
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

test('a cache that is not there is no failed step', () => {
  expect(readFailure(WITHOUT_CACHE)).toEqual({
    step: '[test 3/3] RUN ["node", "--test"]',
    error: 'process "node --test" did not complete successfully: exit code: 1',
    said: ['names are kept'],
    line: null,
  })
})
