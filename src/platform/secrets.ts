import { readFile } from 'node:fs/promises'

/** Where a secret comes from. */
export type SecretPlace =
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }

/** What builds may read and nobody may see. */
export interface Secrets {
  /** Its value, only to find it in what a build prints; null where there is none. */
  read(place: SecretPlace): Promise<string | null>
}

export const openSecrets = (env: Readonly<Record<string, string | undefined>> = process.env): Secrets => ({
  read: async (place) =>
    place.kind === 'environment'
      ? env[place.name] || null
      : readFile(place.path, 'utf8').catch((error) => {
          if (error.code === 'ENOENT' || error.code === 'EISDIR') return null
          throw error
        }),
})
