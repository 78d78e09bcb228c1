import { jest } from '@jest/globals'

// A process of git, an image's build, a container's start: real ones, on a machine that may be busy.
jest.setTimeout(120_000)
