/** What an office may know of the machine that serves it, and who may. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { newId } from '../src/kernel/ids.ts'
import { openOrganisation } from '../src/kernel/platform/first-run.ts'
import { standardRoles } from '../src/modules/authority/contract.ts'
import { freePort, testServer } from '../tools/testing/server.ts'

const watchDir = await mkdtemp(join(tmpdir(), 'kontor-watched-'))
const smtpPort = await freePort()
const server = await testServer({ smtpPort, watchDir, address: 'https://kontor.example.org' })
after(async () => {
  await server.close()
  await rm(watchDir, { recursive: true })
})
const { kernel, ground } = server.running.composed

async function open(organisation: string) {
  const opened = await openOrganisation(ground, kernel.dispatch, {
    language: 'en',
    organisation,
    country: 'SE',
    name: 'Elin',
    email: `${newId()}@example.org`,
    password: 'a longer password than most',
  })
  assert.ok(opened.ok)
  return opened.value
}

const ask = (as: { organisationId: string; principalId: string }) =>
  kernel.ask({ ...as, query: 'kernel.get-server', input: {}, requestId: newId() })

test('the owner is told; with one office the folder is its own, with several each has one', async () => {
  const first = await open('Bergqvist & Öberg')
  const told = await ask(first)
  assert.deepEqual(told, {
    status: 'done',
    output: {
      version: (told as { output: { version: string } }).output.version,
      address: 'https://kontor.example.org',
      officeAddresses: [],
      isEncrypted: true,
      scanMail: { address: 'bergqvist-oberg@kontor.example.org', hosts: ['kontor.example.org'], port: smtpPort },
      watchedFolder: watchDir,
      dataFolder: server.dataDir,
    },
  })
  const second = await open('Almgren')
  const { output } = (await ask(second)) as { output: { scanMail: { address: string }; watchedFolder: string } }
  assert.equal(output.scanMail.address, 'almgren@kontor.example.org')
  assert.equal(output.watchedFolder, join(watchDir, 'almgren'))
})

test('nobody but the owner is told', async () => {
  for (const role of Object.values(standardRoles))
    assert.equal(
      role.permissions.some(permission => permission === '*' || permission === 'kernel.get-server'),
      role.key === 'owner',
      role.key,
    )
})
