import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { listTasks } from '../work/contract.ts'
import * as r from './contract.ts'
import { askNetwork, receivableNetwork } from './doors.network.ts'
import { hours, refusalOf, sellingOffice, type SellingOffice } from './testing.ts'

/** Stands in for a provider of Peppol, as docs/guide/e-invoices.md has its form. */
const provider = {
  sent: [] as string[],
  inbox: new Map<string, string>(),
  fetched: 0,
  state: 'under-way' as 'under-way' | 'delivered' | 'rejected',
  mode: 'well' as 'well' | 'refuses' | 'hangs-up',
}
const bodyOf = async (request: IncomingMessage) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
let server: Server
let url = ''
let it: SellingOffice

before(async () => {
  server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const path = request.url ?? ''
    const answer = (value: unknown, status = 200) => response.writeHead(status).end(JSON.stringify(value))
    if (request.headers.authorization !== 'Bearer right') return answer({}, 401)
    if (request.method === 'POST' && path === '/outbox') {
      provider.sent.push(body)
      if (provider.mode === 'hangs-up') return request.socket.destroy()
      return provider.mode === 'refuses'
        ? answer({ error: 'no such participant' }, 422)
        : answer({ id: `n${provider.sent.length}` })
    }
    if (path.startsWith('/outbox/'))
      return answer({ state: provider.state, said: provider.state === 'rejected' ? 'BR-CO-15' : null })
    if (path === '/inbox')
      return answer({ documents: [...provider.inbox.keys()].map(id => ({ id, from: '0007:1', at: '2026-11-24' })) })
    if (path.endsWith('/kept')) {
      provider.inbox.delete(path.split('/')[2]!)
      return answer({})
    }
    provider.fetched++
    return response.end(provider.inbox.get(path.split('/')[2]!))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  it = await sellingOffice()
  it.goTo('2026-11-24')
  await it.office.superuser.query(`insert into platform.organisation values ($1, 'Office', now())`, [it.organisationId])
})
after(async () => {
  server.close()
  await it.office.close()
})

const connect = async (facts: object, as = it.elin) =>
  receivableNetwork.act(
    it.office.kernel,
    { organisationId: as.organisationId, principalId: as.id, mandateId: null },
    { network: 'peppol', url, participant: '0007:5566778899', ...facts },
    'connect',
  )
const ask = () => askNetwork(it.office.kernel, it.organisationId)
const issued = async () => {
  const { office, elin } = it
  const customerId = await it.firm('Whole AB', { companyNumber: '556036-0793' })
  const id = await it.draft([hours], { customerId, yourReference: 'Eva' })
  await office.done(r.issueInvoice, { id }, elin)
  return id
}
const stateOf = async (id: string) => (await it.see(id)).delivery?.state
const tasks = async () => {
  const answer = await it.office.query(listTasks, { states: ['open'], limit: 100 }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows.map(task => task.title).filter(title => /e-invoice/.test(title))
}
const secrets = async () => {
  const { rows } = await it.office.superuser.query('select count(*)::int as n from platform.sealed_secret')
  return (rows[0] as { n: number }).n
}

test('tried before it is kept: what is wrong is told, and no secret of it stays', async () => {
  const { office, elin } = it
  const id = await issued()
  assert.equal(refusalOf(await office.dispatch(r.sendByNetwork, { id }, elin)), 'e-invoice-network-missing')
  assert.ok(!(await it.see(id)).can.some(one => one.command === r.sendByNetwork.name))
  assert.equal(refusalOf(await connect({ token: 'wrong' })), 'e-invoice-network-sign-in')
  assert.equal(refusalOf(await connect({ token: 'right', url: 'http://127.0.0.1:9' })), 'e-invoice-network-unreachable')
  assert.equal(
    refusalOf(await connect({ token: 'right', url: 'http://example.org/api' })),
    'e-invoice-network-settings',
  )
  assert.equal(refusalOf(await connect({ token: 'right', participant: '' })), 'e-invoice-network-settings')
  const stranger = await it.colleague('Rolf', { permissions: new Map() })
  assert.notEqual((await connect({ token: 'right' }, stranger)).status, 'done')
  assert.equal(await secrets(), 0)
  assert.equal((await connect({ token: 'right' })).status, 'done')
  assert.equal(await secrets(), 1)
  const { rows } = await office.superuser.query(
    `select 1 from kernel.journal_body where convert_from(body, 'utf8') like '%"right"%'`,
  )
  assert.equal(rows.length, 0)
})

test('handed over once, followed until it has arrived; sent is told by the network alone', async () => {
  const { office, elin } = it
  const id = await issued()
  await office.done(r.sendByNetwork, { id }, elin)
  assert.equal(refusalOf(await office.dispatch(r.sendByNetwork, { id }, elin)), 'e-invoice-sent-already')
  assert.deepEqual([await stateOf(id), (await it.see(id)).sentBy], ['waiting', null])
  provider.sent = []
  await ask()
  await ask()
  const seen = await it.see(id)
  assert.deepEqual([seen.delivery?.state, seen.sentBy, seen.record.state], ['under-way', 'network', 'sent'])
  assert.equal(provider.sent.length, 1)
  assert.match(provider.sent[0]!, /<Invoice[^>]+Invoice-2/)
  provider.state = 'delivered'
  await ask()
  assert.equal(await stateOf(id), 'delivered')
  assert.equal(refusalOf(await office.dispatch(r.sendByNetwork, { id }, elin)), 'e-invoice-sent-already')
})

test('rejected, not taken, or nobody knows: a task says so, and it goes again only when somebody sends it', async () => {
  const { office, elin } = it
  const [rejected, failed, unsure] = [await issued(), await issued(), await issued()]
  provider.state = 'rejected'
  const cases = [
    [rejected, 'well', 'rejected', /was rejected/],
    [failed, 'refuses', 'failed', /did not go out/],
    [unsure, 'hangs-up', 'unsure', /Ask the provider/],
  ] as const
  for (const [id, mode, state, told] of cases) {
    provider.mode = mode
    provider.sent = []
    await office.done(r.sendByNetwork, { id }, elin)
    await ask()
    await ask()
    assert.deepEqual([await stateOf(id), provider.sent.length], [state, 1])
    assert.ok(
      (await tasks()).some(title => told.test(title)),
      state,
    )
  }
  provider.mode = 'well'
  provider.state = 'delivered'
  await office.done(r.sendByNetwork, { id: rejected }, elin)
  assert.ok(!(await tasks()).some(title => /was rejected/.test(title)))
  await ask()
  await ask()
  assert.equal(await stateOf(rejected), 'delivered')
})

test('what was being handed over when the machine stopped is not sent again', async () => {
  const { office, elin, system } = it
  const id = await issued()
  await office.done(r.sendByNetwork, { id }, elin)
  assert.deepEqual(await office.done(r.beginDelivery, { id }, system), { taken: true })
  assert.deepEqual(await office.done(r.beginDelivery, { id }, system), { taken: false })
  provider.sent = []
  await ask()
  assert.equal(await stateOf(id), 'sending')
  it.goTo('2026-11-25')
  await ask()
  assert.deepEqual([await stateOf(id), provider.sent.length], ['unsure', 0])
  assert.deepEqual(await office.done(r.recordDelivery, { id, state: 'delivered' }, system), { kept: false })
})

test('what arrives is a paper, once, and is told to be kept', async () => {
  const { office, organisationId } = it
  provider.inbox.set('a1', '<Invoice/>')
  provider.fetched = 0
  await ask()
  assert.deepEqual([provider.inbox.size, provider.fetched], [0, 1])
  // a network that tells of it again
  provider.inbox.set('a1', '<Invoice/>')
  await ask()
  assert.deepEqual([provider.inbox.size, provider.fetched], [0, 1])
  const { rows } = await office.superuser.query(
    `select title from kernel.record where organisation_id = $1 and kind = 'document'`,
    [organisationId],
  )
  assert.deepEqual(rows, [{ title: 'peppol-a1.xml' }])
})

test('a network that does not answer is told once, mended by itself, and forgotten when it is disconnected', async () => {
  const { office, elin } = it
  await new Promise<void>(resolve => server.close(() => resolve()))
  server.closeAllConnections()
  await ask()
  await ask()
  const network = async () => {
    const answer = await office.query(r.getNetwork, {}, elin)
    assert.ok(answer.status === 'done')
    return answer.output
  }
  assert.equal((await network()).problem, 'unreachable')
  assert.equal((await tasks()).filter(title => /Mend/.test(title)).length, 1)
  await new Promise<void>(resolve => server.listen(Number(new URL(url).port), '127.0.0.1', resolve))
  await ask()
  assert.deepEqual([(await network()).problem, (await tasks()).filter(title => /Mend/.test(title)).length], [null, 0])
  await office.done(r.disconnectNetwork, {}, elin)
  assert.deepEqual([(await network()).network, await secrets(), await ask()], [null, 0, false])
})
