import { createHash } from 'node:crypto'
import type { Digest } from '../../words.js'

/** A digest is computed, never believed. */
export const digestOf = (bytes: Uint8Array): Digest =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}` as Digest
