export { createHollowDriver } from '../../src/rehearsal/tasks/hollow.js'
