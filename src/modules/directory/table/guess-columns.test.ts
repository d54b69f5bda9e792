import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeTable } from '../../../kernel/table/decode.ts'
import { guessColumns } from './guess-columns.ts'
import { readRows } from './read-rows.ts'
import { splitTable } from '../../../kernel/table/split.ts'

const columns = (text: string) => guessColumns(text).mapping.columns.join(' ')

test('headers in six languages', () => {
  assert.equal(
    columns(
      'First name\tLast name\tCompany\tJob title\tE-mail\tMobile\nAnna\tBerg\tAcme Ltd\tClerk\ta@b.example\t+44 7700 900123',
    ),
    'givenName familyName organisation role email mobile',
  )
  assert.equal(
    columns(
      'Förnamn;Efternamn;Företag;Befattning;E-postadress;Mobil\nÅsa;Öberg;Klippan AB;Ekonom;a@b.example;070-1234567',
    ),
    'givenName familyName organisation role email mobile',
  )
  assert.equal(
    columns(
      'Navn;Bedrift;Stilling;E-post;Mobilnummer;Postnr;Sted\nKåre Ås;Fjord AS;Leder;k@b.example;41234567;0150;Oslo',
    ),
    'name organisation role email mobile postcode city',
  )
  assert.equal(
    columns(
      'Voornaam,Achternaam,Bedrijf,E-mailadres,Telefoonnummer,Postcode,Plaats\nJan,de Vries,Tulp BV,j@b.example,020-1234567,1012 AB,Amsterdam',
    ),
    'givenName familyName organisation email phone postcode city',
  )
  assert.equal(
    columns(
      'Prenume;Nume de familie;Firmă;Adresă e-mail;Telefon;Localitate;CUI\nȘtefan;Țepeș;Dunărea SRL;s@b.example;0721 123 456;Iași;RO123456',
    ),
    'givenName familyName organisation email phone city companyNumber',
  )
  assert.equal(
    columns(
      'Nome;Empresa;Função;Correio eletrónico;Telemóvel;Código postal;Localidade\nJoão Gonçalves;Lda X Lda;Gerente;j@b.example;912345678;1100-148;Lisboa',
    ),
    'name organisation role email mobile postcode city',
  )
  // a list of firms only: their name is the name
  assert.equal(columns('Företag;Orgnr;Bankgiro\nKlippan AB;556016-0680;5050-1055'), 'name companyNumber account')
})

test('without a header, from what stands there', () => {
  const guess = guessColumns(
    'Karin Öberg\tkarin@x.example\t070-123 45 67\t417 03 Göteborg\nLars Ekdahl\tlars@x.example\t+46 70 765 43 21\t414 51 Göteborg',
  )
  assert.deepEqual([guess.mapping.header, guess.mapping.columns.join(' ')], [false, 'name email mobile postcodeCity'])
  for (const confidence of guess.confidence) assert.ok(confidence >= 0.6)
})

test('what is only called so is not believed against what stands there', () => {
  assert.equal(columns('Namn;Adress\nA B;a@b.example\nC D;c@d.example'), 'name email')
})

test('bytes of spreadsheets: UTF-8, Windows-1252, UTF-16, and UTF-8 read wrongly once', () => {
  const text = 'Namn;Ort\nÅsa Öberg;Växjö\n'
  const latin = Uint8Array.from(text, letter => letter.charCodeAt(0))
  for (const bytes of [
    new TextEncoder().encode(text),
    new TextEncoder().encode(`\ufeff${text}`),
    latin,
    Buffer.from(`\ufeff${text}`, 'utf16le'),
  ]) {
    const [party] = readRows(decodeTable(bytes), guessColumns(decodeTable(bytes)).mapping, 'auto', 'SE').parties
    assert.deepEqual([party?.name, party?.city], ['Åsa Öberg', 'Växjö'])
  }
  const wrong = new TextDecoder('windows-1252').decode(new TextEncoder().encode('Nume;Oraș\nȘtefan Țîrlea;Brașov\n'))
  const [party] = readRows(wrong, guessColumns(wrong).mapping, 'auto', 'RO').parties
  assert.equal(party?.name, 'Ștefan Țîrlea')
})

test('rows: names turned round, several addresses in a cell, kinds told apart, accounts only when right', () => {
  const text =
    'Namn;E-post;Konto\n"Öberg, Karin";a@b.example, c@d.example;SE45 5000 0000 0583 9825 7466\nKlippan AB;;SE46 5000 0000 0583 9825 7466\n'
  const [karin, klippan] = readRows(text, guessColumns(text).mapping, 'auto', 'SE').parties
  assert.deepEqual(
    [karin?.kind, karin?.name, karin?.familyName, karin?.emails, karin?.account?.scheme],
    ['person', 'Karin Öberg', 'Öberg', ['a@b.example', 'c@d.example'], 'iban'],
  )
  assert.deepEqual([klippan?.kind, klippan?.account], ['organisation', null])
})

test('a written table is read back cell by cell, whatever stands in the cells', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map(text => text.trim())
    .filter(text => !text.includes('\ufeff') && text.isWellFormed())
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\t' as const, ';' as const, ',' as const),
      (rows, separator) => {
        const kept = rows.filter(row => row.some(value => value !== ''))
        const written = kept
          .map(row => row.map(value => `"${value.replaceAll('"', '""')}"`).join(separator))
          .join('\r\n')
        assert.deepEqual(splitTable(written, separator), kept)
      },
    ),
  )
})

test('any text whatever is guessed and read without a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
      const { mapping, confidence } = guessColumns(text)
      assert.equal(mapping.columns.length, confidence.length)
      for (const { name } of readRows(text, mapping, 'auto', 'SE').parties)
        assert.ok(name.length > 0 && name.length <= 200)
    }),
    { numRuns: 300 },
  )
})
