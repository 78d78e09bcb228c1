import { terminalProgress } from '../platform/progress.js'
import { setup } from '../rehearsal/ground/install.js'
import { problemText } from '../report/problem.js'
import { exitCode, StaggerError } from '../words.js'

/** `npm run setup [-- --yes]`. CI=true is a consent too: nobody is there to be asked. */
export const setupMain = async (argv: readonly string[]): Promise<number> => {
  try {
    await setup({ yes: consents(argv) }, terminalProgress())
    return 0
  } catch (error) {
    if (!(error instanceof StaggerError)) throw error
    process.stderr.write(error.problems.map(problemText).join(''))
    return exitCode(error.problems.map(({ fault }) => fault))
  }
}

export const consents = (argv: readonly string[]): boolean =>
  argv.includes('--yes') || process.env.CI === 'true'
