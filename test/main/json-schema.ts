import { toJsonSchema } from '@valibot/to-json-schema'
import { settingsSchema } from '../../src/main/settings.js'

/** The schema of stagger.yml as an editor understands it. What only code can check is left to the code. */
export const jsonSchemaText = (): string => {
  const { $schema, ...rest } = toJsonSchema(settingsSchema, {
    typeMode: 'input',
    target: 'draft-07',
    ignoreActions: ['check'],
  })
  const schema = { $schema, title: 'stagger.yml', description: 'https://github.com/OWNER/stagger', ...rest }
  return `${JSON.stringify(schema, null, 2)}\n`
}
