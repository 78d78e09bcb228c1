/** Plain data as text and back, with the two things that JSON has no word for. */
export const toText = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key, shown) {
    const given = this[key]
    if (given instanceof Date) return { $date: given.getTime() }
    if (given instanceof Map) return { $map: [...given] }
    return shown
  })

const isOne = (value: unknown, tag: string): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 1 && Object.hasOwn(value, tag)

export const fromText = (text: string): unknown =>
  JSON.parse(text, (_, value) => {
    if (isOne(value, '$date')) return new Date(Number(value.$date))
    if (isOne(value, '$map')) return new Map(value.$map as [unknown, unknown][])
    return value
  })
