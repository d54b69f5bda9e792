import type { Words } from './types.ts'

export const en: Words = {
  title: {
    bill: 'INVOICE', creditNote: 'CREDIT NOTE', reminder: 'Payment reminder', deliveryNote: 'DELIVERY NOTE', order: 'ORDER CONFIRMATION',
    quote: 'QUOTATION', statement: 'STATEMENT OF ACCOUNT',
  },
  number: { bill: 'Invoice no.', creditNote: 'Credit note no.', deliveryNote: 'Delivery note no.', order: 'Order no.', quote: 'Quotation no.' },
  date: {
    bill: 'Invoice date', creditNote: 'Credit note date', reminder: 'Date', deliveryNote: 'Despatch date', order: 'Order date',
    quote: 'Quotation date',
  },
  due: 'Due date', validUntil: 'Valid until', customer: 'Account no.', terms: 'Terms',
  termDays: (days) => `${days} days net`,
  interest: 'Late payment', interestRate: '8% over base rate', yourReference: 'Your ref.', ourReference: 'Our ref.',
  yourOrder: 'Your PO', delivered: 'Supplied on', period: 'Period',
  pageOf: (page, of) => `Page ${page} of ${of}`,
  code: 'Item', what: 'Description', quantity: 'Qty', unit: 'Unit', price: 'Unit price', amount: 'Amount', rate: 'VAT',
  net: 'Subtotal', vat: (rate) => (rate === null ? 'VAT' : `VAT ${rate}%`), vatBasis: 'Net', rounding: 'Rounding',
  total: 'Total due', creditTotal: 'Total credit', toPayBefore: (date) => `Please pay by ${date}`,
  reference: 'Payment reference', quoteReference: 'Please quote', account: 'Account', iban: 'IBAN', bic: 'BIC',
  organisation: 'Company no.', vatNumber: 'VAT no.', phone: 'Telephone', mail: 'Email', web: 'Web', address: 'Registered office',
  seller: 'From', buyer: 'Bill to', status: 'We reserve the right to claim statutory interest under the late payment legislation.',
  reverseCharge: 'Reverse charge: customer to account for VAT', buyerVat: 'Customer VAT no.', creditOf: 'Credit against invoice',
  reminderText: (number, date) =>
    `According to our records, invoice ${number}, which fell due on ${date}, remains unpaid. We would be grateful if you could settle the outstanding amount within seven days. If your payment has crossed with this letter, please accept our thanks and disregard this reminder.`,
  reminderFee: 'Late payment charge', originalTotal: 'Invoice amount', received: 'Received by', parcels: 'No. of parcels',
  quoteText: 'Thank you for your enquiry. We are pleased to quote as follows, subject to our standard terms and conditions.',
  orderText: 'Thank you for your order, which we confirm as follows. Please tell us within two days if anything is wrong.',
  thanks: 'Thank you for your business.', scan: 'Scan to pay',
  units: {
    piece: 'ea', pack: 'pk', roll: 'roll', hour: 'hrs', month: 'mth', kwh: 'kWh', night: 'nights', kilo: 'kg', metre: 'm', trip: 'trips',
    sum: 'lot', licence: 'lic',
  },
}
