/** The office of the morning: four who work there, whom they know, and the wires that come in. */
import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { type SmtpFixture, smtpServer } from '../../../src/modules/mail/testing.ts'
import { allowPrinters } from '../../../src/modules/printing/wire/allowed.ts'
import { freePort, type SignedIn, type TestServer } from '../../../tools/testing/server.ts'
import { done, invite, seen } from '../../journeys/small-office.ts'
import { type Dovecot, openDovecot } from '../dovecot.ts'
import { openPrinter, type Printer } from '../ippeveprinter.ts'

type Colleague = SignedIn & { readonly principalId: string }

export interface Wires {
  readonly dovecot: Dovecot
  readonly smtp: SmtpFixture
  readonly printer: Printer
  /** Where the office takes mail in by SMTP: the fax gateway sends there. */
  readonly doorPort: number
  close(): Promise<void>
}

export interface Morning extends Wires {
  readonly server: TestServer
  readonly elin: Colleague
  readonly nadia: Colleague
  readonly maria: Colleague
  readonly ingrid: Colleague
  readonly berit: string
  /** What proves the kiosk's link. */
  readonly kiosk: string
  readonly printerId: string
  /** Tells of a call as the telephone system does. */
  phone(fields: Readonly<Record<string, string>>): Promise<void>
}

/** Asks until it holds; fails with what was answered last. */
export async function until<T>(ask: () => Promise<T>, holds: (answer: T) => boolean, what: string): Promise<T> {
  const deadline = performance.now() + 45_000
  for (;;) {
    const answer = await ask()
    if (holds(answer)) return answer
    if (performance.now() > deadline) throw new Error(`${what}: ${JSON.stringify(answer).slice(0, 1_500)}`)
    await wait(100)
  }
}

async function telephones(
  server: TestServer,
  elin: Colleague,
  others: readonly Colleague[],
): Promise<Morning['phone']> {
  await done(elin, 'calls.add-wire', { title: 'Switchboard' })
  const lines = [
    ['Reception', 'reception', [elin, ...others.slice(0, 1)]],
    ['Ingrid', 'w2', others.slice(2)],
    ['Elin', 'w0', [elin]],
  ] as const
  for (const [title, toldAs, members] of lines)
    await done(elin, 'calls.add-line', { title, toldAs, memberIds: members.map(one => one.principalId) })
  const { wires } = await seen(elin, 'calls.get-setup')
  return async fields => {
    const response = await fetch(server.address + wires[0].path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
    assert.equal(response.status, 200, await response.text())
  }
}

async function mailboxOn(elin: Colleague, dovecot: Dovecot, smtp: SmtpFixture): Promise<void> {
  const box = { name: 'Info', address: 'info@office.example', kind: 'shared', username: 'office', password: 'right' }
  const servers = {
    imapHost: '127.0.0.1',
    imapPort: dovecot.port,
    imapEncryption: 'none',
    smtpHost: '127.0.0.1',
    smtpPort: smtp.port,
    smtpEncryption: 'none',
  }
  const connect = async (): Promise<Readonly<Record<string, unknown>>> => {
    const response = await elin.fetch('/api/mail/mailboxes', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...box, ...servers }),
    })
    return (await response.json()) as Readonly<Record<string, unknown>>
  }
  // Dovecot may still be starting.
  await until(connect, answer => answer['status'] === 'done', 'the mailbox is connected')
}

export async function openWires(): Promise<Wires> {
  allowPrinters(['127.0.0.1'])
  const [dovecot, smtp, printer, doorPort] = await Promise.all([openDovecot(), smtpServer(), openPrinter(), freePort()])
  const close = async () => {
    allowPrinters([])
    await Promise.all([dovecot.close(), smtp.close(), printer.close()])
  }
  return { dovecot, smtp, printer, doorPort, close }
}

export async function openMorning(server: TestServer, wires: Wires): Promise<Morning> {
  const { dovecot, smtp, printer } = wires
  const owner = await server.openOffice({ name: 'Elin Bergqvist' })
  const { principal } = (await (await owner.fetch('/api/session')).json()) as { principal: { id: string } }
  const elin = { ...owner, principalId: principal.id }
  const nadia = await invite(server, elin, 'Nadia Rahimi', 'clerk')
  const maria = await invite(server, elin, 'Maria Lindqvist', 'bookkeeper')
  const ingrid = await invite(server, elin, 'Ingrid Almgren', 'manager')
  const phone = await telephones(server, elin, [nadia, maria, ingrid])
  const berit = await done(elin, 'directory.create-person', {
    name: 'Berit Dahl',
    emails: [{ email: 'berit.dahl@outside.example' }],
    phones: [{ number: '031-390 11 22' }],
  })
  await done(elin, 'mail.save-answer', {
    title: 'Opening hours',
    shortcut: 'hours',
    texts: [
      { language: 'en', body: 'Dear {first-name},\n\nwe are open from 8 to 17.' },
      { language: 'nl', body: 'Beste {voornaam},\n\nwij zijn open van 8 tot 17 uur.' },
    ],
  })
  const { id: kioskId } = await done(elin, 'visitors.create-kiosk', { title: 'Entrance' })
  const { rows } = await seen(elin, 'visitors.list-kiosks')
  const kiosk = rows.find((row: { id: string }) => row.id === kioskId).path.split('#')[1]
  const { id: printerId } = await done(elin, 'printing.add-printer', {
    name: 'Desk',
    uri: printer.uri,
    isDefault: true,
  })
  await done(elin, 'fax.add-line', {
    ...{ title: 'Fax', way: 'gateway', number: '031-390 06 99', senders: ['@fax.example'] },
    ...{ subjectIn: 'Fax from {number}', addressOut: '{number}@fax.example', isDefault: true },
  })
  await mailboxOn(elin, dovecot, smtp)
  return { ...wires, server, elin, nadia, maria, ingrid, berit: berit.id, kiosk, printerId, phone }
}

/** What a kiosk asks, by its link. */
export async function atKiosk(
  { server, kiosk }: Morning,
  path: string,
  body: object,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${server.address}/public/kiosk/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kontor-link': kiosk },
    body: JSON.stringify(body),
  })
  assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`)
  return (await response.json()) as Readonly<Record<string, unknown>>
}
