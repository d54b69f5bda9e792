import type { Words } from './types.ts'

export const nl: Words = {
  title: {
    bill: 'Factuur', creditNote: 'Creditfactuur', reminder: 'Betalingsherinnering', deliveryNote: 'Pakbon', order: 'Opdrachtbevestiging',
    quote: 'Offerte', statement: 'Rekeningafschrift',
  },
  number: { bill: 'Factuurnummer', creditNote: 'Creditfactuurnr.', deliveryNote: 'Pakbonnummer', order: 'Ordernummer', quote: 'Offertenummer' },
  date: {
    bill: 'Factuurdatum', creditNote: 'Creditdatum', reminder: 'Datum herinnering', deliveryNote: 'Leverdatum', order: 'Orderdatum',
    quote: 'Offertedatum',
  },
  due: 'Vervaldatum', validUntil: 'Geldig tot', customer: 'Klantnummer', terms: 'Betalingstermijn',
  termDays: (days) => `${days} dagen na factuurdatum`,
  interest: 'Wettelijke handelsrente', interestRate: 'van toepassing', yourReference: 'Uw referentie', ourReference: 'Onze referentie',
  yourOrder: 'Uw order', delivered: 'Geleverd op', period: 'Periode',
  pageOf: (page, of) => `Pagina ${page} van ${of}`,
  code: 'Artikel', what: 'Omschrijving', quantity: 'Aantal', unit: 'Eenheid', price: 'Prijs', amount: 'Bedrag', rate: 'Btw',
  net: 'Totaal exclusief btw', vat: (rate) => (rate === null ? 'Btw' : `Btw ${rate}%`), vatBasis: 'Grondslag', rounding: 'Afronding',
  total: 'Te betalen', creditTotal: 'Te ontvangen', toPayBefore: (date) => `Wij verzoeken u het bedrag vóór ${date} over te maken`,
  reference: 'Betalingskenmerk', quoteReference: 'onder vermelding van betalingskenmerk', account: 'Rekening', iban: 'IBAN', bic: 'BIC',
  organisation: 'KvK-nummer', vatNumber: 'Btw-id', phone: 'Telefoon', mail: 'E-mail', web: 'Website', address: 'Adres',
  seller: 'Leverancier', buyer: 'Afnemer',
  status: 'Op al onze leveringen zijn onze algemene voorwaarden van toepassing, gedeponeerd bij de Kamer van Koophandel.',
  reverseCharge: 'Btw verlegd', buyerVat: 'Btw-nummer afnemer', creditOf: 'Creditering van factuur',
  reminderText: (number, date) =>
    `Wellicht is het aan uw aandacht ontsnapt, maar wij hebben de betaling van factuur ${number} met vervaldatum ${date} nog niet ontvangen. Wij verzoeken u vriendelijk het bedrag binnen 14 dagen na dagtekening van deze brief over te maken. Heeft u inmiddels betaald, dan kunt u deze herinnering als niet verzonden beschouwen.`,
  reminderFee: 'Administratiekosten', originalTotal: 'Factuurbedrag', received: 'Voor ontvangst', parcels: 'Aantal colli',
  quoteText: 'Hartelijk dank voor uw aanvraag. Graag bieden wij u het volgende vrijblijvend aan.',
  orderText: 'Hartelijk dank voor uw opdracht, die wij hierbij als volgt bevestigen.',
  thanks: 'Wij danken u voor uw vertrouwen.', scan: 'Scan en betaal',
  units: {
    piece: 'st.', pack: 'pak', roll: 'rol', hour: 'uur', month: 'mnd', kwh: 'kWh', night: 'nachten', kilo: 'kg', metre: 'm', trip: 'ritten',
    sum: 'post', licence: 'lic.',
  },
}
