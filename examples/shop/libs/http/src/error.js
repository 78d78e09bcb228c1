/** An answer other than 2xx, with a message that the caller may read. */
export class HttpError extends Error {
  constructor(status, message) {
    super(message)
    this.status = status
  }
}
