import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import PostalMime from 'postal-mime'
import { billByMail, forwarded } from '../arrival.ts'
import { billOf, linesOf } from '../bill.ts'
import { chanceFrom } from '../chance.ts'
import { drawBill } from '../layouts/index.ts'
import { almgrenTveit, officesByCountry } from '../offices.ts'
import { partyOf } from '../parties/index.ts'
import { decimal } from '../formats.ts'
import { cii } from './cii.ts'
import { eml } from './mail.ts'
import { docx, xlsx } from './office-files.ts'
import { ubl } from './ubl.ts'
import { zip } from './zip.ts'

const billBy = (key: string) => {
  const seller = partyOf(key)
  const buyer = seller.country === 'DE' ? almgrenTveit : officesByCountry[seller.country]
  return billOf({
    seller,
    buyer,
    number: `${seller.series}${seller.nextNumber}`,
    issuedOn: '2026-11-11',
    lines: linesOf(seller, chanceFrom(key)),
  })
}

test('a mail comes back whole: names, subject, text, attachment byte for byte', async () => {
  const bill = billBy('carpati')
  const sheaf = await drawBill(bill)
  const paper = billByMail(bill, sheaf, '2026-11-12T09:00:00+02:00', { html: true })
  const read = await PostalMime.parse(paper.bytes)
  assert.equal(read.from?.name, 'Atelier Vizual Carpați S.R.L.')
  assert.equal(read.subject, paper.truth.subject)
  assert.match(read.text ?? '', /vă transmitem atașat factura/)
  assert.match(read.html ?? '', /<p>Bună ziua,<\/p>/)
  assert.deepEqual(Buffer.from(read.attachments[0]?.content as ArrayBuffer), Buffer.from(sheaf.pdf))
})

test('a forwarded mail holds the first one whole', async () => {
  const bill = billBy('lindholmen')
  const inner = billByMail(bill, await drawBill(bill), '2026-11-12T09:00:00+01:00')
  const outer = await PostalMime.parse(
    forwarded(inner, almgrenTveit, 'Karin Öberg', '2026-11-13T09:00:00+01:00').bytes,
    { forceRfc822Attachments: true },
  )
  assert.equal(outer.from?.address, 'karin.oberg@almgrentveit.example')
  // The reader hands messages on with bare line feeds.
  assert.equal(
    Buffer.from(outer.attachments[0]?.content as ArrayBuffer)
      .toString('latin1')
      .trimEnd(),
    Buffer.from(inner.bytes).toString('latin1').replaceAll('\r\n', '\n').trimEnd(),
  )
})

test('Latin-1 mails and long subjects survive', async () => {
  const subject = 'Påminnelse om ritning A-40.1-02 för kvarteret Hajen med schakt i sektion B, åter igen'
  const bytes = eml({
    from: { name: 'Åse', address: 'a@x.example' },
    to: { name: 'B', address: 'b@y.example' },
    subject,
    sentAt: new Date('2026-11-24T08:15:00Z'),
    text: 'Hälsningar från Göteborg\n\nmed en rad som är mycket längre än sjuttiosex tecken och därför måste brytas mjukt någonstans på vägen',
    charset: 'iso-8859-1',
    attachments: [],
  })
  const read = await PostalMime.parse(bytes)
  assert.equal(read.subject, subject)
  assert.match(read.text ?? '', /Hälsningar från Göteborg/)
  assert.match(read.text ?? '', /sjuttiosex tecken och därför måste brytas mjukt någonstans på vägen/)
})

test('ZIP, DOCX and XLSX unpack to what went in', () => {
  const at = new Date('2026-11-24T08:00:00Z')
  const bytes = zip([{ name: 'å.txt', bytes: Buffer.from('hej '.repeat(50)) }], at)
  const nameLength = bytes.readUInt16LE(26)
  const packed = bytes.readUInt32LE(18)
  assert.equal(inflateRawSync(bytes.subarray(30 + nameLength, 30 + nameLength + packed)).toString(), 'hej '.repeat(50))
  assert.equal(bytes.subarray(30, 30 + nameLength).toString(), 'å.txt')
  assert.deepEqual(docx(['Rubrik', 'Å & Ä'], at), docx(['Rubrik', 'Å & Ä'], at))
  assert.equal(xlsx('Nycklar', [['Namn', 1]], at).readUInt32LE(0), 0x04034b50)
})

test('UBL and CII carry the totals of the bill; a foreign bill is reverse charged', () => {
  for (const key of ['lindholmen', 'vandijk', 'cortica', 'finch']) {
    const bill = billBy(key)
    assert.match(
      ubl(bill),
      new RegExp(`<cbc:PayableAmount currencyID="${bill.currency}">${decimal(bill.totals.total_minor)}<`),
    )
    assert.match(cii(bill), new RegExp(`<ram:DuePayableAmount>${decimal(bill.totals.total_minor)}<`))
  }
  const seller = partyOf('plancert')
  const foreign = billOf({
    seller,
    buyer: almgrenTveit,
    number: 'PC1',
    issuedOn: '2026-11-11',
    lines: linesOf(seller, chanceFrom('p')),
  })
  assert.equal(foreign.totals.vat_minor, 0)
  assert.match(ubl(foreign), /VATEX-EU-AE/)
})
