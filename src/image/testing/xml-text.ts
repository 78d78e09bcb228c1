/** Characters that XML cannot hold; runners write them all the same, with the colours of a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are no characters of XML
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const REFERENCE = /&#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,8}));/g
const COLOUR = /\ufffd\[[0-9;]*[A-Za-z]/g

/** With U+FFFD instead of what no parser of XML would take. */
export const lenient = (xml: string): string =>
  xml
    .toWellFormed()
    .replace(/^\ufeff/, '')
    .replace(FORBIDDEN, '\ufffd')
    .replace(REFERENCE, (reference, hex, decimal) =>
      isCharacter(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ? reference : '\ufffd',
    )

const isCharacter = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)

export const withoutColours = (text: string): string => text.replace(COLOUR, '')
