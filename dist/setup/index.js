#!/usr/bin/env node
import { program } from '../bundle/index.js'

await program('setup')
