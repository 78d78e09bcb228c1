import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What collect.mjs wrote: by its title, what an engine said of each case. */
export const outputsOf = (engine: string): ReadonlyMap<string, readonly string[]> => {
  const text = readFileSync(fileURLToPath(new URL(`${engine}.txt`, import.meta.url)), 'utf8')
  const parts = text.split(/^=== (.*)\n/m).slice(1)
  return new Map(
    parts.flatMap((title, at) =>
      at % 2 === 0 ? [[title, (parts[at + 1] ?? '').trimEnd().split('\n')]] : [],
    ),
  )
}
