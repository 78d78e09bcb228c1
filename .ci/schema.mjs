// Writes schema/stagger.schema.json from the schema that reads stagger.yml, for editors. A test says when it is old.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemaText } from '../test/main/json-schema.ts'

const folder = join(import.meta.dirname, '..', 'schema')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'stagger.schema.json'), jsonSchemaText())
