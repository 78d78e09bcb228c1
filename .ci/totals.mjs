import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

// totals.mjs FOLDER: the sum over jest's results in that folder, as one line.
// totals.mjs --nothing-skipped FOLDER: fails where a test was skipped, or a run left no result.
const folder = process.argv.at(-1)
const runs = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
const sum = (count) => runs.reduce((total, run) => total + count(run), 0)

const notRun = (run) =>
  run.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ status, fullName }) => `${status}: ${relative('.', name)}: ${fullName}`),
  )

const tellWhatWasSkipped = () => {
  const lines = runs.flatMap(notRun)
  if (runs.length < 2) lines.push(`${runs.length} of 2 jest runs left a result`)
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
  process.exitCode = lines.length === 0 ? 0 : 1
}

const tellTotals = () => {
  // A file that could not even be loaded has no tests to count: it counts as one.
  const failed = sum((run) => run.numFailedTests + run.numRuntimeErrorTestSuites)
  process.stdout.write(`${sum((run) => run.numPassedTests)} passed, ${failed} failed\n`)
}

if (process.argv.includes('--nothing-skipped')) tellWhatWasSkipped()
else tellTotals()
