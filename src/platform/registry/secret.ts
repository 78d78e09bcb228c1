/** A text that no message, JSON or log shows by accident: whoever sends it has to say so. */
export class Secret {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  reveal(): string {
    return this.#text
  }

  toString(): string {
    return '[secret]'
  }

  toJSON(): string {
    return '[secret]'
  }
}

/** What a host is asked with: a name and password, or the token that a login was exchanged for. */
export type Credentials =
  | { readonly kind: 'password'; readonly user: string; readonly password: Secret }
  | { readonly kind: 'identity'; readonly token: Secret }

export const basic = (user: string, password: Secret): Secret =>
  new Secret(`Basic ${Buffer.from(`${user}:${password.reveal()}`).toString('base64')}`)
