/** What stands around the text of a letter in a Word file, in the places where it is printed: frames that stand still while one writes. */
import type { SheetFacts } from './sheet.ts'
import { mm } from './items.ts'
import { windowAt } from './windows.ts'

/** Twentieths of a point, as Word counts; of millimetres. */
export const twips = (millimetres: number): number => Math.round(millimetres * mm * 20)
const ofPoints = (points: number): number => Math.round(points * 20)

/** From the page's left upper corner. */
interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

export const frame = ({ x, y, width }: Place): string =>
  `<w:framePr w:w="${width}" w:hSpace="0" w:vSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="${x}" w:y="${y}"/>`

export interface Writer {
  run(text: string, properties?: string): string
  paragraph(runs: string, style?: string, more?: string): string
}

const left = twips(25)
const wide = twips(165)
export const headPlace: Place = { x: left, y: twips(14), width: twips(84) }

/** Where it goes back to, small; the address in the window; what it is of and answers, beside. */
export function windowOf({ head, address, references }: SheetFacts, { run, paragraph }: Writer): string {
  const { x, y, width } = windowAt(head.window)
  const window = { x: ofPoints(x), width: ofPoints(width) }
  const back = [head.name, ...head.address].join(' · ')
  const beside = {
    x: head.window === 'right' ? left : twips(125),
    // a line of exact height has its words lower than ours: a millimetre
    y: head.window === 'right' ? twips(41.4) : twips(45.4),
    width: twips(65),
  }
  const tab = `<w:tabs><w:tab w:val="left" w:pos="${twips(28)}"/></w:tabs>`
  return [
    paragraph(run(back), 'Back', frame({ ...window, y: ofPoints(y - 4.6 * mm) })),
    ...address.slice(0, 8).map(line => paragraph(run(line), 'Address', frame({ ...window, y: ofPoints(y) }))),
    ...references.map(({ label, value }) =>
      paragraph(
        `${run(label)}<w:r><w:tab/></w:r>${run(value, '<w:color w:val="16181A"/><w:sz w:val="18"/>')}`,
        'Reference',
        frame(beside) + tab,
      ),
    ),
    // the text begins beneath the window, whatever stands in it
    paragraph('', '', `<w:spacing w:after="0" w:line="${twips(98 - 34)}" w:lineRule="exact"/>`),
  ].join('')
}

/** `2 (3)`, as the word processor counts. */
const page = ({ run }: Writer): string => {
  const field = (name: string) => `<w:fldSimple w:instr=" ${name} ">${run('1')}</w:fldSimple>`
  return `<w:r><w:tab/></w:r>${field('PAGE')}${run(' (')}${field('NUMPAGES')}${run(')')}`
}

const part = (name: 'hdr' | 'ftr', inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inner}</w:${name}>`

const rule = (side: 'top' | 'bottom', space: number) =>
  `<w:pBdr><w:${side} w:val="single" w:sz="4" w:space="${space}" w:color="5C5F63"/></w:pBdr>`

/** Pages that follow say whose letter they are of, and which they are. */
export function nextHead({ head, address, references }: SheetFacts, writer: Writer): string {
  const of = [head.name, address[0], ...references.slice(0, 2).map(({ value }) => value)].filter(Boolean).join(' · ')
  const tab = `<w:tabs><w:tab w:val="right" w:pos="${wide}"/></w:tabs>`
  return part('hdr', writer.paragraph(writer.run(of) + page(writer), 'Foot', rule('bottom', 5) + tab))
}

const footColumns = ({ head }: SheetFacts): readonly (readonly string[])[] =>
  [[head.name, ...head.address], head.reach, head.numbers].map(lines => lines.slice(0, 5))
const footRows = (facts: SheetFacts): number => Math.max(...footColumns(facts).map(lines => lines.length))

/** How far above the page's edge the foot ends, so that it begins at 270 mm: lines of 7.5 points, 1.3 times as high. */
export const footDistance = (facts: SheetFacts): number => Math.max(200, twips(27) - footRows(facts) * 195)

/** Three columns at the foot of each page. */
export function foot(facts: SheetFacts, { run, paragraph }: Writer): string {
  const columns = footColumns(facts)
  const tabs = `<w:tabs>${[55, 110].map(at => `<w:tab w:val="left" w:pos="${twips(at)}"/>`).join('')}</w:tabs>`
  const tab = '<w:r><w:tab/></w:r>'
  const lines = Array.from({ length: footRows(facts) }, (_, row) => {
    const [first = '', second = '', third = ''] = columns.map(column => column[row] ?? '')
    const rest = third ? `${tab}${run(second)}${tab}${run(third)}` : second ? tab + run(second) : ''
    return paragraph(run(first) + rest, 'Foot', (row === 0 ? rule('top', 6) : '') + tabs)
  })
  return part('ftr', lines.join(''))
}
