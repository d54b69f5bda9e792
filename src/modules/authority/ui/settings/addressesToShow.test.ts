import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressesToShow } from './addressesToShow.ts'

const here = 'http://localhost:8120'
const lan = 'http://192.168.1.20:8120'

test('who sits at the server is told what the others type', () => {
  assert.deepEqual(addressesToShow(here, { address: here, officeAddresses: [lan] }), { office: [lan], main: lan })
})

test('an address that was set up comes first, each once', () => {
  const name = 'https://kontor.example.org'
  const shown = addressesToShow(name, { address: name, officeAddresses: [lan, name] })
  assert.deepEqual(shown, { office: [name, lan], main: name })
})

test('where nobody else reaches it, or one may not ask, it is the address one stands at', () => {
  assert.deepEqual(addressesToShow(here, { address: here, officeAddresses: [] }), { office: [], main: here })
  assert.deepEqual(addressesToShow(lan, null), { office: [], main: lan })
})
