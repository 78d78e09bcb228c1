import type { Ability } from './builder.js'
import { INDEX_TYPE } from './platforms.js'
import { bare, type Descriptor, indexSchema, readStored, type StoredManifest } from './stored.js'

export interface AttestationSettings {
  readonly provenance?: false | 'min' | 'max' | undefined
  readonly sbom?: boolean | { readonly generator: string } | undefined
}

/**
 * The arguments of a build that is pushed; for any other they are those of no settings. Left without a word buildx attests
 * by itself, and what it pushes then is an index. `builderId`: who says so, e.g. the address of a workflow's run.
 */
export const attestationArguments = (
  { provenance, sbom }: AttestationSettings,
  abilities: ReadonlySet<Ability>,
  builderId: string | null = null,
): readonly string[] => {
  if (!abilities.has('attestations')) return []
  const by = builderId === null ? '' : `,builder-id=${builderId}`
  const generator = typeof sbom === 'object' ? `,generator=${sbom.generator}` : ''
  return [
    provenance ? `--attest=type=provenance,mode=${provenance}${by}` : '--provenance=false',
    ...(sbom ? [`--attest=type=sbom${generator}`] : []),
  ]
}

/** What BuildKit pushed where it attested something: the image itself, and what it attests of it. */
export interface Attested {
  readonly image: Descriptor
  readonly attestation: Descriptor
}

/** The two in the index that BuildKit makes of them; null where it is an image, or one for several platforms. */
export const attestedIn = ({ mediaType, body }: StoredManifest): Attested | null => {
  const manifests = mediaType === INDEX_TYPE ? (readStored(indexSchema, body)?.manifests ?? []) : []
  const attestations = manifests.filter((one) => one.annotations?.[TYPE] === 'attestation-manifest')
  const [image] = manifests.filter((one) => !attestations.includes(one))
  const [attestation] = attestations
  if (!image || !attestation || manifests.length > 2) return null
  return attestation.annotations?.[OF] === image.digest
    ? { image: bare(image), attestation: bare(attestation) }
    : null
}

const TYPE = 'vnd.docker.reference.type'
const OF = 'vnd.docker.reference.digest'
