import { join } from 'node:path'
import { installPackage } from './npm.mjs'

const VERSION = '24.0.6'

/** No daemon, which no runner has; nothing is told to anybody over the network. */
const ENVIRONMENT = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', DO_NOT_TRACK: '1', CI: 'true' }

/** Services are its projects, each with a project.json; the shared folder is a project that others depend on. */
export const nx = {
  name: `nx ${VERSION}`,
  install: (cache) => {
    const modules = installPackage(cache, 'nx', VERSION)
    return {
      modules,
      question: ({ workTree }) => ({
        program: join(modules, '.bin/nx'),
        args: ['show', 'projects', '--affected', '--base=HEAD^', '--head=HEAD', '--json'],
        options: { cwd: workTree, env: { ...process.env, ...ENVIRONMENT } },
        answer: ({ stdout }) => JSON.parse(stdout),
      }),
    }
  },
}
