import * as v from 'valibot'
import { type Digest, isDigest } from '../words.js'

const digest = v.pipe(v.string(), v.check(isDigest)) as unknown as v.GenericSchema<Digest>

/** One thing in a registry, as what refers to it names it. What is not looked at here stays as it came. */
export const descriptorSchema = v.looseObject({
  mediaType: v.string(),
  digest,
  size: v.number(),
  annotations: v.nullish(v.record(v.string(), v.string())),
})
export type Descriptor = v.InferOutput<typeof descriptorSchema>

export const indexSchema = v.looseObject({ manifests: v.array(descriptorSchema) })

/** An artifact beside an image: a manifest whose layers are what it holds. */
export const artifactSchema = v.looseObject({
  artifactType: v.optional(v.string()),
  subject: v.nullish(descriptorSchema),
  layers: v.array(descriptorSchema),
  annotations: v.nullish(v.record(v.string(), v.string())),
})

/** A registry's manifest, as it is pushed and as it came. */
export interface StoredManifest {
  readonly mediaType: string
  readonly body: Uint8Array
}

export const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json'

export const toStore = (mediaType: string, value: object): StoredManifest => ({
  mediaType,
  body: new TextEncoder().encode(JSON.stringify(value)),
})

/** A registry's answer is not ours: null where it is not what was looked for. */
export const readStored = <S extends v.GenericSchema>(
  schema: S,
  body: Uint8Array,
): v.InferOutput<S> | null => {
  const result = v.safeParse(schema, json(body))
  return result.success ? result.output : null
}

const json = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}

/** What a manifest needs of one that it refers to. */
export const bare = ({ mediaType, digest, size }: Descriptor): Descriptor => ({ mediaType, digest, size })
