/**
 * Negative controls: faults built in on purpose, so that a proof of "no dropped request" can show that it would have
 * seen one. `stop-first` stops the old tasks before the new ones serve, takes none out of rotation before it stops, and
 * leaves them no time: software that drains by itself would else lose nothing even so.
 */
export type Control = 'stop-first'

export const isControl = (text: string): text is Control => text === 'stop-first'
