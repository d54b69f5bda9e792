import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { languages, translate } from '../../../kernel/language/catalogue.ts'
import { columnMeanings } from '../contract.ts'
import { directory } from '../index.ts'
import { fold } from '../../../kernel/language/fold.ts'
import { guessColumns } from '../table/guess-columns.ts'
import { meaningOfHeader } from '../table/header-words.ts'
import { accountsOf, addressesOf, type ReadParty, readRows } from '../table/read-rows.ts'
import type { CardFacts } from './card-facts.ts'
import { areCards, readCards } from './read-cards.ts'
import { writeCards } from './write-cards.ts'
import { writeTable } from './write-table.ts'

const word = fc.stringMatching(/^[A-ZÅÄÖȘŢ][a-zåäöéșțñ]{1,9}$/)
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map(list => list.join(' '))
/** What breaks naive writers: separators, quotes, line ends, escapes, long lines, other scripts. */
const awkward = fc
  .array(
    fc.constantFrom(
      'a',
      'ö',
      ',',
      ';',
      ':',
      '\\',
      '"',
      'n',
      ' ',
      '\n',
      '=',
      '日本',
      '🙂',
      'a very long part of a line',
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join('').trim())
const label = fc.constantFrom('', 'work', 'home', 'växel; dörr 2', 'cell')
const phone = fc.integer({ min: 10_000, max: 99_999 }).map(number => `+46 31 39${number}`)
const email = fc.stringMatching(/^[a-z]{2,8}@[a-z]{2,8}\.example$/)
const iban = fc.constantFrom('SE4550000000058398257466', 'NO9386011117947', 'NL91ABNA0417164300')

const facts: fc.Arbitrary<CardFacts> = fc
  .record({
    id: fc.uuid(),
    isPerson: fc.boolean(),
    givenName: words,
    familyName: words,
    organisation: fc.option(words.map(name => `${name} AB`)),
    role: fc.option(words),
    country: fc.constantFrom(null, 'SE', 'NO', 'RO'),
    language: fc.constantFrom(null, 'sv', 'nb', 'ro'),
    languages: fc.uniqueArray(fc.constantFrom('sv', 'de', 'ar'), { maxLength: 3 }),
    preferredWay: fc.constantFrom(null, 'telephone', 'mail'),
    website: fc.constantFrom(null, 'https://example.se/a?b=c;d,e'),
    note: awkward,
    phones: fc.uniqueArray(phone, { maxLength: 3 }),
    emails: fc.uniqueArray(email, { maxLength: 3 }),
    addresses: fc.array(
      fc.record(
        {
          street: words,
          postcode: fc.constantFrom('', '411 05'),
          city: words,
          country: fc.constantFrom(null, 'SE'),
          label,
        },
        { noNullPrototype: true },
      ),
      { maxLength: 2 },
    ),
    accounts: fc.uniqueArray(iban, { maxLength: 2 }),
    labels: fc.tuple(label, label, label),
  })
  .map(({ isPerson, labels, phones, emails, accounts, organisation, role, ...given }) => ({
    ...given,
    kind: isPerson ? ('person' as const) : ('organisation' as const),
    name: isPerson ? `${given.givenName} ${given.familyName}` : `${given.familyName} AB`,
    givenName: isPerson ? given.givenName : null,
    familyName: isPerson ? given.familyName : null,
    organisation: isPerson ? organisation : null,
    role: isPerson ? role : null,
    companyNumber: isPerson ? null : '556016-0680',
    vatNumber: isPerson ? null : 'SE556016068001',
    phones: phones.map((written, at) => ({ written, label: labels[at]! })),
    emails: emails.map((mail, at) => ({ email: mail, label: labels[at]! })),
    accounts: accounts.map(number => ({ scheme: 'iban', number })),
    changedAt: Temporal.Instant.from('2026-11-24T08:00:00Z'),
  }))

/** A party as both directions tell it. */
const told = (read: ReadParty) => ({
  kind: read.kind,
  name: read.name,
  givenName: read.givenName,
  familyName: read.familyName,
  organisation: read.organisation,
  role: read.role,
  companyNumber: read.companyNumber,
  vatNumber: read.vatNumber,
  language: read.language,
  website: read.website,
  note: read.note,
  phones: read.phones,
  emails: read.emails,
  addresses: addressesOf(read),
  accounts: accountsOf(read).map(account => account.number),
})
const meant = (party: CardFacts) => ({
  kind: party.kind,
  name: party.name,
  givenName: party.givenName,
  familyName: party.familyName,
  organisation: party.organisation,
  role: party.role,
  companyNumber: party.companyNumber,
  vatNumber: party.vatNumber,
  language: party.language ?? party.languages.find(code => ['sv', 'nb', 'ro'].includes(code)) ?? null,
  website: party.website,
  note: party.note,
  phones: party.phones.map(one => one.written),
  emails: party.emails.map(one => one.email),
  addresses: party.addresses,
  accounts: party.accounts.map(one => one.number),
})

for (const version of ['4.0', '3.0'] as const)
  test(`vCard ${version} goes out and comes in as it was`, () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 4 }), parties => {
        const text = writeCards(parties, version)
        assert.ok(areCards(text))
        // RFC 6350, 3.2: lines of at most 75 octets, ended by CRLF
        for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
        const read = readCards(text, 'SE')
        assert.deepEqual(read?.parties.map(told), parties.map(meant))
        assert.deepEqual(
          read?.parties.map(party => [
            party.more?.phoneLabels,
            party.more?.emailLabels,
            party.more?.languages,
            party.more?.preferredWay,
          ]),
          parties.map(party => [
            party.phones.map(one => one.label),
            party.emails.map(one => one.label),
            party.languages,
            party.preferredWay,
          ]),
        )
      }),
      { numRuns: 150 },
    )
  })

test('CSV goes out in each language and comes in as it was, as far as a row says it', () => {
  const row = ({ addresses, accounts, note, ...party }: ReturnType<typeof meant>) => {
    const home = addresses[0] ?? { street: '', postcode: '', city: '' }
    return {
      ...party,
      note: note.replace(/\s+/g, ' ').trim(),
      home: [home.street, home.postcode, home.city],
      account: accounts[0] ?? null,
    }
  }
  const plainNote = facts.map(party => ({ ...party, language: party.language ?? 'sv', languages: [] }))
  for (const language of languages) {
    const words = directory.catalogues[language]
    fc.assert(
      fc.property(fc.array(plainNote, { minLength: 1, maxLength: 4 }), parties => {
        const text = writeTable(
          parties,
          meaning => translate(words[`choice.column.${meaning}`]!, {}, language),
          kind => translate(words[`choice.kind.${kind}`]!, {}, language),
          language === 'en' ? ',' : ';',
        )
        const { mapping } = guessColumns(text.slice(1))
        const read = readRows(text.slice(1), mapping, 'auto', 'SE')
        assert.deepEqual(
          read.parties.map(party => row(told(party) as never)),
          parties.map(party => row(meant(party) as never)),
          text,
        )
      }),
      { numRuns: 60 },
    )
  }
})

test('every column’s own words are known again as its header, in each language', () => {
  for (const language of languages)
    for (const meaning of columnMeanings) {
      if (meaning === 'ignore') continue
      const words = translate(directory.catalogues[language][`choice.column.${meaning}`]!, {}, language)
      assert.equal(meaningOfHeader(fold(words).replace(/[^a-z0-9]+/g, '')), meaning, `${language}: ${words}`)
    }
})

test('cards of other programs are read: groups, types, folded lines; a broken one leaves the others', () => {
  const text = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Öberg;Karin;;;',
    'FN:Karin Öberg',
    'ORG:Hisings Ventilation AB;Service',
    'item1.EMAIL;type=INTERNET;type=pref:Karin@Hisings.example',
    'item1.X-ABLabel:_$!<Work>!$_',
    'TEL;TYPE=CELL,VOICE:+46 70 123 45 67',
    'ADR;TYPE=WORK:;;Hisingsgatan 30;Göteborg;;417 03;SE',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:4.0',
    'FN:Klippan AB',
    'KIND:org',
    'TEL;VALUE=uri:tel:+46-31-390-06-41',
    'END:VCARD',
    'BEGIN:VCARD',
    'this is no property',
    'END:VCARD',
  ].join('\r\n')
  const read = readCards(text, 'SE')!
  assert.deepEqual(
    read.parties.map(party => [
      party.kind,
      party.name,
      party.organisation,
      party.emails,
      party.phones,
      addressesOf(party).map(at => at.city),
    ]),
    [
      [
        'person',
        'Karin Öberg',
        'Hisings Ventilation AB',
        ['karin@hisings.example'],
        ['+46 70 123 45 67'],
        ['Göteborg'],
      ],
      ['organisation', 'Klippan AB', null, [], ['+46-31-390-06-41'], []],
    ],
  )
  assert.deepEqual(read.unusable, [{ row: 3, why: 'unreadable' }])
  assert.equal(readCards('BEGIN:VCARD\nrubbish\nEND:VCARD', 'SE'), null)
})
