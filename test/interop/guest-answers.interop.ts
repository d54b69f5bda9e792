/**
 * A guest answers from an ordinary mail program, by real wires: the invitation leaves by SMTP and is caught at the guest's provider; what
 * their program writes lies in the office's mailbox on Dovecot and comes in by IMAP. In the end every calendar says the same.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { openMailDoor, setMailDoor } from '../../src/kernel/mail/door.ts'
import { type SignedIn, testServer } from '../../tools/testing/server.ts'
import { skippedWithout } from './clients.ts'
import { type Dovecot, openDovecot } from './dovecot.ts'

const skip = skippedWithout('dovecot', 'dovecot-imapd')
const guest = 'bengt@lind.example'
const caught: Email[] = []
let dovecot: Dovecot
let provider: SMTPServer

before(async () => {
  if (skip) return
  dovecot = await openDovecot()
  provider = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk as Buffer))
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks), { attachmentEncoding: 'utf8' }).then(mail => {
          caught.push(mail)
          callback()
        })
      })
    },
  })
  await new Promise<void>(resolve => provider.server.listen(0, '127.0.0.1', () => resolve()))
})
after(async () => {
  if (skip) return
  setMailDoor(null)
  await new Promise<void>(resolve => provider.close(() => resolve()))
  await dovecot.close()
})

/** Asks until it is so; what was seen last where it never is. */
async function until<T>(ask: () => T | Promise<T>, isSo: (seen: T) => boolean): Promise<T> {
  const deadline = performance.now() + 90_000
  for (;;) {
    const seen = await ask()
    if (isSo(seen)) return seen
    if (performance.now() > deadline) throw new Error(`never so: ${JSON.stringify(seen).slice(0, 2000)}`)
    await wait(250)
  }
}

/** A line of the event, whole; its zone has lines of the same names. */
const lineOf = (ics: string, name: string): string => {
  const event = ics.slice(ics.indexOf('BEGIN:VEVENT')).replaceAll(/\r?\n[ \t]/g, '')
  return new RegExp(`^${name}[;:].*$`, 'm').exec(event)?.[0].trim() ?? ''
}

let written = 0
/** What a mail program writes when one presses a button: of what it was sent, its own line and what it says. */
function answerTo(mail: Email, method: string, stat: string, times: readonly string[] = []): string {
  const ics = String(mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')!.content)
  const own = ['UID', 'SEQUENCE', 'ORGANIZER', 'SUMMARY'].map(name => lineOf(ics, name))
  const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    ...own,
    ...(times.length > 0 ? times : [lineOf(ics, 'DTSTART'), lineOf(ics, 'DTEND')]),
    `DTSTAMP:${stamp}`,
    `ATTENDEE;CN=Bengt Lind;PARTSTAT=${stat};ROLE=REQ-PARTICIPANT:mailto:${guest}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  return [
    `From: Bengt Lind <${guest}>`,
    'To: Bergqvist <office@example.org>',
    `Subject: Re: ${mail.subject}`,
    `In-Reply-To: ${mail.messageId}`,
    `Message-ID: <${stamp}-${++written}@lind.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Bengt Lind: ${stat}`,
    '--b',
    `Content-Type: text/calendar; charset=utf-8; method=${method}`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(calendar).toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
    '--b--',
    '',
  ].join('\r\n')
}

interface Ledger {
  readonly guests: readonly { readonly stand: string }[]
  readonly proposals: readonly { readonly id: string; readonly state: string; readonly start: string }[]
  readonly messages: readonly { readonly direction: string; readonly method: string; readonly state: string }[]
}

async function done(elin: SignedIn, command: string, input: object): Promise<{ readonly id: string }> {
  const answer = await elin.act(command, input)
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return answer['output'] as { readonly id: string }
}

test('invited by SMTP, answered by IMAP: another time, accepted, and everybody has the same', { skip }, async () => {
  const server = await testServer({ onLog: () => undefined })
  const { port } = provider.server.address() as { port: number }
  setMailDoor(openMailDoor(`smtp://127.0.0.1:${port}`, 'Bergqvist <office@example.org>'))
  try {
    const elin = await server.openOffice()
    await dovecot.connect(elin)
    const day = Temporal.Now.plainDateISO().add({ days: 9 })
    const when = { allDay: false, start: `${day}T10:00`, end: `${day}T11:00`, zone: 'Europe/Stockholm' }
    const who = { email: guest, name: 'Bengt Lind' }
    const { id } = await done(elin, 'calendar.create-event', { title: 'Ventilation', when, guests: [{ who }] })
    const ledger = async () => (await elin.see('invitations.get-ledger', { id })) as Ledger
    const [asked] = await until(
      () => caught,
      mails => mails.length > 0,
    )
    assert.match(asked!.subject ?? '', /Ventilation/)
    // not then, but after lunch
    const later = ['DTSTART', 'DTEND'].map((name, at) => `${name}:${String(day).replaceAll('-', '')}T1${2 + at}0000Z`)
    await dovecot.deliver(1, answerTo(asked!, 'COUNTER', 'TENTATIVE', later))
    const { proposals } = await until(ledger, seen => seen.proposals.length > 0)
    assert.deepEqual([proposals.length, proposals[0]!.start], [1, `${day}T12:00:00Z`])
    await done(elin, 'invitations.accept-proposal', { id, proposalId: proposals[0]!.id })
    const [, moved] = await until(
      () => caught,
      mails => mails.length > 1,
    )
    // the answer comes twice, as mails do
    await dovecot.deliver(2, answerTo(moved!, 'REPLY', 'ACCEPTED'))
    await dovecot.deliver(3, answerTo(moved!, 'REPLY', 'ACCEPTED'))
    await until(ledger, seen => seen.guests[0]?.stand === 'accepted')
    const boxes = (await until(
      () => elin.see('documents.list-mailboxes') as Promise<{ rows: { taken: number }[] }>,
      seen => seen.rows[0]!.taken === 3,
    )) as { rows: { taken: number }[] }
    assert.equal(boxes.rows.length, 1)

    const event = (await elin.see('calendar.get-event', { id })) as { start: string; guests: { answer: string }[] }
    assert.deepEqual([event.start, event.guests.map(({ answer }) => answer)], [`${day}T12:00:00Z`, ['accepted']])
    const ics = String(moved!.attachments.find(({ mimeType }) => mimeType === 'text/calendar')!.content)
    assert.match(lineOf(ics, 'DTSTART'), new RegExp(`${String(day).replaceAll('-', '')}T1[34]0000$`))
    const { messages, guests } = await ledger()
    const sent = messages.filter(({ direction }) => direction === 'out').map(({ method, state }) => [method, state])
    assert.deepEqual(sent, [
      ['REQUEST', 'sent'],
      ['REQUEST', 'sent'],
    ])
    assert.equal(guests.length, 1)
    assert.equal(messages.filter(({ method, state }) => method === 'REPLY' && state === 'taken').length, 1)
    assert.equal(caught.length, 2, 'nobody is told of their own answer')
  } finally {
    await server.close()
  }
})
