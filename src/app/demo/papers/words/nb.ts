import type { Words } from './types.ts'

export const nb: Words = {
  title: {
    bill: 'Faktura', creditNote: 'Kreditnota', reminder: 'Purring', deliveryNote: 'Pakkseddel', order: 'Ordrebekreftelse',
    quote: 'Tilbud', statement: 'Kontoutskrift',
  },
  number: { bill: 'Fakturanr.', creditNote: 'Kreditnotanr.', deliveryNote: 'Pakkseddelnr.', order: 'Ordrenr.', quote: 'Tilbudsnr.' },
  date: {
    bill: 'Fakturadato', creditNote: 'Dato', reminder: 'Purredato', deliveryNote: 'Leveringsdato', order: 'Ordredato', quote: 'Tilbudsdato',
  },
  due: 'Forfallsdato', validUntil: 'Gyldig til', customer: 'Kundenr.', terms: 'Betalingsbetingelser',
  termDays: (days) => `Netto ${days} dager`,
  interest: 'Forsinkelsesrente', interestRate: '12,25 %', yourReference: 'Deres ref.', ourReference: 'Vår ref.',
  yourOrder: 'Deres ordrenr.', delivered: 'Levert', period: 'Periode',
  pageOf: (page, of) => `Side ${page} av ${of}`,
  code: 'Varenr.', what: 'Beskrivelse', quantity: 'Antall', unit: 'Enhet', price: 'Enhetspris', amount: 'Beløp', rate: 'Mva.',
  net: 'Netto', vat: (rate) => (rate === null ? 'Merverdiavgift' : `Mva. ${rate} %`), vatBasis: 'Grunnlag', rounding: 'Øreavrunding',
  total: 'Å betale', creditTotal: 'Til gode', toPayBefore: (date) => `Betales innen ${date}`,
  reference: 'KID', quoteReference: 'Ved betaling, bruk KID', account: 'Kontonummer', iban: 'IBAN', bic: 'SWIFT/BIC',
  organisation: 'Org.nr.', vatNumber: 'Mva-nr.', phone: 'Telefon', mail: 'E-post', web: 'Nettsted', address: 'Adresse',
  seller: 'Selger', buyer: 'Kjøper', status: 'Foretaksregisteret',
  reverseCharge: 'Fakturert uten mva. – omvendt avgiftsplikt', buyerVat: 'Kjøpers mva-nr.', creditOf: 'Krediterer faktura',
  reminderText: (number, date) =>
    `Vi kan ikke se å ha mottatt betaling for faktura ${number} med forfall ${date}. Vi ber om at beløpet betales innen 14 dager. Ved manglende betaling blir kravet sendt til inkasso uten ytterligere varsel. Har du betalt de siste dagene, kan du se bort fra denne purringen.`,
  reminderFee: 'Purregebyr', originalTotal: 'Opprinnelig beløp', received: 'Mottatt av', parcels: 'Antall kolli',
  quoteText: 'Vi viser til hyggelig forespørsel og har gleden av å tilby følgende. Alle priser er oppgitt uten merverdiavgift der ikke annet er sagt.',
  orderText: 'Takk for bestillingen. Vi bekrefter den slik; gi beskjed innen to dager hvis noe ikke stemmer.',
  thanks: 'Takk for at du handler hos oss.', scan: 'Skann og betal',
  units: {
    piece: 'stk.', pack: 'pk.', roll: 'rull', hour: 'timer', month: 'mnd.', kwh: 'kWh', night: 'døgn', kilo: 'kg', metre: 'm', trip: 'turer',
    sum: 'RS', licence: 'lis.',
  },
}
