/** One object over another; what is undefined changes nothing. */
export const merged = <T extends object>(before: T, changes: Partial<T>): T => ({
  ...before,
  ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
})
