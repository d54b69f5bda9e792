import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from '../reading/types.ts'
import { letter, paper } from './paper-for-tests.ts'
import { expectFields } from './expect-for-tests.ts'
import { recognise } from './recognise.ts'
import type { DocumentKind } from './types.ts'

const papers: readonly (readonly [DocumentKind, string, readonly string[]])[] = [
  [
    'application',
    'sv',
    [
      'Ansökan om tjänsten som ekonomiassistent',
      'Stockholm den 3 mars 2026',
      'Hej!',
      'Jag söker härmed tjänsten som ekonomiassistent hos er.',
      'Min arbetslivserfarenhet omfattar tio år inom redovisning.',
      'Referenser lämnas på begäran.',
      'Med vänliga hälsningar',
      'Maria Ek',
    ],
  ],
  [
    'application',
    'en',
    [
      'Curriculum Vitae',
      'Jane Doe',
      'Work experience',
      '2019-2025 Office manager, Harbour Ltd',
      'Education',
      '2015 BA, University of Leeds',
      'Languages: English, Spanish',
      'References available on request',
    ],
  ],
  [
    'application',
    'nb',
    [
      'Søknad på stilling som resepsjonist',
      'Jeg søker herved på stillingen som resepsjonist.',
      'Utdanning og arbeidserfaring fremgår av vedlagt CV.',
      'Vennlig hilsen',
      'Ola Nordmann',
    ],
  ],
  [
    'application',
    'nl',
    [
      'Sollicitatie receptioniste',
      'Geachte mevrouw,',
      'Hierbij solliciteer ik; mijn werkervaring en opleiding vindt u in mijn cv.',
      'Met vriendelijke groet',
    ],
  ],
  [
    'application',
    'ro',
    [
      'Curriculum vitae',
      'Popescu Ana',
      'Experiență profesională',
      '2019-2025 secretară',
      'Educație și formare',
      'Limbi străine: engleza',
      'Permis de conducere: B',
    ],
  ],
  [
    'application',
    'pt',
    [
      'Candidatura ao lugar de rececionista',
      'Exmos. Senhores,',
      'Venho por este meio apresentar a minha candidatura.',
      'A minha experiência profissional consta do currículo anexo.',
      'Com os melhores cumprimentos',
    ],
  ],
  [
    'permit',
    'sv',
    [
      'Beslut om tillstånd',
      'Serveringstillstånd',
      'Nämnden beviljar Krogen AB tillstånd.',
      'Tillståndet gäller till och med 2027-12-31.',
      'Villkor',
      'Hur man överklagar',
    ],
  ],
  [
    'permit',
    'en',
    [
      'Premises licence',
      'Licence number PL-2201',
      'Permission is hereby granted to Harbour Ltd.',
      'Valid until 31 December 2027',
      'Conditions of the permit',
    ],
  ],
  [
    'permit',
    'nb',
    [
      'Skjenkebevilling',
      'Kommunen har innvilget bevilling.',
      'Gyldig til 31.12.2027',
      'Bevillingshaver: Havna AS',
      'Klagefrist tre uker',
    ],
  ],
  [
    'permit',
    'nl',
    [
      'Omgevingsvergunning',
      'Burgemeester en wethouders besluiten de vergunning te verlenen.',
      'Geldig tot 31-12-2027',
      'Bezwaar',
      'Voorschriften',
    ],
  ],
  [
    'permit',
    'ro',
    [
      'Autorizație de funcționare',
      'Primăria autorizează, în baza cererii, titularul.',
      'Valabilă până la 31.12.2027',
      'Condiții',
    ],
  ],
  [
    'permit',
    'pt',
    ['Alvará de licença', 'A Câmara Municipal concede ao titular da licença.', 'Válida até 31/12/2027', 'Condições'],
  ],
  [
    'contract',
    'sv',
    [
      'Hyresavtal',
      'Mellan Fastighets AB, nedan kallad hyresvärden, och Kontor AB',
      'Parterna har kommit överens om följande.',
      'Uppsägningstid nio månader.',
      'Avtalstid: 2026-04-01 till 2029-03-31',
      'Detta avtal är upprättat i två exemplar.',
    ],
  ],
  [
    'contract',
    'en',
    [
      'Service Agreement',
      'This agreement is made between the parties below.',
      'The term begins on 1 April 2026. The notice period is three months.',
      'Governing law: England.',
    ],
  ],
  [
    'contract',
    'ro',
    [
      'Contract de prestări servicii',
      'Părțile contractante au convenit:',
      'Obiectul contractului',
      'Durata contractului este de 12 luni.',
      'Forță majoră',
      'Încheiat în două exemplare.',
    ],
  ],
  [
    'contract',
    'pt',
    [
      'Contrato de arrendamento',
      'Entre o primeiro outorgante e o segundo outorgante é celebrado:',
      'Cláusula primeira',
      'Denúncia',
      'Feito em duplicado.',
    ],
  ],
  [
    'contract',
    'nl',
    [
      'Huurovereenkomst',
      'De partijen komen overeen:',
      'Opzegtermijn drie maanden',
      'In tweevoud opgemaakt',
      'Nederlands recht',
    ],
  ],
  [
    'delivery-note',
    'sv',
    ['Följesedel', 'Följesedelsnr 5512', 'Godsmottagare: Kontor AB', 'Antal kolli 3', 'Levererat antal', 'Mottaget av'],
  ],
  ['delivery-note', 'nl', ['Pakbon', 'Pakbonnummer 5512', 'Aantal geleverd', 'Colli 3', 'Handtekening ontvanger']],
  [
    'delivery-note',
    'ro',
    ['Aviz de însoțire a mărfii', 'Cantitate livrată', 'Mijloc de transport B 12 ABC', 'Am primit', 'Am predat'],
  ],
  [
    'delivery-note',
    'pt',
    ['Guia de remessa', 'Local de carga: Porto', 'Local de descarga: Lisboa', 'Volumes 3', 'Recebido por'],
  ],
  [
    'order',
    'nb',
    ['Ordrebekreftelse', 'Takk for din bestilling.', 'Vi bekrefter følgende ordre.', 'Ønsket leveringsdato 12.03.2026'],
  ],
  [
    'quote',
    'sv',
    [
      'Offert',
      'Offertnummer 88',
      'Vi tackar för er förfrågan och har nöjet att offerera.',
      'Offerten gäller till 2026-04-30',
    ],
  ],
  [
    'quote',
    'pt',
    [
      'Orçamento n.º 12',
      'No seguimento do vosso pedido apresentamos a nossa proposta.',
      'Orçamento válido até 30/04/2026',
    ],
  ],
  [
    'minutes',
    'sv',
    [
      'Protokoll fört vid styrelsemöte',
      'Närvarande: Eva Lind, Per Ek',
      '§ 1 Mötet öppnades av ordförande',
      '§ 2 Val av justerare',
      'Övriga frågor',
      'Mötet avslutades',
    ],
  ],
  [
    'minutes',
    'en',
    [
      'Minutes of the board meeting',
      'Present: A. Hale, B. Stone',
      'Apologies: none',
      'Action items',
      'Any other business',
      'Next meeting: 3 May 2026',
    ],
  ],
  [
    'statement',
    'nb',
    ['Kontoutskrift', 'Inngående saldo 1 200,00', 'Bokføringsdato', 'Rentedato', 'Utgående saldo 900,00'],
  ],
  [
    'certificate',
    'ro',
    [
      'Adeverință',
      'Prin prezenta se adeverește că d-na Popescu Ana este angajată.',
      'Eliberat prezenta pentru a servi la bancă.',
    ],
  ],
  [
    'reminder',
    'pt',
    [
      'Aviso de pagamento em atraso',
      'Não recebemos o pagamento da fatura FT 2026/3, já vencida.',
      'Valor em dívida: 120,00 €',
      'Pague até 30/04/2026',
    ],
  ],
  [
    'reminder',
    'ro',
    [
      'Somație de plată',
      'Factura nr. 123 nu a fost achitată. Suma restantă: 1.200,00 lei.',
      'Penalități de întârziere',
      'Vă rugăm să achitați până la data de 30.04.2026',
    ],
  ],
  [
    'advertising',
    'nl',
    [
      'Speciale aanbieding',
      'Bestel nu en profiteer van kortingscode LENTE',
      'Alleen nu, zolang de voorraad strekt',
      'Uitschrijven',
    ],
  ],
  [
    'letter',
    'en',
    [
      'Dear Mr Hale,',
      'Thank you for your visit last week.',
      'We look forward to the next one.',
      'Yours sincerely,',
      'B. Stone',
    ],
  ],
]

test('papers of every kind are told apart in the languages of the office', () => {
  const wrong = papers.flatMap(([kind, language, lines]) => {
    const found = recognise(letter(language, lines))
    return found.kind === kind ? [] : [`${language} ${lines[0]}: ${found.kind} instead of ${kind}`]
  })
  assert.deepEqual(wrong, [])
})

test('until when a permit, a quote and a contract hold', () => {
  for (const [index, expected] of [
    [6, '2027-12-31'],
    [7, '2027-12-31'],
    [8, '2027-12-31'],
    [9, '2027-12-31'],
    [10, '2027-12-31'],
    [11, '2027-12-31'],
    [22, '2026-04-30'],
    [23, '2026-04-30'],
  ] as const) {
    const [kind, language, lines] = papers[index] ?? assert.fail()
    expectFields(letter(language, lines), kind, { validUntil: expected, dueOn: null })
  }
})

test('a period of a contract', () => {
  const [kind, language, lines] = papers[12] ?? assert.fail()
  expectFields(letter(language, lines), kind, { periodFrom: '2026-04-01', periodTo: '2029-03-31' })
})

test('a mail says who, when and what about', () => {
  const reading: Reading = {
    ...letter('en', ['Hello, see you on Monday.']),
    mediaKind: 'mail',
    mail: {
      from: { name: 'Ana Popescu', address: 'ana@example.org' },
      to: ['office@example.org'],
      subject: 'Monday',
      date: '2026-03-03T10:00:00+02:00',
      messageId: null,
    },
  }
  expectFields(reading, 'mail', { senderName: 'Ana Popescu', issuedOn: '2026-03-03', subject: 'Monday', total: null })
})

test('a sender known to the office is matched by number, account or folded name', () => {
  const reading = paper('sv', [
    [60, 50, 'NORDKONTOR AB', 16],
    [400, 50, 'Faktura', 18],
    [60, 700, 'Bankgiro 530-2195'],
    [60, 714, 'Momsreg.nr SE556677889901'],
    [300, 400, 'Att betala'],
    [480, 400, '100,00'],
  ])
  const known = { id: '7', name: 'Nordkontor i Sverige AB' }
  for (const sender of [
    { ...known, vatNumber: 'SE556677889901' },
    { ...known, accounts: ['5302195'] },
  ]) {
    const found = recognise(reading, {
      knownSenders: [{ id: '1', name: 'Somebody else AB', vatNumber: 'SE559123456101' }, sender],
    })
    assert.equal(found.knownSender, '7')
    assert.equal(found.fields.find(field => field.name === 'senderName')?.value, 'Nordkontor i Sverige AB')
  }
  assert.equal(recognise(reading, { knownSenders: [{ id: '9', name: 'Nordkontor AB' }] }).knownSender, '9')
  assert.equal(recognise(reading, { knownSenders: [{ id: '9', name: 'Nord AB' }] }).knownSender, null)
})
