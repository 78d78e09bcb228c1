import type { Digest } from '../../../src/words.js'
import { digestOf, MANIFEST_TYPE } from '../registry.js'

type Headers = Readonly<Record<string, string>>

const blob = async (base: string, content: Buffer, who: Headers): Promise<void> => {
  const started = await fetch(`${base}/blobs/uploads/`, { method: 'POST', headers: who })
  const location = new URL(started.headers.get('location') ?? '', base)
  location.searchParams.set('digest', digestOf(content))
  const headers = { ...who, 'content-type': 'application/octet-stream' }
  const { status } = await fetch(location, { method: 'PUT', headers, body: new Uint8Array(content) })
  if (status !== 201) throw new Error(`a blob was not taken: ${status}`)
}

/** Pushes to `http://HOST/v2/REPOSITORY` an image without a layer: a configuration and a manifest over it. */
export const pushTo =
  (base: string, who: Headers = {}) =>
  async (name: string, content: string): Promise<Digest> => {
    const config = Buffer.from(JSON.stringify({ content }))
    await blob(base, config, who)
    const mediaType = 'application/vnd.docker.container.image.v1+json'
    const body = JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST_TYPE,
      config: { mediaType, size: config.length, digest: digestOf(config) },
      layers: [],
    })
    const headers = { ...who, 'content-type': MANIFEST_TYPE }
    const { status } = await fetch(`${base}/manifests/${name}`, { method: 'PUT', headers, body })
    if (status !== 201) throw new Error(`a manifest was not taken: ${status}`)
    return digestOf(Buffer.from(body))
  }
