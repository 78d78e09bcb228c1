import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hiding } from '../../src/image/hide.js'

const TOKEN = 'npm_A/b+c d"e\\f'
const base64 = (text: string) => Buffer.from(text).toString('base64')

describe('a secret in a line of a log', () => {
  test.each([
    ['as it is', `token is ${TOKEN}!`, 'token is ***!'],
    ['twice', `${TOKEN}${TOKEN}`, '******'],
    ['in base64', `Basic ${base64(TOKEN)}`, 'Basic ***'],
    [
      'in base64 for addresses',
      base64(TOKEN).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
      '***',
    ],
    ['in an address', `https://x/?t=${encodeURIComponent(TOKEN)}&u=1`, 'https://x/?t=***&u=1'],
    ['in a form', `t=${encodeURIComponent(TOKEN).replaceAll('%20', '+')}`, 't=***'],
    ['in JSON', JSON.stringify({ token: TOKEN }), '{"token":"***"}'],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(TOKEN)), '"\\"***\\""'],
    ['with colours in it', 'npm_\u001b[1;31mA/b\u001b[0m+c d"e\\f', '***'],
    ['in another case', TOKEN.toUpperCase(), TOKEN.toUpperCase()],
  ])('%s', (_, line, expected) => {
    expect(hiding([TOKEN])(line)).toBe(expected)
  })

  test('in base64 with something before and behind it is not to be read', () => {
    for (const name of ['u', 'us', 'use']) {
      const line = hiding(['hunter2hunter2'])(base64(`${name}:hunter2hunter2:x`))
      expect(Buffer.from(line.replaceAll('*', ''), 'base64').toString()).not.toContain('unter2hunte')
      expect(line).toContain('***')
    }
  })

  test('of several lines is hidden line by line, but for short ones', () => {
    const hide = hiding(['-----BEGIN KEY-----\nabcdefgh\r\nab\n-----END KEY-----\n'])
    expect(['-----BEGIN KEY-----', '  abcdefgh', 'ab', '-----END KEY-----'].map(hide)).toEqual([
      '***',
      '  ***',
      'ab',
      '***',
    ])
  })

  test('that is part of another does not leave its rest', () => {
    expect(hiding(['secret', 'secret-longer'])('secret-longer secret')).toBe('*** ***')
  })

  test('that is empty or blank hides nothing, and one of a single letter itself', () => {
    expect(hiding(['', '  ', '\n'])('a line')).toBe('a line')
    expect(hiding([])('a line')).toBe('a line')
    expect(hiding(['x'])('exit')).toBe('e***it')
  })

  test('is gone, whatever it is and whatever stands around it', () => {
    const secret = fc
      .string({ minLength: 4, maxLength: 30, unit: 'grapheme' })
      .filter((text) => text.trim().length >= 4 && !text.includes('*'))
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
        const hide = hiding([value])
        for (const form of [
          value,
          base64(value),
          encodeURIComponent(value),
          JSON.stringify(value).slice(1, -1),
        ])
          expect(hide(`${before}${form}${after}`)).not.toContain(form)
      }),
    )
  })

  test('leaves alone what it is not in', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        fc.pre(!line.includes('zqzq'))
        expect(hiding(['zqzqzqzq'])(line)).toBe(line)
      }),
    )
  })
})
