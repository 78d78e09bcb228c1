import { expect, test } from '@jest/globals'
import { inputsIn } from './memory-tree.js'

const FILES = { 'a.txt': '1', 'b.txt': '2' }

test.each([
  ['# syntax=docker/dockerfile:1\n'],
  ['# syntax=docker.io/docker/dockerfile:1.7-labs\n'],
  ['#syntax=docker/dockerfile-upstream:master@sha256:0\n'],
  ['# check=skip=all;error=true\n'],
])('a front end that speaks our language: %s', async (top) => {
  const { image } = await inputsIn({ ...FILES, Dockerfile: `${top}FROM scratch\nCOPY a.txt /` })
  expect([image.inputs.map(({ path }) => path), image.widened]).toEqual([['a.txt'], []])
})

const SPEC = '#syntax=example.com/mine:1\nimage: x\ncopy: [a.txt]\n'

test.each<[string, string]>([
  ['another language', SPEC],
  ['one with other comments', '// syntax=example.com/mine:1\nimage x'],
  ['one in JSON', '{"syntax": "example.com/mine:1", "image": "x"}'],
  ['one that looks like ours', '# syntax=example.com/mine:1\nFROM scratch\nCOPY a.txt /'],
])('%s: everything may be read', async (_, Dockerfile) => {
  const { image } = await inputsIn({ ...FILES, Dockerfile }, { args: { X: '1' } })
  expect(image.inputs.map(({ path }) => path)).toEqual(['.'])
  expect(image.widened).toMatchObject([{ reason: 'unknown-syntax' }])
  expect(image.instructions[0]).toBe(Dockerfile)
  expect(image.args).toEqual({ X: '1' })
})

test('its stages are not known', async () => {
  const { image } = await inputsIn({ ...FILES, Dockerfile: SPEC }, { target: 'anything' })
  expect(image.widened).toHaveLength(1)
})
