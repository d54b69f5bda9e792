/** Letters as LibreOffice shows, opens, changes and saves them; and as cadaver holds them. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { docOfLines } from '../../src/formats/rich/doc.ts'
import { filledParts, packed } from '../../src/formats/docx/fill.ts'
import { joinedDocx } from '../../src/formats/docx/join.ts'
import { openDocx } from '../../src/formats/docx/open.ts'
import { officeLetter } from '../../src/formats/docx/testing.ts'
import { linesOfDocx } from '../../src/formats/docx/words.ts'
import { useWordProcessor, wordFilePdf } from '../../src/modules/letters/office/convert.ts'
import { readOffice } from '../../src/modules/letters/office/reading.ts'
import { docxOf } from '../../src/modules/letters/paper/docx.ts'
import { pdfOf } from '../../src/modules/letters/paper/pdf.ts'
import { layLetter, type SheetFacts } from '../../src/modules/letters/paper/sheet.ts'
import { type SignedIn, type TestServer, testServer } from '../../tools/testing/server.ts'
import { found, run, skippedWithout } from './clients.ts'

const office = {
  skip: skippedWithout('soffice', 'libreoffice-writer-nogui') || skippedWithout('pdftotext', 'poppler-utils'),
}
let server: TestServer
let elin: SignedIn
let folder: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-interop-'))
  server = await testServer()
  elin = await server.openOffice()
  useWordProcessor(found('soffice'))
})
after(async () => {
  useWordProcessor(null)
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const words = 'Vi bekräftar härmed det ni skrev om året, läkaren, øl, ăâîșț och ãçõ på den gemensamma gården. '
const facts = (window: 'left' | 'right'): SheetFacts => ({
  head: {
    name: 'Almgren & Tveit',
    address: ['Storgatan 1', '411 38  Göteborg'],
    reach: ['+46 31 000 00 00', 'kontor@almgrentveit.example'],
    numbers: ['Org.nr 556812-4409'],
    logo: null,
    window,
  },
  address: ['Karin Öberg', 'Hisingsgatan 30', '417 03  Göteborg'],
  references: [
    { label: 'Datum', value: '2026-11-24' },
    { label: 'Nummer', value: '2026-17' },
  ],
  subject: 'Rubriken',
  body: docOfLines(...Array.from({ length: 12 }, (_, n) => `Stycke${n} ${words.repeat(3)}`)),
  values: () => undefined,
  closing: 'Med vänliga hälsningar',
  signer: ['Elin Bergqvist', 'Kontorschef'],
  enclosures: 'Bilaga: karta',
  contents: 'Innehåll',
})

interface Word {
  readonly page: number
  readonly x: number
  readonly y: number
}

/** Where words stand: their left edge and the middle of their height, points. */
async function wordsIn(pdf: Buffer): Promise<{ pages: number; at: Map<string, Word> }> {
  const path = join(folder, 'words.pdf')
  await writeFile(path, pdf)
  const { text } = await run('pdftotext', ['-bbox', path, '-'])
  const at = new Map<string, Word>()
  let page = 0
  for (const line of text.split('\n')) {
    if (line.includes('<page')) page++
    const found = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)</.exec(line)
    if (found && !at.has(found[4]!))
      at.set(found[4]!, { page, x: Number(found[1]), y: (Number(found[2]) + Number(found[3])) / 2 })
  }
  return { pages: page, at }
}

for (const window of ['right', 'left'] as const)
  test(`a Word file of ours looks as what we print, window at the ${window}`, office, async t => {
    const bytes = await docxOf(facts(window), new Map(), Temporal.PlainDateTime.from('2026-11-24T10:00'))
    const theirs = await wordsIn((await wordFilePdf(bytes))!)
    const on = Temporal.PlainDate.from('2026-11-24')
    const ours = await wordsIn(await pdfOf(layLetter(facts(window)), { title: 'x', author: 'y', language: 'sv', on }))
    assert.equal(theirs.pages, ours.pages)
    let furthest = 0
    for (const word of [
      'Almgren',
      'Karin',
      'Hisingsgatan',
      '03',
      'Datum',
      '2026-17',
      'Rubriken',
      'Stycke0',
      'Stycke3',
      'Org.nr',
    ]) {
      const [one, other] = [ours.at.get(word), theirs.at.get(word)]
      assert.ok(one && other, word)
      assert.equal(other.page, one.page, word)
      furthest = Math.max(furthest, Math.abs(one.x - other.x), Math.abs(one.y - other.y))
      assert.ok(
        Math.abs(one.x - other.x) <= 1.5 && Math.abs(one.y - other.y) <= 4,
        `${word} ${JSON.stringify([one, other])}`,
      )
    }
    t.diagnostic(`${theirs.pages} pages; no word further off than ${furthest.toFixed(1)} points`)
  })

test('letters of a Word file joined to be printed: each counts its own pages, lists and notes', office, async () => {
  const docx = await openDocx(await officeLetter())
  const fillings = ['Eva', 'Bo', 'Åsa'].map(name => filledParts(docx, field => (field === 'Namn' ? name : undefined)))
  const path = join(folder, 'joined.pdf')
  await writeFile(path, (await wordFilePdf(await packed(joinedDocx(docx, fillings)!)))!)
  const { text } = await run('pdftotext', ['-layout', path, '-'])
  const pages = text.split('\f').filter(page => page.trim())
  assert.equal(pages.length, 3)
  for (const [at, name] of ['Eva', 'Bo', 'Åsa'].entries())
    for (const said of [`Till ${name}`, `Hej ${name}!`, `För ${name}`, '1. ', '2. ', 'Sida 1 av 1'])
      assert.ok(pages[at]!.includes(said), `${said} on page ${at + 1}: ${pages[at]}`)
})

/** What a colleague does in LibreOffice, by its own interface: opens an address, writes a line, saves, closes. */
const script = `
import sys, time, uno
from com.sun.star.beans import PropertyValue
pipe, url, line = sys.argv[1:4]
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for attempt in range(200):
    try:
        context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        break
    except Exception:
        time.sleep(0.2)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
hidden = PropertyValue(); hidden.Name = "Hidden"; hidden.Value = True
document = desktop.loadComponentFromURL(url, "_blank", 0, (hidden,))
print("readonly", document.isReadonly())
text = document.getText()
cursor = text.createTextCursor(); cursor.gotoEnd(False)
text.insertString(cursor, line, False)
document.store()
print("stored", document.isModified())
document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
`

function libreOffice(pipe: string): ChildProcess {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const options = ['--headless', '--norestore', profile, `--accept=pipe,name=${pipe};urp;`]
  return spawn(found('soffice')!, options, { detached: true, stdio: 'ignore', env: { ...process.env, HOME: folder } })
}

/** Debian's own, which knows LibreOffice (python3-uno). */
const python = '/usr/bin/python3'
const hasUno = async () => (await run(python, ['-c', 'import uno'])).code === 0

const act = async (command: string, input: object): Promise<string> => {
  const answer = (await elin.act(command, input)) as { status: string; output: { id: string } }
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return answer.output.id
}

async function openedLetter(): Promise<{ id: string; address: string }> {
  const body = docOfLines('{recipient.salutation}', 'Skrivet här.')
  const id = await act('letters.create-letter', { subject: 'Om taket', recipient: 'Eva Lindholm', body })
  const opening = await act('letters.begin-editing', { id })
  const { path } = (await elin.see('letters.show-opening', { id: opening })) as { path: string }
  return { id, address: `${server.address}${path}` }
}

interface Seen {
  readonly versions: readonly {
    readonly number: number
    readonly isFile: boolean
    readonly by: { title: string } | null
  }[]
  readonly editing: readonly unknown[]
  readonly file: string | null
}

test('LibreOffice opens a letter by its address, holds it, changes it and saves it back', office, async t => {
  if (!(await hasUno())) return t.skip('skipped: no python3-uno on this machine')
  const { id, address } = await openedLetter()
  const path = join(folder, 'write.py')
  await writeFile(path, script)
  const child = libreOffice('kontor')
  try {
    const said = await run(python, [path, 'kontor', address, 'Skrivet i LibreOffice.'])
    assert.equal(said.code, 0, said.text)
    assert.match(said.text, /readonly False/)
    assert.match(said.text, /stored False/)
  } finally {
    if (child.pid && child.exitCode === null)
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // it has ended by itself
      }
  }
  const letter = (await elin.see('letters.get-letter', { id })) as Seen
  assert.deepEqual(
    letter.versions.map(({ number, isFile }) => [number, isFile]),
    [
      [2, true],
      [1, false],
    ],
  )
  assert.equal(letter.editing.length, 0, 'it holds it no longer')
  const file = Buffer.from(await (await elin.fetch(`/api/letters/${id}/letter.docx`)).arrayBuffer())
  const lines = linesOfDocx(await openDocx(file), () => undefined)
    .map(({ parts }) => parts.map(part => ('words' in part ? part.words : '')).join(''))
    .join('\n')
  assert.match(lines, /Dear Eva Lindholm|Bästa Eva Lindholm|Hej Eva Lindholm/)
  assert.match(lines, /Skrivet här\./)
  assert.match(lines, /Skrivet i LibreOffice\./)
  const pdf = await elin.fetch(`/api/letters/${id}/letter.pdf`)
  assert.equal(pdf.status, 200)
  const seen = await wordsIn(Buffer.from(await pdf.arrayBuffer()))
  assert.ok(seen.at.has('LibreOffice.'), 'what is drawn of it says what was saved')
})

test('a Word file that LibreOffice has written is read: merge fields stay fields', office, async () => {
  const bytes = await docxOf(facts('right'), new Map(), Temporal.PlainDateTime.from('2026-11-24T10:00'))
  await writeFile(join(folder, 'letter.docx'), bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile-2')}`
  const out = join(folder, 'out')
  await run('soffice', [
    '--headless',
    '--norestore',
    profile,
    '--convert-to',
    'docx',
    '--outdir',
    out,
    join(folder, 'letter.docx'),
  ])
  const { body, unknown } = await readOffice(await readFile(join(out, 'letter.docx')))
  assert.deepEqual(unknown, [])
  assert.match(JSON.stringify(body), /Stycke11/)
})

test('cadaver fetches, holds and saves a letter', { skip: skippedWithout('cadaver') }, async () => {
  const { id, address } = await openedLetter()
  const at = address.lastIndexOf('/')
  const name = decodeURIComponent(address.slice(at + 1))
  const changed = await docxOf(
    { ...facts('left'), subject: 'Ändrat' },
    new Map(),
    Temporal.PlainDateTime.from('2026-11-24T10:00'),
  )
  await writeFile(join(folder, name), changed)
  const input = `ls\nlock "${name}"\nput "${name}"\nunlock "${name}"\nquit\n`
  const { text } = await run('cadaver', [address.slice(0, at + 1)], { cwd: folder, input, env: { HOME: folder } })
  assert.match(text, /Om taket\.docx/)
  const letter = (await elin.see('letters.get-letter', { id })) as Seen
  assert.equal(letter.versions[0]?.isFile, true, text)
})
