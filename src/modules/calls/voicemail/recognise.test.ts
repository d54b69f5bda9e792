import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type MailWords, voicemailIn } from './recognise.ts'
import { mayBeSound, soundOf } from './sound.ts'
import { wav } from './testing.ts'

type Said = readonly [number: string | null, name: string | null, box: string | null, seconds: number | null]
type Case = readonly [what: string, mail: Partial<MailWords>, said: Said | null]

const cases: readonly Case[] = [
  [
    'Asterisk',
    {
      subject: '[PBX]: New message 3 in mailbox 204',
      fromName: 'Asterisk PBX',
      text: 'Dear Karin:\n\n\tjust wanted to let you know you were just left a 0:42 long message (number 3)\nin mailbox 204 from "Gunilla Westman" <0313900655>, on Tuesday, November 24, 2026 at 08:42:07 AM so you might\nwant to check it when you get a chance.  Thanks!\n\n\t\t\t\t--Asterisk\n',
      names: ['msg0002.WAV'],
    },
    ['0313900655', 'Gunilla Westman', '204', 42],
  ],
  [
    'Asterisk, nobody known',
    {
      subject: '[PBX]: New message 4 in mailbox 204',
      text: 'you were just left a 1:05 long message (number 4)\nin mailbox 204 from an unknown caller, on Tuesday',
      names: ['msg0003.wav'],
    },
    [null, null, '204', 65],
  ],
  [
    'FreePBX',
    {
      subject: 'New Voicemail from "Westman" <0313900655>',
      text: 'There is a new voicemail in mailbox 101:\n\n\tFrom:\t"Westman" <0313900655>\n\tLength:\t0:12 seconds\n\tDate:\tTuesday, November 24, 2026 at 08:42:07 AM\n\nDial *98 to access your voicemail by phone.',
      names: ['msg0000.wav'],
    },
    ['0313900655', 'Westman', '101', 12],
  ],
  [
    '3CX',
    {
      subject: 'New Voicemail Message From 0313900655 for extension 204',
      text: 'You received a new voicemail message from 0313900655.\nDuration: 00:00:31',
      names: ['vmail_0313900655_204_20261124084207.wav'],
    },
    ['0313900655', null, '204', 31],
  ],
  [
    'Fritz!Box, German',
    {
      subject: 'FRITZ!Box: Nachricht von 0301234567 auf dem Anrufbeantworter',
      fromName: 'FRITZ!Box Anrufbeantworter',
      text: 'Neue Nachricht auf dem Anrufbeantworter 1\nDatum: 24.11.26 08:42\nRufnummer: 0301234567\nLänge: 0:25 Min.',
      names: ['24.11.26_08.42_Telefonat.wav'],
    },
    ['0301234567', null, null, 25],
  ],
  [
    'Fritz!Box, with a name',
    {
      subject: 'Anrufbeantworter: Nachricht von Erika Mustermann (0301234567)',
      text: '',
      names: ['1.wav'],
    },
    ['0301234567', 'Erika Mustermann', null, null],
  ],
  [
    'Fritz!Box, withheld',
    { subject: 'Anrufbeantworter: Nachricht von unbekannt', text: 'Am 24.11.2026 um 08:42', names: ['rec.0.000'] },
    [null, null, null, null],
  ],
  [
    'sipgate',
    { subject: 'Neue Sprachnachricht von +49 30 1234567', text: 'Dauer: 14 Sekunden', names: ['voicemail.mp3'] },
    ['+49 30 1234567', null, null, 14],
  ],
  [
    'Teams, by name',
    {
      subject: 'Voice Mail (12 seconds)',
      fromName: 'Gunilla Westman',
      text: 'You received a voice mail from Gunilla Westman.',
      names: ['audio.mp3'],
    },
    [null, 'Gunilla Westman', null, 12],
  ],
  [
    'Teams, by number',
    {
      subject: 'Voice Mail (12 seconds)',
      fromName: '+46313900655',
      text: 'Thank you for using Transcription!',
      names: ['audio.mp3'],
    },
    ['+46313900655', null, null, 12],
  ],
  [
    'Swedish operator',
    {
      subject: 'Du har fått ett nytt röstmeddelande från 031-390 06 55',
      text: 'Längd: 0:42',
      names: ['meddelande.amr'],
    },
    ['031-390 06 55', null, null, 42],
  ],
  [
    'Swedish, withheld',
    { subject: 'Röstmeddelande från dolt nummer', text: 'Mottaget 2026-11-24 08:42', names: ['a.wav'] },
    [null, null, null, null],
  ],
  [
    'Swedish, to an extension',
    {
      subject: 'Nytt röstmeddelande',
      text: 'Från: Lars Ekdahl (031-711 20 48)\nTill anknytning: 216\nLängd 42 sek',
      names: ['r.wav'],
    },
    ['031-711 20 48', 'Lars Ekdahl', '216', 42],
  ],
  [
    'Norwegian',
    { subject: 'Ny talemelding fra 22 33 44 55', text: 'Varighet: 1:02\nInternnummer 118', names: ['melding.wav'] },
    ['22 33 44 55', null, '118', 62],
  ],
  [
    'Norwegian, withheld',
    { subject: 'Ny talemelding fra skjult nummer', text: '', names: ['melding.wav'] },
    [null, null, null, null],
  ],
  [
    'Dutch',
    {
      subject: 'Nieuw voicemailbericht van 020 123 4567',
      text: 'Toestel 31, duur: 18 seconden',
      names: ['bericht.wav'],
    },
    ['020 123 4567', null, '31', 18],
  ],
  [
    'Dutch, by name',
    {
      subject: 'U heeft een nieuw voicemailbericht',
      text: 'Beller: "Bakkerij De Korenaar" <0201234567>',
      names: ['bericht.wav'],
    },
    ['0201234567', 'Bakkerij De Korenaar', null, null],
  ],
  [
    'Romanian',
    { subject: 'Mesaj vocal nou de la 0721 234 567', text: 'Durata: 0:33\nInterior: 105', names: ['mesaj.wav'] },
    ['0721 234 567', null, '105', 33],
  ],
  [
    'Romanian, withheld',
    { subject: 'Aveți un mesaj vocal de la număr ascuns', text: 'Apelant: necunoscut', names: ['mesaj.wav'] },
    [null, null, null, null],
  ],
  [
    'Portuguese',
    {
      subject: 'Nova mensagem de voz de +351 912 345 678',
      text: 'Duração: 27 segundos. Extensão 12',
      names: ['mensagem.wav'],
    },
    ['+351 912 345 678', null, '12', 27],
  ],
  [
    'Portuguese, withheld',
    { subject: 'Mensagem de correio de voz de anónimo', text: '', names: ['mensagem.wav'] },
    [null, null, null, null],
  ],
  [
    'only the file says it',
    { subject: 'Voicemail', fromName: '', text: '', names: ['voicemail_+46313900655.wav'] },
    ['+46313900655', null, null, null],
  ],
  [
    'a jingle',
    {
      subject: 'New radio spot',
      fromName: 'Anna at Ljudbyrån',
      text: 'Here is the take from Tuesday',
      names: ['spot-final.mp3'],
    },
    null,
  ],
  [
    'a dictation',
    { subject: 'Diktat 24/11', fromName: 'Dr. Berg', text: 'Skriv ut, tack. Tel 031-123456', names: ['diktat.m4a'] },
    null,
  ],
]

for (const [what, mail, said] of cases)
  test(`${what}: ${mail.subject}`, () => {
    const found = voicemailIn({
      subject: '',
      fromName: '',
      fromAddress: 'pbx-out@office.example',
      text: '',
      names: [],
      ...mail,
      ...(said ? {} : { fromAddress: 'anna@studio.example' }),
    })
    assert.deepEqual(found && [found.number, found.name, found.box, found.seconds], said)
  })

test('a sound is what its bytes are', () => {
  assert.deepEqual(soundOf(wav(3)), { mediaType: 'audio/wav', plays: true, seconds: 3 })
  assert.deepEqual(soundOf(wav(3, 7)), { mediaType: 'audio/wav', plays: true, seconds: 3 })
  assert.deepEqual(soundOf(wav(4, 0x31)), { mediaType: 'audio/wav', plays: false, seconds: 4 })
  const amr = Buffer.concat([
    Buffer.from('#!AMR\n'),
    ...Array.from({ length: 100 }, () => Buffer.concat([Buffer.from([7 << 3]), Buffer.alloc(31)])),
  ])
  assert.deepEqual(soundOf(amr), { mediaType: 'audio/amr', plays: false, seconds: 2 })
  assert.equal(soundOf(Buffer.from('ID3\u0004'))?.mediaType, 'audio/mpeg')
  assert.equal(soundOf(Buffer.from('OggS\u0000'))?.mediaType, 'audio/ogg')
  for (const junk of ['', 'RIFF', '<html>', 'MZ\u0090']) assert.equal(soundOf(Buffer.from(junk)), null)
  assert.ok(mayBeSound('MSG0001.WAV', 'application/octet-stream') && mayBeSound('a', 'audio/x-wav'))
  assert.ok(!mayBeSound('bill.pdf', 'application/pdf'))
})

test('white space without end, and words that begin everything, cost no more than others', () => {
  const from = process.cpuUsage()
  const hostile = [`from${' '.repeat(20_000)}`, `from${' '.repeat(30)}`.repeat(600), 'de de la do '.repeat(5_000)]
  for (const text of hostile)
    for (const mail of [
      { text, subject: 'x' },
      { text: '', subject: text },
    ])
      assert.notEqual(
        voicemailIn({ ...mail, fromName: '', fromAddress: 'a@b.se', names: ['voicemail.wav'] }),
        undefined,
      )
  const { user, system } = process.cpuUsage(from)
  assert.ok((user + system) / 1000 < 3_000)
})
