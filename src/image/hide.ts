/** What stands where a value was. */
const STARS = '***'
/** A shorter line of a value would hide half of what is said. */
const SHORTEST = 4

/** What a terminal takes for colour and movement, not for text (ECMA-48). */
const CONTROL = '(?:\\u001b\\[[0-?]*[ -/]*[@-~]|\\u001b[@-Z\\\\-_])*'

/**
 * Hides values in lines that stream by: as they are, in base64, in an address, in JSON, and each line of those that have
 * several. Colours between their characters hide nothing. Lines are taken one by one, so a value that a program breaks
 * over several is hidden only where the breaks are its own.
 */
export const hiding = (values: readonly string[]): ((line: string) => string) => {
  const forms = [...new Set(values.flatMap(formsOf))].sort((a, b) => b.length - a.length)
  if (forms.length === 0) return (line) => line
  const anyOf = new RegExp(forms.map(patternOf).join('|'), 'gu')
  return (line) => line.replace(anyOf, STARS)
}

const formsOf = (value: string): readonly string[] => {
  const lines = value.split(/\r?\n/).map((line) => line.trim())
  const texts = [
    value,
    value.trim(),
    ...(lines.length > 1 ? lines.filter(({ length }) => length >= SHORTEST) : []),
  ]
  return texts.filter((text) => text.trim() !== '').flatMap((text) => [text, ...encodingsOf(text)])
}

const encodingsOf = (text: string): readonly string[] => {
  if (text.length < SHORTEST) return []
  const json = JSON.stringify(text).slice(1, -1)
  const address = encodeURIComponent(text.toWellFormed())
  return [
    ...base64Of(Buffer.from(text)),
    json,
    JSON.stringify(json).slice(1, -1),
    address,
    address.replaceAll('%20', '+'),
    address.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    address.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
  ]
}

/** Also inside of something longer (`user:secret`): what its three beginnings have in common, whatever stands around it. */
const base64Of = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const first = before === 0 ? 0 : before + 1
    // A last character that is followed by `=`, or shares its bits with what follows, may be another one.
    const whole = before + bytes.length
    const sure = padded.slice(first, Math.floor((whole * 8) / 6))
    const own = before === 0 ? [padded, padded.replace(/=+$/, '')] : []
    const found = [...own, ...(sure.length >= SHORTEST ? [sure] : [])]
    return found.flatMap((one) => [one, one.replaceAll('+', '-').replaceAll('/', '_')])
  })

const patternOf = (text: string): string =>
  [...text].map((ch) => (ch === '\n' || ch === '\r' ? '\\s*' : escaped(ch))).join(CONTROL)

const escaped = (ch: string): string => `\\u{${(ch.codePointAt(0) ?? 0).toString(16)}}`
