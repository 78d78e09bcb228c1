import { expect, test } from '@jest/globals'
import { type InputsOfService, inputsJson, inputsText } from '../../src/report/inputs.js'
import { commit, edge, fingerprint, input, name, STAGE } from './plan/planned.js'

const FOUND: InputsOfService = {
  service: name('web'),
  commit: commit('a'),
  fingerprint: fingerprint('a'),
  files: [input('web/src/index.js', 8)],
  named: [{ name: 'assets', folder: 'art', files: [input('art/logo.svg', 9)] }],
  declared: [{ ...input('tools/gen.sh'), because: { instruction: 'inputs', line: 0 } }],
  stage: {
    ...STAGE,
    platforms: ['linux/arm64'],
    edges: [
      edge('base'),
      { service: name('proto'), reference: null, because: { instruction: 'dependsOn', line: 0 } },
    ],
    widened: [{ reason: 'symlinked-source', detail: 'a\u001b[2J', line: 3 }],
    untracked: [{ reason: 'untracked', detail: 'dist', line: 4 }],
    unpinned: ['node:24-slim'],
  },
}

test('the JSON says of each file what reads it, and from where', () => {
  expect(inputsJson(FOUND)).toMatchObject({
    schema: 1,
    service: 'web',
    rev: commit('a'),
    files: [
      { path: 'web/src/index.js', mode: '100644', oid: commit('c'), because: 'COPY, line 8' },
      { path: 'art/logo.svg', because: 'COPY, line 9', context: 'assets' },
      { path: 'tools/gen.sh', because: 'inputs in stagger.yml', declared: true },
    ],
    contexts: [{ name: 'assets', folder: 'art' }],
    edges: [
      { service: 'base', reference: 'acme/base', instruction: 'FROM', line: 1 },
      { service: 'proto', reference: null, instruction: 'dependsOn', line: 0 },
    ],
    settings: { platforms: ['linux/arm64'], unpinned: ['node:24-slim'] },
    widened: [{ reason: 'symlinked-source' }, { reason: 'untracked' }],
  })
})

test('the text has a section for whatever there is besides files', () => {
  expect(inputsText(FOUND)).toBe(`3 files decide the image of web (${fingerprint('a')})

file              because of
web/src/index.js  COPY, line 8
tools/gen.sh      inputs in stagger.yml
art/logo.svg      COPY, line 9, in the context assets

built from the images of:
  base, as acme/base (FROM, line 1)
  proto (dependsOn in stagger.yml)

for the platforms:
  linux/arm64

not pinned, so that they count as written:
  node:24-slim

could not be decided, so that more counts as input:
  symlinked-source: a\\u{1b}[2J (line 3)

not tracked by git, so that there is no fingerprint:
  untracked: dist (line 4)
`)
})

test('an image of nothing but another one has no files', () => {
  const found = { ...FOUND, files: [], named: [], declared: [], stage: { ...STAGE, edges: [edge('base')] } }
  expect(inputsText(found)).toBe(
    `0 files decide the image of web (${fingerprint('a')})\n\nbuilt from the images of:\n  base, as acme/base (FROM, line 1)\n`,
  )
})
