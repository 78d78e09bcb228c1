// A BuildKit of our own: built from test/tools/buildkit, with its own socket and state, gone at the end.
import { execFile, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const MODULE = fileURLToPath(new URL('../../tools/buildkit', import.meta.url))
const PROGRAMS = join(process.env.XDG_CACHE_HOME ?? tmpdir(), 'stagger-judge', 'buildkit')

const installPrograms = () => {
  mkdirSync(PROGRAMS, { recursive: true })
  const programs = ['buildctl', 'buildkitd'].map((name) => `github.com/moby/buildkit/cmd/${name}`)
  execFileSync('go', ['build', '-C', MODULE, '-o', `${PROGRAMS}/`, ...programs], { stdio: 'inherit' })
}

const NEEDS =
  'node test/judge/builds.mjs needs root, Go, git, and runc (apt-get install runc); no Docker engine\n'

export const checkNeeds = () => {
  const has = (program) =>
    (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)))
  if (process.getuid() === 0 && ['go', 'git', 'runc'].every(has)) return
  process.stderr.write(NEEDS)
  process.exit(2)
}

/** In megabytes: what one build left is of no use to the next. */
const KEEP_LITTLE = ['--oci-worker-gc', '--oci-worker-gc-keepstorage=200']

/** Starts it and waits until it answers. */
export const startBuildkit = async () => {
  installPrograms()
  const folder = mkdtempSync(join(tmpdir(), 'stagger-judge-'))
  const log = openSync(join(folder, 'log'), 'w')
  const address = `unix://${join(folder, 'socket')}`
  const daemon = spawn(
    join(PROGRAMS, 'buildkitd'),
    ['--root', join(folder, 'state'), '--addr', address, '--containerd-worker=false', ...KEEP_LITTLE],
    { stdio: ['ignore', log, log] },
  )
  const ended = new Promise((resolve) => daemon.once('close', resolve))
  const stop = async () => {
    daemon.kill('SIGTERM')
    await Promise.race([ended, sleep(20_000).then(() => daemon.kill('SIGKILL'))])
    rmSync(folder, { recursive: true, force: true })
  }
  const run = (...args) => runClient(address, args)
  for (let tries = 0; (await run('debug', 'workers')).failed; tries++) {
    if (tries > 100 || daemon.exitCode !== null) throw new Error(readFileSync(join(folder, 'log'), 'utf8'))
    await sleep(200)
  }
  return { folder, build: (request) => build(run, request), stop }
}

const runClient = (address, args) =>
  new Promise((resolve) => {
    const options = { timeout: 120_000, maxBuffer: 1 << 26 }
    execFile(join(PROGRAMS, 'buildctl'), ['--addr', address, ...args], options, (error, _, stderr) =>
      resolve(error ? { failed: lastError(stderr) } : { failed: null }),
    )
  })

const lastError = (stderr) =>
  stderr
    .trim()
    .split('\n')
    .findLast((line) => /error:/.test(line)) ?? stderr.slice(-300)

/** One build into a folder; `folders` are its contexts by name. */
const build = (run, { dockerfile, target, args, contexts, folders, output }) =>
  run(
    'build',
    '--progress=plain',
    '--frontend=dockerfile.v0',
    `--local=dockerfile=${dockerfile}`,
    ...Object.entries(folders).map(([name, folder]) => `--local=${name}=${folder}`),
    ...Object.entries({ ...given('build-arg', args), ...given('context', contexts) }).map(
      ([name, value]) => `--opt=${name}=${value}`,
    ),
    ...(target === '' ? [] : [`--opt=target=${target}`]),
    `--output=type=local,dest=${output}`,
  )

const given = (kind, values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${kind}:${name}`, value]))
