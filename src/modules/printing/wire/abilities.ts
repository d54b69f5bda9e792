/** What a printer says of itself, as far as it matters to whoever prints. */
import { attributesOf, numbersOf, textsOf } from '../../../formats/ipp/decode.ts'
import { groupTags, type IppAttribute } from '../../../formats/ipp/types.ts'
import type { Abilities, Marker, PrinterState } from '../contract.ts'
import { ask, keyword, operations } from './operations.ts'
import type { Heard, Reached } from './post.ts'

type Said = ReadonlyMap<string, IppAttribute>

export interface PrinterSeen {
  readonly state: PrinterState
  readonly reasons: readonly string[]
  readonly abilities: Abilities
  readonly markers: readonly Marker[]
  readonly certificate: string | null
}

const states: Readonly<Record<number, PrinterState>> = { 3: 'idle', 4: 'printing', 5: 'stopped' }
/** Any kind of stapling, of RFC 8011 5.2.6 and PWG 5100.1. */
const isStaple = (finishing: number): boolean => finishing === 4 || (finishing >= 20 && finishing <= 31)

/** Paper sources stand apart, or as members of what a page's medium may be said by. */
function traysOf(said: Said): string[] {
  const plain = textsOf(said.get('media-source-supported'))
  return plain.filter(tray => tray !== 'auto')
}

function dpiOf(attribute: IppAttribute | undefined): number {
  const all = (attribute?.values ?? []).flatMap(({ value }) =>
    typeof value === 'object' && 'units' in value && value.units === 3 && value.x === value.y ? [value.x] : [],
  )
  return all.includes(300) ? 300 : (all.toSorted((a, b) => a - b)[0] ?? 0)
}

function mostCopies(attribute: IppAttribute | undefined): number {
  const ranges = (attribute?.values ?? []).flatMap(({ value }) =>
    typeof value === 'object' && 'from' in value ? [value.to] : [],
  )
  return Math.max(1, ...ranges)
}

function abilitiesOf(said: Said): Abilities {
  const texts = (name: string) =>
    textsOf(said.get(name))
      .map(text => text.slice(0, 200))
      .slice(0, 500)
  return {
    model: texts('printer-make-and-model')[0] ?? '',
    formats: texts('document-format-supported'),
    sides: texts('sides-supported'),
    trays: traysOf(said),
    colour: texts('print-color-mode-supported').includes('color') || colourSupported(said),
    staple: numbersOf(said.get('finishings-supported')).some(isStaple),
    copies: mostCopies(said.get('copies-supported')),
    operations: numbersOf(said.get('operations-supported')).slice(0, 200),
    media: texts('media-default')[0] ?? 'iso_a4_210x297mm',
    rasterTypes: texts('pwg-raster-document-type-supported'),
    rasterDpi: dpiOf(said.get('pwg-raster-document-resolution-supported')),
    sizes: sizesOf(said.get('media-size-supported')).slice(0, 500),
    sheetBack: (texts('pwg-raster-document-sheet-back')[0] ?? 'normal').slice(0, 40),
  }
}

/** A size is a number or, of rolls that are cut, from the least to the most (PWG 5100.7, media-size-supported). */
function sizesOf(attribute: IppAttribute | undefined): { x: [number, number]; y: [number, number] }[] {
  return (attribute?.values ?? []).flatMap(({ value }) => {
    if (!Array.isArray(value)) return []
    const span = (name: string): [number, number] | null => {
      const one = (value as readonly IppAttribute[]).find(member => member.name === name)?.values[0]?.value
      if (typeof one === 'number') return [one, one]
      return typeof one === 'object' && 'from' in one ? [one.from, one.to] : null
    }
    const [x, y] = [span('x-dimension'), span('y-dimension')]
    return x && y ? [{ x, y }] : []
  })
}

const colourSupported = (said: Said): boolean => said.get('color-supported')?.values[0]?.value === true

/** −1 to −3 mean that it cannot tell (RFC 3805 and PWG 5100.9). */
function markersOf(said: Said): Marker[] {
  const names = textsOf(said.get('marker-names'))
  const levels = numbersOf(said.get('marker-levels'))
  return names.slice(0, 30).map((name, at) => {
    const level = levels[at]
    return { name: name.slice(0, 200), level: level !== undefined && level >= 0 && level <= 100 ? level : null }
  })
}

export function printerSeen({ answer, certificate }: Heard): PrinterSeen {
  const said = attributesOf(answer, groupTags.printer)
  return {
    state: states[numbersOf(said.get('printer-state'))[0] ?? 0] ?? 'unknown',
    reasons: textsOf(said.get('printer-state-reasons'))
      .filter(reason => reason !== 'none')
      .map(reason => reason.slice(0, 100))
      .slice(0, 30),
    abilities: abilitiesOf(said),
    markers: markersOf(said),
    certificate,
  }
}

export const lookAt = async (reached: Reached): Promise<PrinterSeen> =>
  printerSeen(
    await ask(reached, {
      operation: operations.getPrinterAttributes,
      about: [keyword('requested-attributes', 'all', 'media-col-database')],
    }),
  )
