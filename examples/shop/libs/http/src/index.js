export { codeOf } from './code.js'
export { HttpError } from './error.js'
export { createService } from './service.js'
export { start } from './start.js'
