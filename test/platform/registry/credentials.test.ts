import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Processes, runProcess } from '../../../src/platform/process.js'
import { dockerCredentials } from '../../../src/platform/registry/credentials.js'
import { StaggerError } from '../../../src/words.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagger-credentials-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (text: string) => writeFileSync(join(folder, 'config.json'), text)

/** A real program of that name, the first on the PATH. */
const helper = (name: string, script: string): void => {
  const file = join(folder, `docker-credential-${name}`)
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
}
const PATH = () => [folder, process.env.PATH].join(delimiter)
const run: Processes = (argv, options) => runProcess(argv, { ...options, env: { PATH: PATH() } })

const find = (host: string) => dockerCredentials({ folder, run })(host)
const problemOf = async (host: string) => {
  const error = await find(host).catch((caught: unknown) => caught)
  return error instanceof StaggerError ? error.problems[0] : error
}

test('without a file there are none', async () => {
  expect(await find('ghcr.io')).toBeNull()
})

test('what docker login left behind', async () => {
  write(JSON.stringify({ auths: { 'ghcr.io': { auth: Buffer.from('me:hunter2').toString('base64') } } }))
  const credentials = await find('ghcr.io')
  expect(credentials).toMatchObject({ kind: 'password', user: 'me' })
  expect(credentials?.kind === 'password' && credentials.password.reveal()).toBe('hunter2')
})

test('it is looked for where DOCKER_CONFIG says', async () => {
  write('{"auths":{"ghcr.io":{"username":"me","password":"hunter2"}}}')
  const before = process.env.DOCKER_CONFIG
  process.env.DOCKER_CONFIG = folder
  try {
    expect(await dockerCredentials()('ghcr.io')).toMatchObject({ user: 'me' })
  } finally {
    if (before === undefined) delete process.env.DOCKER_CONFIG
    else process.env.DOCKER_CONFIG = before
  }
})

test('a file that is none, and nothing of it is told', async () => {
  write('{"auths":{"ghcr.io":{"auth":"aHVudGVyMg=="')
  const problem = await problemOf('ghcr.io')
  expect(problem).toMatchObject({ code: 'docker-config-unreadable', fault: 'caller' })
  expect(JSON.stringify(problem)).not.toContain('aHVud')
})

describe('a helper', () => {
  test('is given the host, once, and what it hands out is taken', async () => {
    write('{"credsStore":"fake"}')
    const asked = `cat >> '${folder}/asked'; echo " $1" >> '${folder}/asked'`
    helper('fake', `${asked}\necho '{"ServerURL":"x","Username":"AWS","Secret":"hunter2"}'`)
    const both = dockerCredentials({ folder, run })
    const [credentials] = await Promise.all([both('docker.io'), both('docker.io')])
    expect(credentials).toMatchObject({ kind: 'password', user: 'AWS' })
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe('https://index.docker.io/v1/ get\n')
  })

  test('that has nothing for the host', async () => {
    write('{"credHelpers":{"ghcr.io":"fake"}}')
    helper('fake', 'echo "credentials not found in native keychain"; exit 1')
    expect(await find('ghcr.io')).toBeNull()
  })

  test.each([
    ['that is not installed', null, /not installed/],
    ['that fails', 'echo "the keychain is locked" >&2; exit 1', /the keychain is locked/],
    ['that says so on the other stream', 'echo "the session is over"; exit 1', /the session is over/],
    ['that fails with its answer', 'echo \'{"Username":"me","Secret":"hunter2"}\'; exit 4', /exit code 4/],
    ['that prints something else', 'echo hunter2', /printed no credentials/],
  ])('%s', async (_, script, why) => {
    write('{"credHelpers":{"ghcr.io":"fake"}}')
    if (script) helper('fake', script)
    const problem = await problemOf('ghcr.io')
    expect(problem).toMatchObject({
      code: 'credential-helper-failed',
      problem: 'docker-credential-fake gives no credentials for ghcr.io',
      why: expect.stringMatching(why),
    })
    expect(JSON.stringify(problem)).not.toContain('hunter2')
  })

  test('whose name leads elsewhere is not run', async () => {
    write('{"credsStore":"x/../../evil"}')
    expect(await problemOf('ghcr.io')).toMatchObject({ why: 'no program has such a name' })
  })
})
