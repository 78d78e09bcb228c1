import { posix } from 'node:path'

/** `./a//b/` as `a/b`. */
export const normal = (path: string): string => posix.normalize(path).replace(/(?<=.)\/$/, '')
