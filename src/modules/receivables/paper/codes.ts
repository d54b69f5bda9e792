/** The payment code of the European Payments Council (EPC069-12, version 2): what a banking app reads. */
import bwipjs from 'bwip-js/node'
import { isCreditorReference, isIban } from '../../../formats/references/international.ts'
import { decimalOfMoney } from '../../../kernel/money.ts'
import type { Paper } from '../contract/shapes.ts'

/** The text of the code; null where it cannot be paid so: another currency than the euro, no IBAN. */
export function paymentCode({ seller, payable, reference, number, type }: Paper): string | null {
  const iban = seller.iban?.replaceAll(' ', '').toUpperCase()
  if (type !== 'invoice' || payable.currency !== 'EUR' || !iban || !isIban(iban)) return null
  if (payable.minor < 1n || payable.minor > 99_999_999_999n) return null
  const structured = reference && isCreditorReference(reference.value) ? reference.value : ''
  return [
    'BCD',
    '002',
    '1',
    'SCT',
    seller.bic ?? '',
    seller.name.slice(0, 70),
    iban,
    `EUR${decimalOfMoney(payable)}`,
    '',
    structured,
    structured ? '' : (reference?.value ?? number ?? '').slice(0, 140),
  ].join('\n')
}

interface Matrix {
  readonly pixs: ArrayLike<number>
  readonly pixx: number
  readonly pixy: number
}

/** A QR code (ISO/IEC 18004) in vectors, level M as the EPC wants it. */
export function drawCode(pdf: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void {
  const [matrix] = bwipjs.raw('qrcode', text, 'eclevel=M') as unknown as Matrix[]
  if (matrix === undefined) throw new Error('no QR code')
  const cell = size / matrix.pixx
  for (let row = 0; row < matrix.pixy; row++)
    for (let column = 0; column < matrix.pixx; column++)
      if (matrix.pixs[row * matrix.pixx + column] === 1)
        pdf.rect(x + column * cell, y + row * cell, cell * 1.02, cell * 1.02)
  pdf.fill('#000')
}
