import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { after, test } from 'node:test'
import { type ReadLine, readFiles } from './doors.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'kontor-read-'))
after(() => rmSync(folder, { recursive: true, force: true }))

async function call(...argv: string[]): Promise<{ code: number; text: string }> {
  const out = new PassThrough()
  const chunks: Buffer[] = []
  out.on('data', (chunk: Buffer) => chunks.push(chunk))
  const code = await readFiles(argv, out)
  return { code, text: Buffer.concat(chunks).toString() }
}

function file(name: string, content: string): string {
  const full = path.join(folder, name)
  writeFileSync(full, content)
  return full
}

const bill = `Faktura 7781
Fakturadatum: 2026-05-02
Förfallodatum: 2026-06-01
Belopp exkl. moms: 800,00 kr
Moms 25 %: 200,00 kr
Att betala: 1 000,00 kr
OCR: 12345674
Bankgiro: 5050-1170
`

test('one JSON line a file, in the order of the files, also for those that could not be read', async () => {
  const paths = [
    file('a.txt', bill),
    path.join(folder, 'missing.pdf'),
    folder,
    file('broken.pdf', '%PDF-1.7 nothing'),
    file('b.txt', 'Hello'),
  ]
  const { code, text } = await call('--json', '--language', 'sv', ...paths)
  assert.equal(code, 0)
  const lines = text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as ReadLine)
  assert.deepEqual(
    lines.map(line => line.file),
    paths,
  )
  const [first, missing, directory, broken, last] = lines
  assert.deepEqual(
    {
      kind: first?.kind,
      number: first?.number,
      issuedOn: first?.issuedOn,
      dueOn: first?.dueOn,
      net: first?.net,
      vat: first?.vat,
      total: first?.total,
      reference: first?.reference,
      iban: first?.iban,
      error: first?.error,
    },
    {
      kind: 'bill',
      number: '7781',
      issuedOn: '2026-05-02',
      dueOn: '2026-06-01',
      net: '800.00',
      vat: '200.00',
      total: '1000.00',
      reference: '12345674',
      iban: null,
      error: null,
    },
  )
  assert.match(missing?.error ?? '', /^file-not-found/)
  assert.equal(directory?.error, 'not-a-file')
  assert.ok(broken?.error, 'says why')
  assert.equal(last?.error, null)
  assert.match(last?.text ?? '', /Hello/)
})

test('a summary for people, and the usage for a wrong call', async () => {
  const { code, text } = await call(file('c.txt', bill))
  assert.equal(code, 0)
  assert.match(text, /c\.txt: bill, 1 page, sv\n/)
  assert.match(text, /✓ total +1000\.00/)
  for (const argv of [[], ['--nonsense', 'x'], ['--language', '../x', 'x'], ['--pdf', 'o.pdf', 'x', 'y']]) {
    const wrong = await call(...argv)
    assert.equal(wrong.code, 2)
    assert.match(wrong.text, /kontor read FILE/)
  }
})
