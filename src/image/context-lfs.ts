import { type Oid, type Position, StaggerError } from '../words.js'

/** What Git LFS commits in a file's stead: the digest and the size of the file itself. */
export interface LfsPointer {
  /** SHA-256, in 64 hex digits. */
  readonly sha256: string
  readonly size: number
  /** The pointer as it stands in the commit. */
  readonly text: string
}

/** No pointer is longer. */
const MOST = 1024
/** Keys stand in the order of the alphabet, so extensions come before `oid`. */
const POINTER =
  /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\n(?:ext-\d-[^\s]+ sha256:[0-9a-f]{64}\n)*oid sha256:([0-9a-f]{64})\nsize (\d{1,15})\n?$/

/** Null for a file that is what it is. See https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md. */
export const readPointer = (bytes: Uint8Array): LfsPointer | null => {
  if (bytes.length >= MOST || bytes[0] !== 0x76) return null
  const text = new TextDecoder().decode(bytes)
  const [, sha256, size] = POINTER.exec(text) ?? []
  return sha256 === undefined ? null : { sha256, size: Number(size), text }
}

/** Where contents of Git LFS are found. */
export interface LfsContents {
  /** The file of this machine that has the content, or why none has. */
  find(pointer: LfsPointer, path: string): Promise<{ readonly file: string } | { readonly why: string }>
}

interface Asked {
  readonly path: string
  readonly mode: string
  readonly at?: Position
}

/**
 * Reads a file as a checkout would have it: where Git LFS committed a pointer, the content that it stands for. Throws
 * `lfs-content-missing`; a pointer never gets into an image.
 */
export const contentReader =
  (blob: (oid: Oid) => Promise<Uint8Array>, lfs: LfsContents) =>
  async (oid: Oid, file: Asked): Promise<Uint8Array | { readonly file: string }> => {
    const bytes = await blob(oid)
    const pointer = file.mode === '120000' ? null : readPointer(bytes)
    if (!pointer) return bytes
    if (pointer.size === 0) return new Uint8Array()
    const found = /^ext-/m.test(pointer.text) ? EXTENDED : await lfs.find(pointer, file.path)
    if ('why' in found) throw contentMissing(file, pointer, found.why)
    return found
  }

const EXTENDED = { why: 'it went through an extension of Git LFS, which nothing but that one can undo' }

const contentMissing = ({ path, at }: Asked, { sha256 }: LfsPointer, why: string): StaggerError =>
  new StaggerError({
    code: 'lfs-content-missing',
    fault: 'caller',
    problem: `${path} is in Git LFS, and its content is not here`,
    why: `the commit holds a pointer to ${sha256.slice(0, 12)}…; ${why}`,
    fix: 'git lfs install --local && git lfs fetch\nin a workflow: uses: actions/checkout with lfs: true',
    ...(at ? { at } : {}),
  })
