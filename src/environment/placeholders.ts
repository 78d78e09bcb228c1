/** `{word}`; `{{word}}` is that word in braces, and `${word}` belongs to a shell: both are left alone. */
const PLACEHOLDER = /\{\{([A-Za-z][\w-]*)\}\}|(?<!\$)\{([A-Za-z][\w-]*)\}/g

export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(PLACEHOLDER, (whole, literal?: string, name?: string) =>
    literal === undefined ? (values[name ?? ''] ?? whole) : `{${literal}}`,
  )

/** The names that stand in `text`, each as often as it stands there. */
export const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(PLACEHOLDER)].flatMap(([, , name]) => (name === undefined ? [] : [name]))
