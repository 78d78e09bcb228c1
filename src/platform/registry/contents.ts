import * as v from 'valibot'
import { type Digest, isDigest } from '../../words.js'

/** A part of an image, as its manifest names it. */
export interface Part {
  readonly digest: Digest
  readonly size: number
}

/** What a manifest is made of: other manifests, blobs, and what it is about. */
export interface Contents {
  readonly manifests: readonly Part[]
  readonly blobs: readonly Part[]
  readonly subject: Digest | null
}

const part = v.object({
  digest: v.pipe(v.string(), v.check(isDigest)) as unknown as v.GenericSchema<Digest>,
  size: v.optional(v.number(), 0),
  /** A layer that its owner alone gives out is in no registry. */
  urls: v.nullish(v.array(v.string()), []),
})
const schema = v.object({
  manifests: v.nullish(v.array(part), []),
  config: v.nullish(part),
  layers: v.nullish(v.array(part), []),
  subject: v.nullish(part),
})

const NOTHING: Contents = { manifests: [], blobs: [], subject: null }

/** Nothing where it is no manifest of the current kinds: what cannot be read holds nothing that is known. */
export const contentsOf = (body: Uint8Array): Contents => {
  const result = v.safeParse(schema, json(body))
  if (!result.success) return NOTHING
  const { manifests, config, layers, subject } = result.output
  return {
    manifests: (manifests ?? []).map(bare),
    blobs: [...(config ? [config] : []), ...(layers ?? [])].filter(({ urls }) => !urls?.length).map(bare),
    subject: subject?.digest ?? null,
  }
}

const bare = ({ digest, size }: Part): Part => ({ digest, size })

const json = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}
