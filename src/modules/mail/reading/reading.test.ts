import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { topicOf } from '../intake/topic.ts'
import { languageOf } from './language.ts'
import { quotedFrom } from './quoted.ts'
import { openMail } from './read.ts'
import { sanitise } from './sanitise.ts'
import { takeUu } from './uu.ts'

const outside = join(process.env['KONTOR_DATA'] ?? join(import.meta.dirname, '../../../../../shared/data'), 'mail')

test('odd mails of other projects: all kept, nearly all whole', {
  skip: !existsSync(outside) && 'no outside data',
}, async t => {
  const names = readdirSync(outside)
  const notWhole: string[] = []
  for (const name of names) {
    const { read, parts } = await openMail(readFileSync(join(outside, name)))
    const held = read.text.length + parts.reduce((sum, part) => sum + part.bytes.length, 0)
    if (read.parse !== 'whole' || held === 0) notWhole.push(name)
    assert.ok(held > 0 || /empty/.test(name), `${name} is kept`)
  }
  t.diagnostic(`${names.length - notWhole.length} of ${names.length} whole; not: ${notWhole.join(', ')}`)
  assert.ok(notWhole.length * 20 <= names.length, notWhole.join(', '))
})

test('whatever bytes come, something is kept, and it can be kept', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 400 })),
      async given => {
        const { read } = await openMail(Buffer.from(given as string))
        assert.doesNotMatch(JSON.stringify(read), /\\u0000|\\ud[89a-f]/i)
        assert.ok(read.facts.quotedFrom <= read.text.length)
      },
    ),
    { numRuns: 50 },
  )
})

const nasty = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<iframe src="https://evil.example"></iframe>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<math><mi xlink:href="javascript:alert(1)">',
  '<form action="https://evil.example"><input name=p><button>Go</button></form>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<link rel=stylesheet href="https://evil.example/a.css">',
  '<style>@import "https://evil.example/a.css"; body{background:url(https://evil.example/p)}</style>',
  '<div style="background:url(https://evil.example/p)">x</div>',
  '<div style="position:fixed;top:0;left:0;width:100%">x</div>',
  '<base href="https://evil.example/">',
  '<object data="https://evil.example/x.swf"></object>',
  '<video src="https://evil.example/v" poster="https://evil.example/p"></video>',
  '<img src="https://evil.example/p.gif">',
  '<img srcset="https://evil.example/p.gif 1x">',
  '<table background="https://evil.example/p.gif"><tr><td>x</td></tr></table>',
  '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
]

test('HTML is shown without anything that runs, sends, or fetches from outside', () => {
  for (const html of [...nasty, ...nasty.map(one => `<div><p>Hej</p>${one}<b>då</b>`)]) {
    const { html: shown } = sanitise(html, { partOf: () => null, remote: false })
    const active =
      /<(script|iframe|svg|math|form|input|button|meta|link|style|object|embed|video|base)\b|\son\w+\s*=|javascript:|evil\.example|url\(|position|data:image\/svg/i
    // words within a title are words
    assert.doesNotMatch(shown.replace(/title="[^"]*"/g, ''), active, html)
  }
  const own = sanitise(
    '<p style="color:#333;font-size:12px">Hej <img src="cid:a@b"></p><img src="https://x.example/p.png">',
    {
      partOf: id => (id === 'a@b' ? '/api/mail/messages/1/parts/0' : null),
      remote: false,
    },
  )
  assert.match(own.html, /src="\/api\/mail\/messages\/1\/parts\/0"/)
  assert.match(own.html, /color:#333/)
  assert.equal(own.held, true)
  assert.match(sanitise('<img src="https://x.example/p.png">', { partOf: () => null, remote: true }).html, /x\.example/)
})

test('subjects without what programs put before them, quotations, languages, files within the text', () => {
  for (const before of ['Re: ', 'SV: ', 'Sv: Re: ', 'VB: ', 'Antw: ', 'RE[2]: ', 'Fwd: FW: ', 'ENC: '])
    assert.equal(topicOf(`${before}Hyran för Källaren`), 'hyran for kallaren')
  const quoting = [
    ['Tack!\n\nDen tis 24 nov. 2026 kl 08:26 skrev Eva <eva@x.example>:\n> Hej', 'Tack!\n\n'],
    ['Thanks\n\nOn Tue, 24 Nov 2026, Eva wrote:\n> Hello', 'Thanks\n\n'],
    ['Dank\n\nOp di 24 nov. 2026 om 08:26 schreef Eva:\n> Hallo', 'Dank\n\n'],
    ['Obrigado\n\nNo dia 24/11/2026, Eva escreveu:\n> Olá', 'Obrigado\n\n'],
    ['Mulțumesc\n\nÎn mar., 24 nov. 2026, Eva a scris:\n> Bună', 'Mulțumesc\n\n'],
    ['Ja\n\nFrån: Eva\nSkickat: den 24 november\nTill: Info\nÄmne: Hej\n\nHej', 'Ja\n\n'],
  ] as const
  for (const [text, fresh] of quoting) assert.equal(text.slice(0, quotedFrom(text)), fresh, text)
  assert.equal(quotedFrom('On Monday we wrote: nothing'), 'On Monday we wrote: nothing'.length)
  assert.equal(languageOf('Hej! Vi har inte fått svar på vår fråga om när ni kan komma till oss.'), 'sv')
  assert.equal(
    languageOf('Wij hebben nog niet gehoord of u de factuur heeft ontvangen en wanneer die wordt betaald.'),
    'nl',
  )
  assert.equal(
    languageOf('Vă rugăm să ne spuneți când puteți veni și ce documente sunt necesare pentru recepție.'),
    'ro',
  )
  assert.equal(languageOf('12345'), null)
  const { text, files } = takeUu('before\nbegin 644 a.txt\n#0V%T\n`\nend\nafter\n')
  assert.deepEqual(
    [text.trim().split(/\s+/), files.map(file => [file.name, Buffer.from(file.bytes).toString()])],
    [['before', 'after'], [['a.txt', 'Cat']]],
  )
})
