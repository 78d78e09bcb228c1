/** An error as AWS answers it: the name of its shape, and a message. The codec gives it the form of its protocol. */
export class ApiFault extends Error {
  readonly shape: string

  constructor(shape: string, message: string) {
    super(message)
    this.name = 'ApiFault'
    this.shape = shape
  }
}

export const refuse = (shape: string, message: string): never => {
  throw new ApiFault(shape, message)
}
