import { bridgeContract } from './bridge.js'

bridgeContract('in-process')
