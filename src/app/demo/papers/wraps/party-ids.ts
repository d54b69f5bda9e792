import type { Country } from '../types.ts'

/** Peppol participant scheme (EAS code) and value that a company of the country is registered under. */
export const endpointOf = (party: {
  readonly country: Country
  readonly organisation: string
  readonly vat: string
}): readonly [scheme: string, value: string] => {
  const digits = party.organisation.replace(/[^0-9]/g, '')
  switch (party.country) {
    case 'SE':
      return ['0007', digits]
    case 'NO':
      return ['0192', digits]
    case 'NL':
      return ['0106', digits]
    case 'RO':
      return ['9947', party.vat]
    case 'PT':
      return ['9946', party.vat]
    case 'GB':
      return ['9932', party.vat]
    case 'IE':
      return ['9935', party.vat]
    case 'DE':
      return ['9930', party.vat]
  }
}

/** Number of the company register without blanks, as BT-30 carries it. */
export const registerOf = (party: { readonly country: Country; readonly organisation: string }): string =>
  party.country === 'SE' || party.country === 'NO' ? party.organisation.replace(/[^0-9]/g, '') : party.organisation

/** `414 63 Göteborg` into postcode and town; what has no postcode gives a town alone. */
export const townOf = (town: string): { readonly postcode: string; readonly city: string } => {
  const dutch =
    /^(\d{4} [A-Z]{2}) (.+)$/.exec(town) ??
    /^(\d{3} \d{2}) (.+)$/.exec(town) ??
    /^(\d{4}-\d{3}) (.+)$/.exec(town) ??
    /^(\d{4,6}) (.+)$/.exec(town)
  if (dutch) return { postcode: dutch[1] ?? '', city: dutch[2] ?? '' }
  const british = /^(.+?),? ([A-Z]{1,2}\d[\dA-Z]? ?\d?[A-Z\d]{2,4})$/.exec(town)
  return british
    ? { postcode: british[2] ?? '', city: (british[1] ?? '').replace(/,$/, '') }
    : { postcode: '', city: town }
}
