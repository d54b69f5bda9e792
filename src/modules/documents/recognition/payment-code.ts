import type { Code } from '../reading/types.ts'
import { isoDate } from './date.ts'
import { toHundredths } from './decimal.ts'
import type { DocumentKind } from './types.ts'

/** What a QR code on a bill states. Amounts in hundredths. */
export interface PaymentCode {
  readonly code: Code
  readonly scheme: 'epc' | 'portuguese-fiscal' | 'swiss-qr' | 'using-qr'
  readonly senderName?: string
  readonly senderVatNumber?: string
  readonly iban?: string
  readonly bic?: string
  readonly account?: string
  readonly total?: bigint
  readonly vat?: bigint
  readonly currency?: string
  readonly reference?: string
  readonly number?: string
  readonly issuedOn?: string
  readonly dueOn?: string
  readonly kind?: DocumentKind
}

/** The first code that is one of the known payment or fiscal codes. */
export function readPaymentCode(codes: readonly Code[]): PaymentCode | null {
  for (const code of codes.slice(0, 50)) {
    const read = epc(code) ?? portuguese(code) ?? swiss(code) ?? usingQr(code)
    if (read) return read
  }
  return null
}

function linesOf(code: Code): string[] {
  return code.text
    .slice(0, 4000)
    .split(/\r?\n/)
    .map(line => line.trim())
}

function clean<T extends object>(facts: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  ) as { [K in keyof T]: NonNullable<T[K]> }
}

/** EPC069-12: `BCD`, version, character set, `SCT`, BIC, name, IBAN, `EUR12.30`, purpose, structured reference, text. */
function epc(code: Code): PaymentCode | null {
  const lines = linesOf(code)
  if (lines[0] !== 'BCD' || lines[3] !== 'SCT') return null
  const amount = /^([A-Z]{3})(\d+(?:\.\d{1,2})?)$/.exec(lines[7] ?? '')
  return {
    code,
    scheme: 'epc',
    ...clean({
      bic: lines[4],
      senderName: lines[5],
      iban: (lines[6] ?? '').replace(/\s/g, ''),
      currency: amount?.[1] ?? 'EUR',
      total: amount?.[2] ? toHundredths(amount[2]) : null,
      reference: lines[9] || undefined,
    }),
  } as PaymentCode
}

/** Types of document (D) that are not ordinary bills. */
const portugueseKinds: Readonly<Record<string, DocumentKind>> = {
  NC: 'credit-note',
  FS: 'receipt',
  RC: 'receipt',
  RG: 'receipt',
  GT: 'delivery-note',
  GR: 'delivery-note',
  NE: 'order',
  OR: 'quote',
}

/** Portaria 195/2020: `A:123456789*B:…*F:20260131*G:FT 2026/1*…*N:23.00*O:123.00*…`. */
function portuguese(code: Code): PaymentCode | null {
  if (!/^A:\d{9}\*B:/.test(code.text)) return null
  const facts = new Map(
    code.text
      .slice(0, 4000)
      .split('*')
      .map(part => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)] as const),
  )
  const date = /^(\d{4})(\d{2})(\d{2})$/.exec(facts.get('F') ?? '')
  return {
    code,
    scheme: 'portuguese-fiscal',
    ...clean({
      senderVatNumber: `PT${facts.get('A')}`,
      number: facts.get('G'),
      kind: portugueseKinds[facts.get('D') ?? ''],
      currency: 'EUR',
      issuedOn: date ? isoDate(Number(date[1]), Number(date[2]), Number(date[3])) : null,
      vat: toHundredths(facts.get('N') ?? ''),
      total: toHundredths(facts.get('O') ?? ''),
    }),
  } as PaymentCode
}

/** Swiss QR bill (SIX IG 2.3): `SPC`, 0200, 1, IBAN, creditor (7 lines), … amount at 18, currency at 19, reference at 28. */
function swiss(code: Code): PaymentCode | null {
  const lines = linesOf(code)
  if (lines[0] !== 'SPC' || !/^02/.test(lines[1] ?? '')) return null
  return {
    code,
    scheme: 'swiss-qr',
    ...clean({
      iban: lines[3],
      senderName: lines[5],
      total: toHundredths(lines[18] ?? ''),
      currency: lines[19],
      reference: lines[28],
    }),
  } as PaymentCode
}

/** UsingQR ("QR-faktura"): JSON with `nme`, `cid`, `iref`, `idt`, `ddt`, `due`, `vat`, `pt`, `acc`, `bc`. */
function usingQr(code: Code): PaymentCode | null {
  if (!code.text.startsWith('{') || code.text.length > 4000) return null
  let facts: Record<string, unknown>
  try {
    facts = JSON.parse(code.text) as Record<string, unknown>
  } catch {
    return null
  }
  if (facts.uqr === undefined) return null
  const text = (key: string): string =>
    typeof facts[key] === 'string' || typeof facts[key] === 'number' ? String(facts[key]) : ''
  const day = (key: string): string | null => {
    const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text(key))
    return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
  }
  const isIban = text('pt') === 'IBAN'
  return {
    code,
    scheme: 'using-qr',
    ...clean({
      senderName: text('nme'),
      reference: text('iref'),
      issuedOn: day('idt'),
      dueOn: day('ddt'),
      total: toHundredths(text('due')),
      vat: text('vat') === '' ? null : toHundredths(text('vat')),
      currency: text('cur') || 'SEK',
      iban: isIban ? text('acc') : '',
      account: isIban ? '' : text('acc'),
      bic: text('bc'),
    }),
  } as PaymentCode
}
