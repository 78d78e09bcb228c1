import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** v4.0.2 */
const COMMIT = '7b450fff21473bca461d4b92ce414b9d0420d706'
const ADDRESS = 'https://github.com/dorny/paths-filter.git'

/** The bundle that the action's own authors committed, run as a runner runs it; a filter for each service. */
export const pathsFilter = {
  name: 'dorny/paths-filter',
  install: (cache, options) => {
    const bundle = bundleOf(cache, options['paths-filter'] ?? ADDRESS)
    return {
      question: ({ workTree, folder }) => {
        const { environment, outputs } = actionEnvironment(workTree, folder)
        return {
          program: process.execPath,
          args: [bundle],
          options: { cwd: workTree, env: { PATH: process.env.PATH, HOME: folder, ...environment } },
          answer: () => lastChanges(readFileSync(outputs, 'utf8')),
        }
      },
    }
  },
}

const bundleOf = (cache, source) => {
  const bundle = join(cache, `paths-filter-${COMMIT}.cjs`)
  if (existsSync(bundle)) return bundle
  const clone = mkdtempSync(join(cache, 'paths-filter-'))
  const git = (...args) =>
    execFileSync('git', ['-C', clone, ...args], { maxBuffer: 1 << 28, timeout: 120_000, stdio: 'pipe' })
  try {
    git('init', '--quiet', '--bare')
    git('fetch', '--quiet', '--depth=1', source, COMMIT)
    writeFileSync(join(clone, 'bundle'), git('show', `${COMMIT}:dist/index.js`))
    renameSync(join(clone, 'bundle'), bundle)
  } finally {
    rmSync(clone, { recursive: true, force: true })
  }
  return bundle
}

const actionEnvironment = (workTree, folder) => {
  mkdirSync(folder, { recursive: true })
  const outputs = join(folder, 'github-output')
  const event = join(folder, 'event.json')
  writeFileSync(outputs, '')
  writeFileSync(event, JSON.stringify({ repository: { default_branch: 'main' } }))
  const base = execFileSync('git', ['-C', workTree, 'rev-parse', 'HEAD^'], { encoding: 'utf8' }).trim()
  return {
    outputs,
    environment: {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: event,
      GITHUB_OUTPUT: outputs,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_WORKSPACE: workTree,
      GITHUB_REPOSITORY: 'bench/bench',
      INPUT_BASE: base,
      INPUT_FILTERS: '.github/filters.yml',
    },
  }
}

/** Outputs are appended run by run, each between two lines with a delimiter of its own. */
const lastChanges = (text) => {
  const all = [...text.matchAll(/^changes<<(\S+)\n(.*)\n\1$/gm)]
  return JSON.parse(all.at(-1)?.[2] ?? 'null')
}
