import bwipjs from 'bwip-js/node'
import type { Sheet } from '../sheet.ts'

interface Matrix {
  readonly pixs: ArrayLike<number>
  readonly pixx: number
  readonly pixy: number
}

/** A QR code as vector squares: `size` points wide without its quiet zone. */
export const drawQr = (sheet: Sheet, text: string, x: number, y: number, size: number): void => {
  const [matrix] = bwipjs.raw('qrcode', text, 'eclevel=M') as unknown as Matrix[]
  if (matrix === undefined) throw new Error('no QR matrix')
  const cell = size / matrix.pixx
  const { doc } = sheet
  for (let row = 0; row < matrix.pixy; row++) {
    for (let column = 0; column < matrix.pixx; column++) {
      if (matrix.pixs[row * matrix.pixx + column] !== 1) continue
      let wide = 1
      while (column + wide < matrix.pixx && matrix.pixs[row * matrix.pixx + column + wide] === 1) wide++
      // A hair of overlap keeps viewers from showing seams between rows.
      doc.rect(x + column * cell, y + row * cell, wide * cell, cell * 1.02)
      column += wide - 1
    }
  }
  doc.fill('#000000')
}
