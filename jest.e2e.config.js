import { withGround } from './jest.base.js'

/** The whole way through real parts: committed bundles, act, containers. Takes minutes, and never skips. */
export default { ...withGround, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] }
