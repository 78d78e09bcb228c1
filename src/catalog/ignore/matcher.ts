/**
 * Where a pattern has come to on the way to a path, folder by folder; 0 where nothing below can match any more. It is a
 * number or a text, so that two folders in which a pattern stands alike are known to be alike.
 */
export type State = number | string

/** A pattern of an ignore file, asked name by name: what matches depends on where it stands and on the name alone. */
export interface Matcher {
  readonly start: State
  step(state: State, name: string): State
  /** Whether the name that the step took was matched. */
  matched(state: State): boolean
  /** What goes on to the entries of that folder. */
  below(state: State): State
}
