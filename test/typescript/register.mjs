import { register } from 'node:module'

// Lets plain Node import the sources: jest's own set-up and the processes that tests start.
register('./loader.mjs', import.meta.url)
