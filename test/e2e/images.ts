import { runProcess } from '../../src/platform/process.js'
import { testGround } from '../ground/ground.js'

/**
 * Takes what the tasks of a cluster pulled out of an engine that stays. By the names of these repositories: the same
 * images may run under others, in a test beside this one.
 */
export const forgetImages = async (prefix: string): Promise<void> => {
  const docker = (...args: string[]) => runProcess([testGround().engine.client, 'image', ...args])
  const filter = ['--filter', `reference=${prefix}/*`, '--format', '{{.Repository}}@{{.Digest}}']
  const { stdout } = await docker('ls', '--digests', ...filter)
  const names = stdout.split('\n').filter((name) => name.includes('@sha256:'))
  if (names.length > 0) await docker('rm', ...names)
}
