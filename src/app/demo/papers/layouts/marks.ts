import type { Mark } from '../parties/types.ts'
import type { Sheet } from '../sheet.ts'

/** Outlines within a square of 27 units. */
const outlines: Readonly<
  Record<Exclude<Mark, 'monogram'>, readonly { readonly d: string; readonly fill?: true; readonly width?: number }[]>
> = {
  spiral: [
    { d: 'M13.5 1.5a12 12 0 1 1 0 24a12 12 0 1 1 0 -24', width: 2.4 },
    { d: 'M13.5 6a7.5 7.5 0 1 1-7.5 7.5 5 5 0 1 1 10 0 2.5 2.5 0 0 1-5 0', width: 2 },
  ],
  roof: [{ d: 'M2 14 13.5 4 25 14v10H16v-7h-5v7H2z', fill: true }],
  wave: [
    { d: 'M1 9c4-5 8-5 12.5 0S22 14 26 9', width: 2.4 },
    { d: 'M1 15c4-5 8-5 12.5 0S22 20 26 15', width: 2.4 },
    { d: 'M1 21c4-5 8-5 12.5 0S22 26 26 21', width: 2.4 },
  ],
  leaf: [{ d: 'M4 23C2 11 10 3 24 3c0 14-7 21-17 19C10 15 14 11 19 8 12 10 8 15 4 23z', fill: true }],
  hexagon: [
    { d: 'M13.5 1.5 24 7.5v12l-10.5 6L3 19.5v-12z', width: 2.4 },
    { d: 'M3 7.5 13.5 13.5 24 7.5M13.5 13.5v12', width: 1.8 },
  ],
  bars: [{ d: 'M3 16h5v9H3zM11 9h5v16h-5zM19 2h5v23h-5z', fill: true }],
  arch: [{ d: 'M2 25V14a11.5 11.5 0 0 1 23 0v11h-6V14a5.5 5.5 0 0 0-11 0v11z', fill: true }],
  bolt: [{ d: 'M15.5 1 4 15.5h8L10.500 26 23 10.500h-8z', fill: true }],
  drop: [{ d: 'M13.5 1.500C19 9 22.500 13 22.500 17a9 9 0 0 1-18 0c0-4 3.500-8 9-15.500z', fill: true }],
  key: [{ d: 'M8 5a8 8 0 1 1 0 16 8 8 0 1 1 0-16M16 13h10M22 13v5', width: 3 }],
  ring: [
    { d: 'M13.5 2a11.500 11.500 0 1 1 0 23 11.500 11.500 0 1 1 0-23', width: 3 },
    { d: 'M13.5 9.500a4 4 0 1 1 0 8 4 4 0 1 1 0-8', fill: true },
  ],
}

/** Draws a company's mark, `size` points high, its top left corner at x, y. */
export const drawMark = (
  sheet: Sheet,
  mark: Mark,
  x: number,
  y: number,
  size: number,
  colour: string,
  name: string,
): void => {
  if (mark === 'monogram') {
    sheet.area(x, y, size, size, { fill: colour })
    const letters = name
      .split(/[\s&]+/)
      .filter(word => /^[\p{Lu}]/u.test(word))
      .slice(0, 2)
      .map(word => word[0])
      .join('')
    sheet.text(letters, x + size / 2, y + size * 0.68, {
      size: size * 0.5,
      weight: 'bold',
      colour: '#ffffff',
      align: 'centre',
    })
    return
  }
  const { doc } = sheet
  doc
    .save()
    .translate(x, y)
    .scale(size / 27)
  for (const { d, fill, width } of outlines[mark]) {
    doc.path(d)
    if (fill) doc.fill(colour)
    else
      doc
        .lineWidth(width ?? 2)
        .strokeColor(colour)
        .stroke()
  }
  doc.restore()
}
