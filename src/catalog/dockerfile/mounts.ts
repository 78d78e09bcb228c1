/** `type=bind,source=…` of one `RUN --mount`, as BuildKit reads it (instructions/commands_runmount.go). */
export interface Mount {
  readonly type: string
  /** Empty for the build context. */
  readonly from: string
  readonly source: string
}

/** Null where the text is quoted as CSV in a way that is not followed. Of one key, the last value counts. */
export const readMount = (text: string): Mount | null => {
  if (text.includes('"')) return null
  const values = new Map(text.split(',').map((field) => readField(field)))
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
