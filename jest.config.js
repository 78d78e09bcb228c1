import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { base, oneByOne, withGround } from './jest.base.js'
import './test/typescript/register.mjs'

const DOCKER = /\.docker\.test\.ts$/
const BUILDKIT = /\.buildkit\.test\.ts$/
const PYTHON = /\.python\.test\.ts$/
const NGINX = /\.nginx\.test\.ts$/
const END_TO_END = '<rootDir>/test/e2e/'

const unit = {
  ...base,
  displayName: 'unit',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [END_TO_END, DOCKER.source, BUILDKIT.source, PYTHON.source, NGINX.source],
}

const docker = {
  ...withGround,
  displayName: 'docker',
  testMatch: ['**/*.docker.test.ts'],
  testPathIgnorePatterns: [END_TO_END],
}

const buildkit = {
  ...withGround,
  displayName: 'buildkit',
  testMatch: ['**/*.buildkit.test.ts'],
  testPathIgnorePatterns: [END_TO_END],
}

const python = {
  ...oneByOne,
  displayName: 'python',
  testMatch: ['**/*.python.test.ts'],
  testPathIgnorePatterns: [END_TO_END],
}

const nginx = {
  ...oneByOne,
  displayName: 'nginx',
  testMatch: ['**/*.nginx.test.ts'],
  testPathIgnorePatterns: [END_TO_END],
}

const tellWhatIsLeftOut = (missing, kind, remedy) => {
  const files = readdirSync(new URL('test', import.meta.url), { recursive: true, encoding: 'utf8' })
  const suites = files.filter((path) => kind.test(path) && !path.startsWith('e2e/'))
  const lines = [
    `NO ${missing}: these suites were left out, and say nothing about this machine:`,
    ...suites.sort().map((path) => `  test/${path}`),
    `To run them too: ${remedy}`,
  ]
  process.stderr.write(`\n${lines.join('\n')}\n\n`)
}

const BUILD_BUILDKIT = `as root on Linux, with runc and Go:
  bash test/tools/buildkit/build "$HOME/.cache/stagger-ci/bin"
  PATH="$HOME/.cache/stagger-ci/bin:$PATH" npm test`

/** As test/rehearsal/judge/environment.ts says. */
const hasPythonTools = () => {
  const { STAGGER_PYTHON, ...env } = process.env
  if (STAGGER_PYTHON) env.PYTHONPATH = STAGGER_PYTHON
  return spawnSync('python3', ['-c', 'import boto3, awscli, moto.server'], { env }).status === 0
}

/** Without an engine, or without Python's tools, the other suites are still worth running; in CI what misses is a failure. */
export default async () => {
  const { engineWithinReach } = await import('./src/rehearsal/ground/engine.ts')
  const { program } = await import('./src/rehearsal/ground/programs.ts')
  const { buildkitNeeds } = await import('./test/ground/buildkit.ts')
  const wanted = process.env.CI === 'true'
  const [engine, tools] = [wanted || (await engineWithinReach()), wanted || hasPythonTools()]
  const routes = wanted || program('nginx') !== null
  const builds = wanted || (engine && buildkitNeeds() === null)
  if (!engine) tellWhatIsLeftOut('DOCKER ENGINE', DOCKER, 'npm run setup -- --yes && npm test')
  if (!builds) tellWhatIsLeftOut('BUILDKIT OUTSIDE OF AN ENGINE', BUILDKIT, BUILD_BUILDKIT)
  if (!routes) tellWhatIsLeftOut('NGINX', NGINX, 'apt-get install --no-install-recommends nginx && npm test')
  if (!tools)
    tellWhatIsLeftOut(
      'PYTHON WITH boto3, awscli AND moto',
      PYTHON,
      'python3 -m pip install -r test/tools/requirements.txt && npm test',
    )
  return {
    // Most of them wait most of the time. A process that holds much memory starts git slowly.
    maxWorkers: '100%',
    workerIdleMemoryLimit: '500MB',
    projects: [
      unit,
      ...(engine ? [docker] : []),
      ...(builds ? [buildkit] : []),
      ...(tools ? [python] : []),
      ...(routes ? [nginx] : []),
    ],
  }
}
