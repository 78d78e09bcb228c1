/** `type=bind,source=…` of one `RUN --mount`, as BuildKit reads it (instructions/commands_runmount.go). */
export interface Mount {
  readonly type: string
  /** Empty for the build context. */
  readonly from: string
  readonly source: string
}

/** Null where the text is no line of CSV, which BuildKit refuses. Of one key, the last value counts. */
export const readMount = (text: string): Mount | null => {
  const fields = csvFields(text)
  if (!fields) return null
  const values = new Map(fields.map(readField))
  return {
    type: values.get('type') ?? 'bind',
    from: values.get('from') ?? '',
    source: values.get('source') ?? '',
  }
}

const readField = (field: string): [string, string] => {
  const equals = field.indexOf('=')
  const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase()
  return [key === 'src' ? 'source' : key, equals < 0 ? '' : field.slice(equals + 1)]
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/sy

/** One line as Go's `encoding/csv` cuts it. A quote counts only where a field begins. */
export const csvFields = (text: string): string[] | null => {
  const line = text.replace(/\r?\n$/, '')
  if (line === '') return null
  const fields: string[] = []
  for (FIELD.lastIndex = 0; ; ) {
    const match = FIELD.exec(line)
    if (!match) return null
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '') return fields
  }
}
