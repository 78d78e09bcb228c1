// Writes schema/ from the schemas that read the files, for editors and other programs. A test says when they are old.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { JSON_SCHEMAS } from '../test/main/json-schema.ts'

const folder = join(import.meta.dirname, '..', 'schema')
mkdirSync(folder, { recursive: true })
for (const [file, text] of Object.entries(JSON_SCHEMAS)) writeFileSync(join(folder, file), text())
