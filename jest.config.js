import { readdirSync } from 'node:fs'
import { base, withGround } from './jest.base.js'
import './test/typescript/register.mjs'

const DOCKER = /\.docker\.test\.ts$/
const END_TO_END = '<rootDir>/test/e2e/'

const unit = {
  ...base,
  displayName: 'unit',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [END_TO_END, DOCKER.source],
}

const docker = {
  ...withGround,
  displayName: 'docker',
  testMatch: ['**/*.docker.test.ts'],
  testPathIgnorePatterns: [END_TO_END],
}

const tellWhatIsLeftOut = () => {
  const files = readdirSync(new URL('test', import.meta.url), { recursive: true, encoding: 'utf8' })
  const suites = files.filter((path) => DOCKER.test(path) && !path.startsWith('e2e/'))
  const lines = [
    'NO DOCKER ENGINE: these suites were left out, and say nothing about this machine:',
    ...suites.sort().map((path) => `  test/${path}`),
    'To run them too: npm run setup -- --yes && npm test',
  ]
  process.stderr.write(`\n${lines.join('\n')}\n\n`)
}

/** Without an engine the other suites are still worth running; in CI a missing engine is a failure. */
export default async () => {
  const { engineWithinReach } = await import('./src/rehearsal/ground/engine.ts')
  if (process.env.CI === 'true' || (await engineWithinReach())) return { projects: [unit, docker] }
  tellWhatIsLeftOut()
  return { projects: [unit] }
}
