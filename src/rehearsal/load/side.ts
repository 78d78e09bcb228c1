/** What runs beside the steady requests, and is over some time after it was told to stop. */
export interface Side {
  stop(): Promise<void>
}
