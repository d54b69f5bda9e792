import type { ReadInvoice } from '../reading.ts'

/** The country of a party's address, in capitals; empty where it says none. */
export function addressCountry({ invoice }: ReadInvoice, role: 'seller' | 'buyer' | 'taxRepresentative'): string {
  return invoice[role]?.address?.country?.text.toUpperCase() ?? ''
}

/** Whose national rules apply: by the seller's VAT number, else that of the representative, else the address. */
export function sellerCountry(read: ReadInvoice): string {
  const { seller, taxRepresentative } = read.invoice
  const prefix = (seller?.vatId ?? taxRepresentative?.vatId)?.text.slice(0, 2).toUpperCase()
  return prefix ?? (addressCountry(read, 'seller') || 'XX')
}

export function buyerCountry(read: ReadInvoice): string {
  const prefix = read.invoice.buyer?.vatId?.text.slice(0, 2).toUpperCase()
  return prefix ?? (addressCountry(read, 'buyer') || 'XX')
}

/** Seller and buyer both have their address in Germany. */
export function isGerman(read: ReadInvoice): boolean {
  return addressCountry(read, 'seller') === 'DE' && addressCountry(read, 'buyer') === 'DE'
}
