import { join } from 'node:path'
import { installPackage } from './npm.mjs'

const VERSION = '2.11.11'

/** Nothing is told to anybody over the network. */
const ENVIRONMENT = {
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  CI: 'true',
}

/** Services are workspaces of npm, each with a package.json; the shared folder is one that others depend on. */
export const turbo = {
  name: `turbo ${VERSION}`,
  install: (cache) => {
    const modules = installPackage(cache, 'turbo', VERSION)
    return {
      modules,
      question: ({ workTree }) => ({
        program: join(modules, '.bin/turbo'),
        args: ['run', 'build', '--filter=...[HEAD^1]', '--dry=json'],
        options: { cwd: workTree, env: { ...process.env, ...ENVIRONMENT } },
        answer: ({ stdout }) => JSON.parse(stdout).packages,
      }),
    }
  },
}
