import { openRegistry } from '../../src/platform/registry.js'
import { layGround } from '../../src/rehearsal/ground/ground.js'
import { registryContract } from './registry.contract.js'
import { digestOf, MANIFEST_TYPE } from './registry.js'

const quiet = { say: () => {}, warn: () => {}, group: () => {} }

const blob = async (base: string, content: Buffer): Promise<void> => {
  const started = await fetch(`${base}/blobs/uploads/`, { method: 'POST' })
  const location = new URL(started.headers.get('location') ?? '', base)
  location.searchParams.set('digest', digestOf(content))
  const headers = { 'content-type': 'application/octet-stream' }
  const { status } = await fetch(location, { method: 'PUT', headers, body: new Uint8Array(content) })
  if (status !== 201) throw new Error(`a blob was not taken: ${status}`)
}

/** An image without a layer: a configuration and a manifest over it. */
const pushTo = (base: string) => async (name: string, content: string) => {
  const config = Buffer.from(JSON.stringify({ content }))
  await blob(base, config)
  const mediaType = 'application/vnd.docker.container.image.v1+json'
  const body = JSON.stringify({
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    config: { mediaType, size: config.length, digest: digestOf(config) },
    layers: [],
  })
  const headers = { 'content-type': MANIFEST_TYPE }
  const { status } = await fetch(`${base}/manifests/${name}`, { method: 'PUT', headers, body })
  if (status !== 201) throw new Error(`a manifest was not taken: ${status}`)
  return digestOf(Buffer.from(body))
}

registryContract('docker-registry', async () => {
  const { registry, stop } = await layGround(quiet)
  return {
    registry: openRegistry(),
    repository: `${registry.address}/contract/registry`,
    push: pushTo(`http://${registry.address}/v2/contract/registry`),
    stop,
  }
})
