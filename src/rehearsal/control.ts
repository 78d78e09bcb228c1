/**
 * Negative controls: faults built in on purpose, so that a proof of "no dropped request" can show that it would have
 * seen one. `stop-first` stops the old tasks before the new ones serve, takes none out of rotation before it stops, and
 * leaves them no time: software that drains by itself would else lose nothing even so. `no-drain` ends the old tasks as
 * soon as the new ones serve, requests in flight or not. `reload` has nginx read its paper again with every weight.
 */
export const CONTROLS = ['stop-first', 'no-drain', 'reload'] as const
export type Control = (typeof CONTROLS)[number]

export const isControl = (text: string): text is Control => (CONTROLS as readonly string[]).includes(text)
