import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createUsers } from '../src/users.js'

const ada = { name: ' Ada ', email: 'Ada@Example.com ' }

test('registers a user and finds it again', () => {
  const users = createUsers(() => 'u1')
  assert.deepEqual(users.register(ada), { id: 'u1', name: 'Ada', email: 'ada@example.com' })
  assert.equal(users.get('u1').name, 'Ada')
  assert.throws(() => users.get('u2'), { status: 404 })
})

test('an address belongs to one user, however it is written', () => {
  const users = createUsers()
  users.register(ada)
  assert.throws(() => users.register({ name: 'Eve', email: 'ADA@example.com' }), { status: 409 })
})

test('asks for a name and an address', () => {
  for (const email of ['', 'ada', 'ada@', 'ada@example', 'a da@example.com', 'ada@example..com']) {
    assert.throws(() => createUsers().register({ name: 'Ada', email }), { status: 400, message: /^email/ })
  }
  assert.throws(() => createUsers().register({ email: 'ada@example.com' }), { status: 400, message: /^name/ })
})
