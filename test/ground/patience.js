import { jest } from '@jest/globals'

// An image's build, a container's start: real ones, on a machine that may be busy.
jest.setTimeout(120_000)
