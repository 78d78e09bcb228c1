import { delimiter, dirname } from 'node:path'

const KEPT = ['LANG', 'DOCKER_HOST', 'DOCKER_BUILDKIT', 'DOCKER_CONFIG']

/**
 * What a job inherits: the way to the engine and this Node, and nothing else of who runs the tests, be that a
 * laptop with credentials or another workflow.
 */
export const bareEnvironment = (): Record<string, string> => {
  if (!process.version.startsWith('v24.'))
    throw new Error(`actions run on Node 24 and this is ${process.version}: start the tests by npm`)
  const kept = KEPT.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
  return { ...Object.fromEntries(kept), PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) }
}
