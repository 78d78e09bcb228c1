import Runner from 'jest-runner'

/** Suites that share an engine, or load the machine: one after the other, while all others run beside each other. */
export default class OneByOne extends Runner {
  isSerial = true
}
