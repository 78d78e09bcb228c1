import { RegisterTaskDefinitionRequest$ } from '@aws-sdk/client-ecs'
import { expect, test } from '@jest/globals'
import { NormalizedSchema } from '@smithy/core/schema'
import { knownFields } from '../../src/environment/task-definition-fields.js'

const collect = (
  schema: NormalizedSchema,
  path: string,
  into: Record<string, string>,
): Record<string, string> => {
  if (schema.isMapSchema()) return into
  if (schema.isListSchema()) return collect(schema.getValueSchema(), path, into)
  if (!schema.isStructSchema()) return into
  const members = [...schema.structIterator()]
  into[path] = members.map(([name]) => name).join(' ')
  for (const [name, member] of members) collect(member, path === '' ? name : `${path}.${name}`, into)
  return into
}

test('the fields that are known here are those of the SDK, no more and no fewer', () => {
  expect(knownFields).toEqual(collect(NormalizedSchema.of(RegisterTaskDefinitionRequest$), '', {}))
})
