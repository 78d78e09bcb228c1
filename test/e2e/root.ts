import { fileURLToPath } from 'node:url'

/** This checkout, whose `actions/` and `dist/` are tested as they are committed. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
