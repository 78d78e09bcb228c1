import { expect, test } from '@jest/globals'
import { csvFields, readMount } from '../../../src/catalog/dockerfile/mounts.js'

test.each<[string, string[] | null]>([
  ['a,b', ['a', 'b']],
  ['"a,b",c', ['a,b', 'c']],
  ['"a""b"', ['a"b']],
  ['"",', ['', '']],
  [',', ['', '']],
  ['a ,b', ['a ', 'b']],
  ['a\r\n', ['a']],
  ['"a\nb"', ['a\nb']],
  ['', null],
  ['a"b', null],
  ['"a"b', null],
  ['"a', null],
])('%j as a line of CSV', (text, fields) => expect(csvFields(text)).toEqual(fields))

test.each<[string, unknown]>([
  ['target=/x', { type: 'bind', from: '', source: '' }],
  ['Type=cache,SRC=a,source=b', { type: 'cache', from: '', source: 'b' }],
  ['"source=a,b",from=x,rw', { type: 'bind', from: 'x', source: 'a,b' }],
])('the mount %s', (text, mount) => expect(readMount(text)).toEqual(mount))
