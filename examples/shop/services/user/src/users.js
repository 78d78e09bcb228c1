import { randomUUID } from 'node:crypto'
import { HttpError } from '@shop/http'

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

export const createUsers = (newId = randomUUID) => {
  const byId = new Map()
  const byEmail = new Map()
  return {
    register: (person) => {
      const { name, email } = check(person)
      if (byEmail.has(email)) throw new HttpError(409, `${email} is registered already`)
      const user = { id: newId(), name, email }
      byId.set(user.id, user)
      byEmail.set(email, user)
      return user
    },
    get: (id) => {
      const user = byId.get(id)
      if (!user) throw new HttpError(404, `no user ${id}`)
      return user
    },
  }
}

const check = ({ name, email }) => {
  const person = {
    name: String(name ?? '').trim(),
    email: String(email ?? '')
      .trim()
      .toLowerCase(),
  }
  if (person.name === '') throw new HttpError(400, 'name: what shall we call you?')
  if (!EMAIL.test(person.email)) throw new HttpError(400, 'email: not an address')
  return person
}
