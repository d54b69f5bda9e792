import type { Words } from './types.ts'

export const sv: Words = {
  title: {
    bill: 'FAKTURA', creditNote: 'KREDITFAKTURA', reminder: 'BETALNINGSPÅMINNELSE', deliveryNote: 'FÖLJESEDEL',
    order: 'ORDERBEKRÄFTELSE', quote: 'OFFERT', statement: 'KONTOUTDRAG',
  },
  number: { bill: 'Fakturanummer', creditNote: 'Kreditfakturanr', deliveryNote: 'Följesedelsnr', order: 'Ordernummer', quote: 'Offertnummer' },
  date: {
    bill: 'Fakturadatum', creditNote: 'Kreditfakturadatum', reminder: 'Påminnelsedatum', deliveryNote: 'Leveransdatum',
    order: 'Orderdatum', quote: 'Offertdatum',
  },
  due: 'Förfallodatum', validUntil: 'Giltig till', customer: 'Kundnummer', terms: 'Villkor',
  termDays: (days) => `${days} dagar netto`,
  interest: 'Dröjsmålsränta', interestRate: '8 %', yourReference: 'Er referens', ourReference: 'Vår referens',
  yourOrder: 'Er order', delivered: 'Leverans', period: 'Avser period',
  pageOf: (page, of) => `Sida ${page} av ${of}`,
  code: 'Art.', what: 'Benämning', quantity: 'Antal', unit: 'Enhet', price: 'À-pris', amount: 'Belopp', rate: 'Moms',
  net: 'Netto', vat: (rate) => (rate === null ? 'Moms' : `Moms ${rate} %`), vatBasis: 'Underlag', rounding: 'Öresavrundning',
  total: 'Att betala', creditTotal: 'Er tillgodo', toPayBefore: (date) => `Oss tillhanda senast ${date}`,
  reference: 'OCR-nummer', quoteReference: 'Vid betalning ange OCR-nummer', account: 'Bankgiro', iban: 'IBAN', bic: 'BIC',
  organisation: 'Org.nr', vatNumber: 'Momsreg.nr', phone: 'Telefon', mail: 'E-post', web: 'Webb', address: 'Adress',
  seller: 'Säljare', buyer: 'Köpare', status: 'Godkänd för F-skatt',
  reverseCharge: 'Omvänd betalningsskyldighet', buyerVat: 'Köparens momsreg.nr', creditOf: 'Krediterar faktura',
  reminderText: (number, date) =>
    `Enligt vår bokföring har vi ännu inte fått betalt för faktura ${number}, som förföll ${date}. Har ni redan betalat ber vi er bortse från denna påminnelse. I annat fall vill vi ha beloppet oss tillhanda inom åtta dagar; därefter lämnas ärendet till inkasso.`,
  reminderFee: 'Påminnelseavgift', originalTotal: 'Fakturans belopp', received: 'Mottaget av', parcels: 'Antal kollin',
  quoteText: 'Tack för er förfrågan. Vi erbjuder oss att utföra och leverera nedanstående enligt ABT 06, fast pris utan index.',
  orderText: 'Tack för er beställning. Vi bekräftar den så här; hör av er inom två dagar om något inte stämmer.',
  thanks: 'Tack för att ni anlitar oss.', scan: 'Skanna och betala',
  units: {
    piece: 'st', pack: 'pkt', roll: 'rl', hour: 'tim', month: 'mån', kwh: 'kWh', night: 'nätter', kilo: 'kg', metre: 'm', trip: 'resor',
    sum: 'st', licence: 'lic',
  },
}
