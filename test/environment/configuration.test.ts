import { describe, expect, test } from '@jest/globals'
import { configurationFingerprint } from '../../src/environment/configuration.js'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { isFingerprint, type ServiceName } from '../../src/words.js'

const settings: EnvironmentSettings = {
  cluster: 'c',
  service: '{service}',
  taskDefinition: 't.json',
  timeoutMinutes: 30,
}
const template =
  '{"family":"{service}","cpu":"256","containerDefinitions":[{"image":"{image}","user":"{version}"}]}'
const fingerprint = (changed: Partial<EnvironmentSettings> = {}, text = template, service = 'cart') =>
  configurationFingerprint({ ...settings, ...changed }, service as ServiceName, text)

describe('the fingerprint of a configuration', () => {
  test('is a fingerprint', () => expect(isFingerprint(fingerprint())).toBe(true))

  test.each<[string, string]>([
    ['time to wait', fingerprint({ timeoutMinutes: 5 })],
    ['file of the template', fingerprint({ taskDefinition: 'other.json' })],
    [
      'order of keys and white space',
      fingerprint(
        {},
        '{ "cpu": "256", "family": "{service}",\n "containerDefinitions": [{"user":"{version}","image":"{image}"}]}',
      ),
    ],
  ])('does not depend on the %s', (_, other) => expect(other).toBe(fingerprint()))

  test.each<[string, string]>([
    ['cluster', fingerprint({ cluster: 'd' })],
    ['region', fingerprint({ region: 'eu-west-1' })],
    ['percentages', fingerprint({ maximumPercent: 150 })],
    ['service', fingerprint({}, template, 'user')],
    ['template', fingerprint({}, template.replace('256', '512'))],
  ])('depends on the %s', (_, other) => expect(other).not.toBe(fingerprint()))
})
