import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { codeOf } from '@shop/http'

const tree = (t, files) => {
  const root = mkdtempSync(join(tmpdir(), 'shop-code-'))
  t.after(() => rmSync(root, { recursive: true }))
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  return { root, write }
}

const SERVICE = {
  'service/package.json': '{"dependencies":{"@shop/lib":"*"}}',
  'service/src/main.js': 'one',
  'service/test/main.test.js': 'test',
  'service/node_modules/@shop/lib/package.json': '{"name":"@shop/lib","exports":"./src/index.js"}',
  'service/node_modules/@shop/lib/src/index.js': 'lib',
}

test('follows the code of the service and of its libraries, and nothing else', (t) => {
  const { root, write } = tree(t, SERVICE)
  const code = () => codeOf(join(root, 'service'))
  const before = code()
  assert.match(before, /^[0-9a-f]{12}$/)
  write('service/test/main.test.js', 'another test')
  assert.equal(code(), before)
  write('service/node_modules/@shop/lib/src/index.js', 'lib 2')
  const library = code()
  assert.notEqual(library, before)
  write('service/src/main.js', 'two')
  assert.notEqual(code(), library)
})
