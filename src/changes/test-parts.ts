import type { TestInputs } from '../catalog/inputs.js'
import { unreachable } from '../words.js'

/** What is said of a test, without what it reads: in an order that does not depend on how it was written. */
export const testSettings = (test: TestInputs): readonly unknown[] => {
  switch (test.kind) {
    case 'stage':
      return ['stage', test.stage.toLowerCase(), test.reports]
    case 'command':
      return ['command', test.command, sorted(test.env), test.reports]
    case 'compose':
      return ['compose', test.file, test.service, test.reports]
    default:
      return unreachable(test)
  }
}

const sorted = (env: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1))
