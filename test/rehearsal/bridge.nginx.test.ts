import { bridgeContract } from './bridge.js'

bridgeContract('nginx')
