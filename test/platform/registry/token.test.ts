import { describe, expect, test } from '@jest/globals'
import { placeOf } from '../../../src/platform/registry/place.js'
import { Secret } from '../../../src/platform/registry/secret.js'
import { isSafeRealm, parseToken, tokenRequest } from '../../../src/platform/registry/token.js'

test.each([
  ['https://auth.docker.io/token', 'docker.io/a/b', true],
  ['https://auth.example.com/token', '127.0.0.1:5000/a/b', true],
  ['http://127.0.0.1:5001/token', '127.0.0.1:5000/a/b', true],
  ['http://[::1]:5001/token', 'localhost:5000/a/b', true],
  ['http://127.0.0.1:5001/token', 'ghcr.io/a/b', false],
  ['http://auth.docker.io/token', 'docker.io/a/b', false],
  ['http://127.0.0.1.example.com/token', '127.0.0.1:5000/a/b', false],
  ['http://127.0.0.1@example.com/token', '127.0.0.1:5000/a/b', false],
  ['https://user:password@example.com/token', 'ghcr.io/a/b', false],
  ['file:///etc/passwd', '127.0.0.1:5000/a/b', false],
  ['/token', 'ghcr.io/a/b', false],
  ['Registry', 'ghcr.io/a/b', false],
])('a token from %s for %s: %s', (realm, repository, safe) => {
  expect(isSafeRealm(realm, placeOf(repository))).toBe(safe)
})

describe('a request for a token', () => {
  const scope = 'repository:a/b:pull,push'
  const bearer = { kind: 'bearer', realm: 'https://r/token?x=1', service: 's' } as const

  test('of nobody', () => {
    const { url, init } = tokenRequest({ ...bearer, service: null }, scope, null)
    expect(url).toBe('https://r/token?x=1&scope=repository%3Aa%2Fb%3Apull%2Cpush')
    expect(init).toEqual({})
  })

  test('with a name and password', () => {
    const password = { kind: 'password', user: 'Aladdin', password: new Secret('open sesame') } as const
    const { url, init } = tokenRequest(bearer, scope, password)
    expect(url).toBe('https://r/token?x=1&service=s&scope=repository%3Aa%2Fb%3Apull%2Cpush&account=Aladdin')
    expect(init).toEqual({ headers: { authorization: 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==' } })
  })

  test('for two repositories at once: each a parameter in an address, both one text in a body', () => {
    const both = 'repository:a/b:pull,push repository:c/d:pull'
    expect(new URL(tokenRequest(bearer, both, null).url).searchParams.getAll('scope')).toEqual(
      both.split(' '),
    )
    const { init } = tokenRequest(bearer, both, { kind: 'identity', token: new Secret('refresh') })
    expect(new URLSearchParams(`${init.body}`).getAll('scope')).toEqual([both])
  })

  test('with an identity token, which goes nowhere else', () => {
    const { url, init } = tokenRequest(bearer, scope, { kind: 'identity', token: new Secret('refresh') })
    expect(url).toBe(bearer.realm)
    expect(init).toMatchObject({ method: 'POST', redirect: 'error' })
    expect(`${init.body}`).toBe(
      'service=s&scope=repository%3Aa%2Fb%3Apull%2Cpush&grant_type=refresh_token&client_id=stagger&refresh_token=refresh',
    )
  })
})

test.each<[string, [string, number] | null]>([
  ['{"token":"t","expires_in":300}', ['t', 300]],
  ['{"access_token":"t"}', ['t', 60]],
  ['{"token":"t","access_token":"other","expires_in":5}', ['t', 60]],
  ['{"token":null,"access_token":"t","expires_in":null}', ['t', 60]],
  ['{"token":"two\\nlines"}', null],
  ['{"token":""}', null],
  ['{}', null],
  ['', null],
  ['<html>', null],
])('the answer %s', (json, expected) => {
  const token = parseToken(json)
  expect(token && [token.token.reveal(), token.seconds]).toEqual(expected)
})
