const strict = new TextDecoder('utf-8', { fatal: true })

/**
 * Text as it is in git: a byte that is no UTF-8 becomes a lone surrogate U+DC80…U+DCFF, as in the names of a tree. So
 * two texts that differ never look alike, and a name in one finds its file.
 */
export const decode = (bytes: Uint8Array): string => {
  try {
    return strict.decode(bytes)
  } catch {
    return Buffer.from(bytes).toString('latin1').replace(PIECES, decodePiece)
  }
}

const LAST = '[\\x80-\\xbf]'
const SEQUENCES = [
  `[\\xc2-\\xdf]${LAST}`,
  `\\xe0[\\xa0-\\xbf]${LAST}`,
  `[\\xe1-\\xec\\xee\\xef]${LAST}{2}`,
  `\\xed[\\x80-\\x9f]${LAST}`,
  `\\xf0[\\x90-\\xbf]${LAST}{2}`,
  `[\\xf1-\\xf3]${LAST}{3}`,
  `\\xf4[\\x80-\\x8f]${LAST}{2}`,
]
const PIECES = new RegExp(`${SEQUENCES.join('|')}|[\\x80-\\xff]`, 'g')

const decodePiece = (piece: string): string =>
  piece.length > 1
    ? Buffer.from(piece, 'latin1').toString('utf8')
    : String.fromCharCode(0xdc00 + piece.charCodeAt(0))
