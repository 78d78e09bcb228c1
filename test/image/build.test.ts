import { expect, test } from '@jest/globals'
import { buildArguments } from '../../src/image/build.js'

const WORKSPACE = { context: '/tmp/x/context', dockerfile: '/tmp/x/Dockerfile' }

test.each([
  [
    'the last stage, without a name',
    { target: null, args: {} },
    null,
    ['build', '--progress=plain', '--file=/tmp/x/Dockerfile', '/tmp/x/context'],
  ],
  [
    'a named stage with arguments, sorted, whatever they hold',
    { target: 'runtime', args: { VERSION: '24', EMPTY: '', SHELL: '$(id) "=a b' } },
    '127.0.0.1:5000/shop/cart:staging-1',
    [
      'build',
      '--progress=plain',
      '--file=/tmp/x/Dockerfile',
      '--target=runtime',
      '--build-arg=EMPTY=',
      '--build-arg=SHELL=$(id) "=a b',
      '--build-arg=VERSION=24',
      '--tag=127.0.0.1:5000/shop/cart:staging-1',
      '/tmp/x/context',
    ],
  ],
])('%s', (_, stage, tag, argv) => {
  expect(buildArguments(stage, WORKSPACE, tag)).toEqual(argv)
})
