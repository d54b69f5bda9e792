import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { after, before, test } from 'node:test'
import { makeZip } from '../../documents/reading/fixtures/zip.ts'
import { useNetwork } from '../doors.networks.ts'
import { NetworkFault } from '../../../formats/einvoice/networks/access-point.ts'
import { anafAccessPoint } from '../../../formats/einvoice/networks/anaf.ts'
import { networkAddress } from '../../../formats/einvoice/networks/call.ts'
import { peppolAccessPoint } from '../../../formats/einvoice/networks/peppol.ts'

/** Stands in for both networks, as their documentation has them. */
const sent: { url: string; body: string; headers: IncomingMessage['headers'] }[] = []
let kept: string[] = []
let server: Server
let url = ''

const invoice = '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'
const anafHead = (attributes: string, inside = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><header xmlns="mfp:anaf:dgti:spv:respUploadFisier:v1" ${attributes}>${inside}</header>`

const answers: readonly (readonly [
  RegExp,
  (match: RegExpExecArray, request: IncomingMessage) => string | Buffer | number,
])[] = [
  [/^\/token$/, () => JSON.stringify({ access_token: 'fresh', expires_in: 3600 })],
  [
    /^\/spv\/upload\?standard=(UBL|CN)&cif=12345678$/,
    () => anafHead('dateResponse="202611221000" ExecutionStatus="0" index_incarcare="3828"'),
  ],
  [/^\/spv\/upload\?.*cif=99$/, () => anafHead('ExecutionStatus="1"', '<Errors errorMessage="CIF necunoscut"/>')],
  [/^\/spv\/stareMesaj\?id_incarcare=3828$/, () => anafHead('stare="ok" id_descarcare="77"')],
  [/^\/spv\/stareMesaj\?id_incarcare=1$/, () => anafHead('stare="in prelucrare"')],
  [/^\/spv\/stareMesaj\?id_incarcare=2$/, () => anafHead('stare="nok" id_descarcare="78"')],
  [
    /^\/spv\/listaMesajeFactura\?zile=60&cif=12345678&filtru=P$/,
    () =>
      JSON.stringify({
        mesaje: [
          {
            data_creare: '202611210900',
            cif: '12345678',
            id_solicitare: '5',
            detalii: 'Factura cu id_incarcare=5 emisa de cif_emitent=555 pentru cif_beneficiar=12345678',
            tip: 'FACTURA PRIMITA',
            id: '302',
          },
          {
            data_creare: '202611200900',
            cif: '12345678',
            id_solicitare: '4',
            detalii: 'Factura',
            tip: 'FACTURA PRIMITA',
            id: '301',
          },
        ],
      }),
  ],
  [
    /^\/spv\/listaMesajeFactura\?.*cif=0&/,
    () => JSON.stringify({ eroare: 'Nu exista mesaje in ultimele 60 zile', titlu: 'Lista Mesaje' }),
  ],
  [/^\/spv\/descarcare\?id=30[12]$/, () => makeZip({ 'semnatura_5.xml': '<s/>', '5.xml': invoice })],
  [/^\/spv\/descarcare\?id=9$/, () => 'no archive'],
  [/^\/ap\/outbox$/, () => JSON.stringify({ id: 'm-1' })],
  [/^\/ap\/outbox\/m-1$/, () => JSON.stringify({ state: 'delivered', said: 'AS4 receipt' })],
  [
    /^\/ap\/inbox$/,
    () =>
      JSON.stringify({
        documents: [
          { id: 'a/1', from: '0192:987654321', at: '2026-11-22' },
          { id: 'b', from: null },
        ],
      }),
  ],
  [/^\/ap\/inbox\/(?:a%2F1|b)$/, () => invoice],
  [/^\/ap\/inbox\/([^/]+)\/kept$/, match => (kept.push(decodeURIComponent(match[1] ?? '')), '{}')],
  [/^\/elsewhere\//, () => 302],
]

before(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    sent.push({ url: request.url ?? '', body: Buffer.concat(chunks).toString('utf8'), headers: request.headers })
    if (request.headers.authorization === 'Bearer wrong') return response.writeHead(401).end('no')
    for (const [pattern, answer] of answers) {
      const match = pattern.exec(request.url ?? '')
      const said = match && answer(match, request)
      if (typeof said === 'number') return response.writeHead(said, { location: 'http://localhost:1/' }).end()
      if (said) return response.end(said)
    }
    return response.writeHead(404).end('unknown')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => server.close())

const anaf = (cif = '12345678') =>
  anafAccessPoint({
    network: 'anaf-spv',
    url: `${url}/spv`,
    tokenUrl: `${url}/token`,
    clientId: 'c',
    clientSecret: 's',
    refreshToken: 'r',
    cif,
  })
const peppol = (token = 't', at = '/ap') =>
  peppolAccessPoint({ network: 'peppol', url: `${url}${at}`, token, participant: '0007:5566778899' })

async function reason(act: Promise<unknown>): Promise<string> {
  try {
    await act
  } catch (thrown) {
    assert.ok(thrown instanceof NetworkFault, String(thrown))
    return thrown.reason
  }
  return 'done'
}

test('ANAF: signed in once, uploaded, asked after, listed, unpacked from beside its signature', async () => {
  const point = anaf()
  sent.length = 0
  assert.equal(await point.send(Buffer.from(invoice)), '3828')
  assert.deepEqual(await point.status('3828'), { state: 'delivered', said: 'ok' })
  assert.equal((await point.status('1')).state, 'under-way')
  assert.equal((await point.status('2')).state, 'rejected')
  const arrivals = await point.arrivals()
  assert.deepEqual(
    arrivals.map(one => [one.id, one.from]),
    [
      ['301', null],
      ['302', '555'],
    ],
  )
  assert.equal(Buffer.from(await point.fetch(arrivals[0]!)).toString(), invoice)
  assert.equal(sent.filter(one => one.url === '/token').length, 1)
  assert.match(sent[0]?.body ?? '', /grant_type=refresh_token&refresh_token=r/)
  assert.equal(sent[1]?.headers.authorization, 'Bearer fresh')
})

test('ANAF: an empty box, a refusal and a broken archive are told apart', async () => {
  assert.deepEqual(await anaf('0').arrivals(), [])
  assert.equal(await reason(anaf('99').send(Buffer.from(invoice))), 'refused')
  assert.equal(await reason(anaf().fetch({ id: '9', from: null, at: null })), 'answer-not-understood')
})

test('Peppol: sent under the participant, delivered, fetched, told to be kept', async () => {
  sent.length = 0
  kept = []
  assert.equal(await peppol().send(Buffer.from(invoice)), 'm-1')
  assert.equal(sent[0]?.headers['x-participant'], '0007:5566778899')
  assert.deepEqual(await peppol().status('m-1'), { state: 'delivered', said: 'AS4 receipt' })
  const [first] = await peppol().arrivals()
  assert.equal(Buffer.from(await peppol().fetch(first!)).toString(), invoice)
  await peppol().keep(first!)
  assert.deepEqual(kept, ['a/1'])
})

test('a wrong token, another answer, a redirect and nobody there have their names; addresses are encrypted', async () => {
  assert.equal(await reason(peppol('wrong').arrivals()), 'sign-in-refused')
  assert.equal(await reason(peppol('t', '/nothing').arrivals()), 'refused')
  assert.equal(await reason(peppol('t', '/elsewhere').arrivals()), 'unreachable')
  const nobody = peppolAccessPoint({ network: 'peppol', url: 'http://127.0.0.1:1', token: 't', participant: 'p' })
  assert.equal(await reason(nobody.arrivals()), 'unreachable')
  assert.throws(() => networkAddress('http://provider.example/api'), NetworkFault)
  assert.throws(() => networkAddress('nonsense'), NetworkFault)
})

async function run(...argv: string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const out = new Writable({ write: (chunk, _, done) => ((said += String(chunk)), done()) })
  return { code: await useNetwork(argv, out), said }
}

test('kontor network: what is new lies in the folder once, however often it is asked', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'kontor-network-'))
  const settings = path.join(home, 'peppol.json')
  writeFileSync(
    settings,
    JSON.stringify({ network: 'peppol', url: `${url}/ap`, token: 't', participant: '0007:5566778899' }),
  )
  const into = path.join(home, 'in')
  const first = await run('receive', '--settings', settings, '--into', into)
  assert.equal(first.code, 0, first.said)
  assert.match(first.said, /2 new\n$/)
  assert.deepEqual(readdirSync(into).sort(), ['peppol-a_1.xml', 'peppol-b.xml'])
  assert.equal(readFileSync(path.join(into, 'peppol-b.xml'), 'utf8'), invoice)
  assert.match((await run('receive', '--settings', settings, '--into', into)).said, /^0 new/)
  assert.deepEqual(await run('status', 'm-1', '--settings', settings), { code: 0, said: 'delivered AS4 receipt\n' })

  const bad = path.join(home, 'bad.xml')
  writeFileSync(bad, invoice)
  const refused = await run('send', bad, '--settings', settings)
  assert.equal(refused.code, 1)
  assert.match(refused.said, /^BR-0/)
  assert.equal((await run('send', '--settings', settings)).code, 2)
  assert.equal((await run('fly')).code, 2)
  writeFileSync(settings, '{"network":"peppol"}')
  assert.match(
    (await run('receive', '--settings', settings, '--into', into)).said,
    /settings-wrong: missing: url, token, participant/,
  )
  assert.ok(!existsSync(path.join(into, 'peppol-b.xml.part')))
})
