import { toJsonSchema } from '@valibot/to-json-schema'
import { manifestSchema } from '../../src/image/manifest.js'
import { settingsSchema } from '../../src/main/settings.js'

/** The schemas of the files that people and programs read and write. What only code can check is left to the code. */
export const JSON_SCHEMAS: Readonly<Record<string, () => string>> = {
  'stagger.schema.json': () => schemaText('stagger.yml', settingsSchema),
  'manifest.schema.json': () => schemaText('release manifest', manifestSchema),
}

const schemaText = (title: string, of: Parameters<typeof toJsonSchema>[0]): string => {
  const { $schema, ...rest } = toJsonSchema(of, {
    typeMode: 'input',
    target: 'draft-07',
    ignoreActions: ['check'],
  })
  const schema = { $schema, title, description: 'https://github.com/OWNER/stagger', ...rest }
  return `${JSON.stringify(schema, null, 2)}\n`
}
