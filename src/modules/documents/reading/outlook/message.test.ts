import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { makeMsg, plainRtf } from '../fixtures/msg.ts'
import { identify } from '../identify.ts'
import { closeReaders, readInChild } from '../in-child.ts'
import { read } from '../read.ts'
import { openCompoundFile } from './compound-file.ts'
import { decompressRtf } from './compressed-rtf.ts'
import { textOfRtf } from './rtf-text.ts'
import { writeCompoundFile } from './write-compound-file.ts'

after(closeReaders)

const whole = {
  subject: 'Offert på hyllor – höst',
  from: { name: 'Eva Lindholm', address: '/o=Exchange/ou=First/cn=eva', smtp: 'eva@lindholms.example' },
  to: ['office@example.org', 'maria@example.org'],
  cc: ['arkiv@example.org'],
  sentAt: '2026-11-05T08:15:30.000Z',
  messageId: '<1@lindholms.example>',
  body: 'Hej!\r\nHär kommer offerten.\r\n',
  attachments: [
    { name: 'offert.txt', mediaType: 'text/plain', bytes: Buffer.from('Hyllor 12 st, 4 800 kr') },
    { name: 'stor.bin', bytes: Buffer.alloc(70_000, 'x') },
    {
      name: 'Vidarebefordrat',
      mail: {
        subject: 'Förfrågan',
        from: { name: '', address: 'maria@example.org' },
        body: 'Vad kostar hyllor?',
        attachments: [{ name: 'mått.txt', bytes: Buffer.from('180 x 60') }],
      },
    },
    { name: 'länk.docx', method: 4 },
  ],
}

test('a mail of Outlook gives its head, its text and what lies in it', async () => {
  const bytes = makeMsg(whole)
  assert.deepEqual(identify(bytes, 'x.bin'), { mediaKind: 'mail', mediaType: 'application/vnd.ms-outlook' })
  const reading = await readInChild(bytes, 'offert.msg')
  assert.equal(reading.error, null)
  assert.deepEqual(reading.mail, {
    from: { name: 'Eva Lindholm', address: 'eva@lindholms.example' },
    to: ['office@example.org', 'maria@example.org'],
    subject: 'Offert på hyllor – höst',
    date: '2026-11-05T08:15:30.000Z',
    messageId: '<1@lindholms.example>',
  })
  assert.equal(reading.text, 'Hej!\nHär kommer offerten.')
  assert.deepEqual(
    reading.parts.map(({ name, mediaType, bytes: { length } }) => [name, mediaType, name.endsWith('.msg') || length]),
    [
      ['offert.txt', 'text/plain', 22],
      ['stor.bin', 'text/plain', 70_000],
      ['Vidarebefordrat.msg', 'application/vnd.ms-outlook', true],
    ],
  )
  assert.deepEqual(reading.warnings, [{ name: 'parts-left-out', data: { count: 1 } }])
})

test('a mail inside a mail is a file of its own, with what lies in it', async () => {
  const { parts } = await read(makeMsg(whole), 'offert.msg')
  const inner = await read(parts[2]!.bytes, parts[2]!.name)
  assert.deepEqual(
    [inner.error, inner.text, inner.mail?.from?.address],
    [null, 'Vad kostar hyllor?', 'maria@example.org'],
  )
  assert.equal(Buffer.from(inner.parts[0]!.bytes).toString(), '180 x 60')
})

test('bodies: of HTML where there is no plain text, of RTF where there is neither; HTML wrapped in RTF is unwrapped', async () => {
  const textOf = async (mail: Parameters<typeof makeMsg>[0]) => (await read(makeMsg(mail), 'x.msg')).text
  assert.equal(
    await textOf({ html: Buffer.from('<p>H&ouml;st &amp; v&aring;r</p><script>no()</script>') }),
    'Höst & vår',
  )
  const rtf = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 H\\'f6st\\par och v\\u229?r\\par}"
  assert.equal(await textOf({ rtf: plainRtf(rtf) }), 'Höst\noch vår')
  const wrapped =
    '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf \\b RTF \\htmlrtf0 {\\*\\htmltag84 &aring;}sa{\\*\\htmltag72 </p>}{\\*\\generator Outlook;}}'
  assert.equal(await textOf({ rtf: plainRtf(wrapped) }), 'åsa')
})

test('texts in a code page, and the header it came with where Outlook kept no fields', async () => {
  const narrow = await read(makeMsg({ ...whole, subject: 'Räkning', body: 'Ärligt', codePage: 1252 }), 'x.msg')
  assert.deepEqual([narrow.mail?.subject, narrow.text], ['Räkning', 'Ärligt'])
  const header = [
    'From: =?utf-8?q?=C3=85sa?= <asa@example.org>',
    'Date: Thu, 05 Nov 2026 09:00:00 +0100',
    'Message-ID: <2@example.org>',
    'Subject: Hej',
  ].join('\r\n')
  const { mail } = await read(makeMsg({ header, body: 'x' }), 'x.msg')
  assert.deepEqual(mail, {
    from: { name: 'Åsa', address: 'asa@example.org' },
    to: [],
    subject: 'Hej',
    date: '2026-11-05T08:00:00.000Z',
    messageId: '<2@example.org>',
  })
})

test('compressed RTF: the examples of [MS-OXRTFCP]', () => {
  const bytes = (hex: string) => Buffer.from(hex.replace(/ /g, ''), 'hex')
  const hello =
    '2d 00 00 00 2b 00 00 00 4c 5a 46 75 f1 c5 c7 a7 03 00 0a 00 72 63 70 67 31 32 35 42 32 0a f3 20 68 65 6c 09 00 20 62 77 05 b0 6c 64 7d 0a 80 0f a0'
  assert.equal(decompressRtf(bytes(hello)).toString(), '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')
  const again = '1a 00 00 00 1c 00 00 00 4c 5a 46 75 e2 d4 4b 51 41 00 04 20 57 58 59 5a 0d 6e 7d 01 0e b0'
  assert.equal(decompressRtf(bytes(again)).toString(), '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}')
})

test('RTF: fonts of other letters, signs, what is not for people', () => {
  const rtf = (body: string) => textOfRtf(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`, 'latin1'))
  assert.equal(rtf("{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset238 B;}}\\f1 cas\\'e3 \\f0 caf\\'e9"), 'casă café')
  assert.equal(
    rtf('\\uc2\\u351 ??i \\ldblquote a\\{b\\}\\rdblquote{\\pict ffd8}{\\*\\unknown x}\\tab\\~z'),
    'şi “a{b}”\t\u00a0z',
  )
})

test('a compound file comes back as it was written, small streams and large, beyond the tables of its head', () => {
  const streams = new Map<string, () => Uint8Array>()
  const expected = new Map<string, Buffer>()
  for (const [n, size] of [0, 1, 63, 64, 65, 4095, 4096, 4097, 8_000_000].entries()) {
    const bytes = Buffer.alloc(size, n + 1)
    expected.set(`stream ${n}`, bytes)
    streams.set(`stream ${n}`, () => bytes)
  }
  const inner = { storages: new Map(), streams }
  const root = openCompoundFile(writeCompoundFile({ storages: new Map([['inner', inner]]), streams }))
  for (const storage of [root, root.storages.get('inner')!]) {
    assert.equal(storage.streams.size, expected.size)
    for (const [name, bytes] of expected) assert.ok(bytes.equals(storage.streams.get(name)!()), name)
  }
})
