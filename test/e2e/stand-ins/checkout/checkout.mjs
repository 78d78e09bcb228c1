import { execFileSync } from 'node:child_process'

const { ORIGIN, GITHUB_REF, GITHUB_SHA, GITHUB_WORKSPACE } = process.env
const depth = Number(process.env['INPUT_FETCH-DEPTH'])
const git = (...args) => execFileSync('git', args, { cwd: GITHUB_WORKSPACE, stdio: 'inherit' })

const branch = GITHUB_REF.replace('refs/heads/', '')
const here = `refs/remotes/origin/${branch}`
git('init', '--quiet', '--initial-branch=checkout')
git('remote', 'add', 'origin', ORIGIN)
// 0 means everything: all branches and tags, and still no other ref, such as the ledger.
const everything = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*']
if (depth === 0) git('fetch', '--quiet', '--no-tags', 'origin', ...everything)
else git('fetch', '--quiet', '--no-tags', `--depth=${depth}`, 'origin', `+${GITHUB_SHA}:${here}`)
git('checkout', '--quiet', '--force', '-B', branch, GITHUB_SHA)
// As in a private repository: without credentials nothing more comes from there.
if (process.env['INPUT_PERSIST-CREDENTIALS'] === 'false')
  git('remote', 'set-url', 'origin', `${ORIGIN}.private`)
