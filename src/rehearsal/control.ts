/**
 * Negative controls: faults built in on purpose, so that a proof of "no dropped request" can show that it would have
 * seen one. `stop-first` stops the old tasks before the new ones serve, and takes none out of rotation before it stops.
 */
export type Control = 'stop-first'

export const isControl = (text: string): text is Control => text === 'stop-first'
