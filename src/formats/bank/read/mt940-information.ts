/** What stands in tag 86 of MT940: free text, or one of the dialects in which banks put fields into it. */
import type { Counterparty, LineReference } from '../model.ts'
import { accountOf, bicOf, said } from './parts.ts'
import { referencesIn, structuredReference } from './references-in-text.ts'

export interface Information {
  readonly text: string
  readonly counterparty: Counterparty | null
  readonly endToEndId: string | null
  readonly paymentInfoId: string | null
  readonly references: readonly LineReference[]
  /** The bank's own code for the kind of booking, where the dialect has one. */
  readonly code: string | null
  readonly reversal: boolean
}

/** Reads tag 86 from its lines. */
export function readInformation(lines: readonly string[]): Information {
  const first = lines[0] ?? ''
  // 166?00GUTSCHRIFT?20SVWZ+…: a code and fields of two digits after a sign. Lines are cut anywhere, so they are joined as they are.
  const german = /^(\d{3})([^0-9A-Za-z\s,.:;+-])\d{2}/.exec(first) ?? /^(\d{3})([^0-9A-Za-z\s])(?=00)/.exec(first)
  if (german?.[1] && german[2]) return fromNumbered(german[1], lines.join('').slice(3), german[2])
  const joined = lines.join('')
  if (/^\/[A-Z]{3,4}\//.test(first) && /\/(?:EREF|REMI|CNTP|IBAN|NAME|TRTP|BENM|ORDP|MARF|PREF|RTRN)\//.test(joined))
    return fromNamed(joined)
  const text = lines
    .map(line => line.trim())
    .join('\n')
    .trim()
  return {
    text,
    counterparty: null,
    endToEndId: null,
    paymentInfoId: null,
    references: referencesIn(text),
    code: null,
    reversal: false,
  }
}

/** Purposes within the numbered dialect: `SVWZ+` is the text, `EREF+` what the payer called it. */
const purposes = /(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP)\+/

/** The numbered dialect (German banks, mBank and others): ?00 kind, ?20-29 and ?60-63 text, ?30 bank, ?31 account, ?32-33 name. */
function fromNumbered(code: string, body: string, sign: string): Information {
  const fields = new Map<number, string>()
  for (const part of body.split(sign).slice(1)) {
    const match = /^(\d{2})(.*)$/su.exec(part)
    if (match?.[1]) fields.set(Number(match[1]), (fields.get(Number(match[1])) ?? '') + (match[2] ?? ''))
  }
  const pieces = [...fields].filter(([number]) => (number >= 20 && number <= 29) || (number >= 60 && number <= 63))
  const raw = pieces.map(([, piece]) => piece)
  const { named, plain } = splitPurposes(raw)
  const text = said(named['SVWZ'] ?? plain.map(piece => piece.trim()).join('\n')) ?? said(fields.get(0)) ?? ''
  const name = said(`${fields.get(32) ?? ''}${fields.get(33) ?? ''}`)
  const account = accountOf(named['IBAN'] ?? fields.get(31) ?? '')
  const bic = bicOf(named['BIC'] ?? fields.get(30))
  return {
    text,
    counterparty: name || account ? { name, account, bic } : null,
    endToEndId: notNone(named['EREF']),
    paymentInfoId: notNone(named['KREF']),
    references: referencesIn(text),
    code: [code, said(fields.get(0))].filter(Boolean).join(' '),
    reversal: code === '159' || code === '109' || fields.has(34),
  }
}

/** Parts of the purpose by their names; without any name all is plain text. */
function splitPurposes(pieces: readonly string[]): { named: Record<string, string>; plain: string[] } {
  const joined = pieces.join('')
  if (!purposes.test(joined)) return { named: {}, plain: [...pieces] }
  const named: Record<string, string> = {}
  const parts = joined.split(purposes)
  for (let at = 1; at + 1 < parts.length; at += 2) {
    const key = parts[at] as string
    named[key] = ((named[key] ?? '') + (parts[at + 1] as string)).trim()
  }
  if (said(parts[0]) && named['SVWZ'] === undefined) named['SVWZ'] = (parts[0] as string).trim()
  return { named, plain: [] }
}

const words = [
  'TRTP',
  'RTYP',
  'EREF',
  'PREF',
  'IREF',
  'KREF',
  'MARF',
  'CSID',
  'CNTP',
  'REMI',
  'PURP',
  'ULTC',
  'ULTB',
  'ULTD',
  'EXCH',
  'CHGS',
  'RTRN',
  'BENM',
  'ORDP',
  'NAME',
  'IBAN',
  'BIC',
  'ID',
  'ADDR',
  'ISDT',
  'NRTX',
  'SWOC',
  'SWOD',
  'OCMT',
  'SVCL',
  'CREF',
  'PACC',
  'ACCW',
]
const word = new RegExp(`/(${words.join('|')})/`, 'g')

/** The named dialect of Dutch banks: `/TRTP/SEPA OVERBOEKING/IBAN/NL…/NAME/…/REMI/…`, `/CNTP/iban/bic/name/city/`. */
function fromNamed(joined: string): Information {
  const fields = new Map<string, string>()
  const marks = [...joined.matchAll(word)]
  marks.forEach((mark, index) => {
    const from = (mark.index ?? 0) + mark[0].length
    const to = marks[index + 1]?.index ?? joined.length
    const key = mark[1] as string
    // A slash closes a field, or opens the next word; what is empty after BENM or ORDP is only a heading.
    if (!fields.has(key)) fields.set(key, joined.slice(from, Math.max(from, to)).replace(/^\/|\/$/g, ''))
  })
  const party = (fields.get('CNTP') ?? '').split('/')
  const name = said(fields.get('NAME')) ?? said(party[2])
  const account = accountOf(fields.get('IBAN') ?? fields.get('ACCW')?.split(',')[0] ?? party[0] ?? '')
  const bic = bicOf(fields.get('BIC') ?? fields.get('ACCW')?.split(',')[1] ?? party[1])
  const { text, references } = remittance(fields.get('REMI') ?? '')
  return {
    text: text || said(fields.get('TRTP')) || '',
    counterparty: name || account ? { name, account, bic } : null,
    endToEndId: notNone(fields.get('EREF')),
    paymentInfoId: notNone(fields.get('PREF')),
    references,
    code: said(fields.get('TRTP')),
    reversal: fields.has('RTRN') || fields.has('RTYP'),
  }
}

/** `USTD//text`, `STRD/CUR/reference`, or the text alone. */
function remittance(field: string): { text: string; references: LineReference[] } {
  const structured = /^STRD\/(CUR|ISO|[A-Z0-9]*)\/(.+)$/su.exec(field)
  if (structured?.[2]) {
    const scheme = structured[1] === 'CUR' ? 'betalingskenmerk' : undefined
    const value = structured[2].replace(/^\/+/, '')
    return { text: value, references: [structuredReference(value, scheme)] }
  }
  const text = field.replace(/^USTD\/{0,2}/, '').trim()
  return { text, references: referencesIn(text) }
}

function notNone(text: string | undefined): string | null {
  const value = said(text)
  return value === null || /^(?:NOT ?PROVIDED|NOTPROVIDED|NONREF)$/i.test(value) ? null : value
}
