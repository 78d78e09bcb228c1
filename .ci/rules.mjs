// Writes docs/rehearsal-rules.md from the tables that the rehearsal cluster goes by. A test says when it is old.
import '../test/typescript/register.mjs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const { rulesPage } = await import('../test/rehearsal/rules-page.ts')
writeFileSync(join(import.meta.dirname, '..', 'docs', 'rehearsal-rules.md'), rulesPage())
