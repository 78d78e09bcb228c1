/**
 * Names in a git tree are bytes. Those that are UTF-8 become ordinary strings; any other byte becomes a
 * lone surrogate U+DC80…U+DCFF, so that nothing is lost and two names never fall together.
 */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const decodePath = (bytes: Uint8Array): string => {
  try {
    return strict.decode(bytes)
  } catch {
    return decodeLoosely(bytes)
  }
}

const decodeLoosely = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    text +=
      length === 0
        ? String.fromCharCode(0xdc00 + (bytes[at] as number))
        : strict.decode(bytes.subarray(at, at + length))
    at += Math.max(length, 1)
  }
  return text
}

/** How many bytes of valid UTF-8 stand here for one character; 0 where there is none. */
const sequenceLength = (bytes: Uint8Array, at: number): number => {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    try {
      strict.decode(bytes.subarray(at, at + length))
      return length
    } catch {}
  }
  return 0
}

export const encodePath = (path: string): Buffer => {
  const parts: Buffer[] = []
  for (const part of path.split(/([\udc80-\udcff])/)) {
    const code = part.length === 1 ? part.charCodeAt(0) : 0
    parts.push(code >= 0xdc80 && code <= 0xdcff ? Buffer.from([code - 0xdc00]) : Buffer.from(part))
  }
  return Buffer.concat(parts)
}
