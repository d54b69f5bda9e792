import type { Words } from './types.ts'

/** German is no language of Kontor; a Swedish architect's office gets German bills all the same. */
export const de: Words = {
  title: {
    bill: 'Rechnung', creditNote: 'Rechnungskorrektur', reminder: 'Zahlungserinnerung', deliveryNote: 'Lieferschein',
    order: 'Auftragsbestätigung', quote: 'Angebot', statement: 'Kontoauszug',
  },
  number: { bill: 'Rechnungs-Nr.', creditNote: 'Korrektur-Nr.', deliveryNote: 'Lieferschein-Nr.', order: 'Auftrags-Nr.', quote: 'Angebots-Nr.' },
  date: {
    bill: 'Rechnungsdatum', creditNote: 'Datum', reminder: 'Datum', deliveryNote: 'Lieferdatum', order: 'Auftragsdatum', quote: 'Angebotsdatum',
  },
  due: 'Zahlbar bis', validUntil: 'Gültig bis', customer: 'Kunden-Nr.', terms: 'Zahlungsziel',
  termDays: (days) => `${days} Tage netto`,
  interest: 'Verzugszinsen', interestRate: '9 % über Basiszins', yourReference: 'Ihr Zeichen', ourReference: 'Unser Zeichen',
  yourOrder: 'Ihre Bestellung', delivered: 'Leistungsdatum', period: 'Zeitraum',
  pageOf: (page, of) => `Seite ${page} von ${of}`,
  code: 'Pos.', what: 'Bezeichnung', quantity: 'Menge', unit: 'Einheit', price: 'Einzelpreis', amount: 'Gesamt', rate: 'USt.',
  net: 'Nettobetrag', vat: (rate) => (rate === null ? 'Umsatzsteuer' : `USt. ${rate} %`), vatBasis: 'Basis', rounding: 'Rundung',
  total: 'Rechnungsbetrag', creditTotal: 'Gutschriftsbetrag', toPayBefore: (date) => `Bitte überweisen Sie den Betrag bis zum ${date}`,
  reference: 'Verwendungszweck', quoteReference: 'Verwendungszweck', account: 'Konto', iban: 'IBAN', bic: 'BIC',
  organisation: 'Handelsregister', vatNumber: 'USt-IdNr.', phone: 'Telefon', mail: 'E-Mail', web: 'Internet', address: 'Anschrift',
  seller: 'Absender', buyer: 'Rechnungsempfänger', status: 'Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum.',
  reverseCharge: 'Innergemeinschaftliche Lieferung, steuerfrei nach § 4 Nr. 1b UStG', buyerVat: 'USt-IdNr. des Kunden',
  creditOf: 'Korrektur zu Rechnung',
  reminderText: (number, date) =>
    `Sicher ist es Ihrer Aufmerksamkeit entgangen, dass unsere Rechnung ${number}, fällig am ${date}, noch offen ist. Bitte überweisen Sie den Betrag innerhalb von zehn Tagen.`,
  reminderFee: 'Mahngebühr', originalTotal: 'Rechnungsbetrag', received: 'Ware erhalten', parcels: 'Packstücke',
  quoteText: 'Vielen Dank für Ihre Anfrage. Wir bieten Ihnen freibleibend an:',
  orderText: 'Vielen Dank für Ihren Auftrag, den wir wie folgt bestätigen.',
  thanks: 'Vielen Dank für Ihren Auftrag.', scan: 'Scannen und bezahlen',
  units: {
    piece: 'Stk.', pack: 'Pkg.', roll: 'Rolle', hour: 'Std.', month: 'Monat', kwh: 'kWh', night: 'Nächte', kilo: 'kg', metre: 'm',
    trip: 'Fahrten', sum: 'psch.', licence: 'Liz.',
  },
}
