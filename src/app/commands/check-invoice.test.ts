import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { type CheckLine, checkInvoices } from './check-invoice.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'kontor-check-'))

function file(name: string, content: string): string {
  const whole = path.join(folder, name)
  writeFileSync(whole, content)
  return whole
}

async function run(...argv: string[]): Promise<{ code: number; said: string; lines: CheckLine[] }> {
  let said = ''
  const out = new Writable({
    write(chunk, _, done) {
      said += String(chunk)
      done()
    },
  })
  const code = await checkInvoices(argv, out)
  const lines = argv.includes('--json')
    ? said
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as CheckLine)
    : []
  return { code, said, lines }
}

const bare = file(
  'bare.xml',
  `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ID>7</cbc:ID>
</Invoice>`,
)

test('a line a file says what is wrong, where and by which rule', async () => {
  const { code, lines } = await run('--json', bare)
  assert.equal(code, 1)
  assert.deepEqual(
    [lines[0]?.file, lines[0]?.syntax, lines[0]?.profile, lines[0]?.error],
    [bare, 'ubl', 'peppol-bis-3', null],
  )
  const rules = lines[0]?.findings.map(one => one.rule) ?? []
  assert.ok(['BR-03', 'BR-16', 'PEPPOL-EN16931-R001'].every(rule => rules.includes(rule)))
  assert.ok(!rules.includes('BR-02'))
  assert.deepEqual(
    lines[0]?.findings.find(one => one.rule === 'BR-03'),
    {
      rule: 'BR-03',
      severity: 'fatal',
      location: '/Invoice (line 1)',
      message: 'An invoice has an issue date (BT-2).',
    },
  )
})

test('what is no invoice, hostile or not there is said, and the other files go on', async () => {
  const bomb = file('bomb.xml', '<!DOCTYPE x [<!ENTITY a "b">]><Invoice>&a;</Invoice>')
  const { code, lines } = await run('--json', bomb, file('other.xml', '<order/>'), path.join(folder, 'none.xml'), bare)
  assert.equal(code, 1)
  assert.deepEqual(
    lines.map(one => one.error),
    ['xml-doctype (line 1)', 'no-e-invoice', 'file-not-found', null],
  )
})

test('for people it is text; a wrong call says how', async () => {
  const { said } = await run(bare)
  assert.match(said, /peppol-bis-3: \d+ fatal, \d+ warnings\n {2}✗ BR-03 /)
  assert.equal((await run()).code, 2)
  assert.equal((await run('--nonsense', bare)).code, 2)
})

test('where the schema of the syntax is at hand, what breaks it is found too', async () => {
  // two elements and no more: `bare` keeps it, one with a date does not
  file(
    'UBL-Invoice-2.1.xsd',
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">
  <xs:element name="Invoice"><xs:complexType><xs:sequence><xs:any minOccurs="1" maxOccurs="2" processContents="skip"/></xs:sequence></xs:complexType></xs:element>
</xs:schema>`,
  )
  const dated = file(
    'dated.xml',
    readFileSync(bare, 'utf8').replace('</Invoice>', '<cbc:IssueDate>2026-11-22</cbc:IssueDate></Invoice>'),
  )
  const was = process.env['KONTOR_SCHEMAS']
  process.env['KONTOR_SCHEMAS'] = folder
  try {
    const { lines } = await run('--json', bare, dated)
    const broken = lines.map(({ findings }) => findings.filter(({ rule }) => rule === 'XSD'))
    assert.deepEqual(
      broken.map(all => all.length),
      [0, 1],
    )
    assert.match(broken[1]![0]!.location, /^line \d+$/)
  } finally {
    if (was === undefined) delete process.env['KONTOR_SCHEMAS']
    else process.env['KONTOR_SCHEMAS'] = was
  }
})
