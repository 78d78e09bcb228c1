/** Opened when it is first asked for, and then the same for all. */
export const once = <T>(open: () => Promise<T>): (() => Promise<T>) => {
  let opened: Promise<T> | null = null
  return () => {
    opened ??= open()
    return opened
  }
}
