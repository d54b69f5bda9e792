import { dateOf } from './arrival.ts'
import type { Chance } from './chance.ts'
import { type ScanFormat, endings, mediaTypes, scanFile } from './scans/files.ts'
import { onOneGlass, photographed } from './scans/photograph.ts'
import { rasterise } from './scans/raster.ts'
import { type Wear, worn } from './scans/wear.ts'
import { emptyTruth } from './truth.ts'
import type { Paper, Sheaf, Truth } from './types.ts'

/** Scanned papers keep their facts but not the places: the page has been moved on the glass. */
const scannedTruth = (truth: Truth): Truth => ({ ...truth, printed: truth.printed.map(one => ({ ...one, box: null })) })

export const scanName = (arrivedAt: string, serial: number, format: ScanFormat): string =>
  `SCAN_${arrivedAt.slice(0, 10).replaceAll('-', '')}_${String(serial).padStart(4, '0')}.${endings[format]}`

/** The sheaf on paper, worn and scanned. Formats that hold one picture get the first page, and the truth of that page. */
export const scanned = async (
  sheaf: Sheaf,
  wear: Wear,
  format: ScanFormat,
  arrivedAt: string,
  serial: number,
  chance: Chance,
): Promise<Paper> => {
  const all = await rasterise(sheaf.pdf, wear.dpi)
  const single = format === 'jpeg' || format === 'png'
  const pages = await Promise.all(
    (single ? all.slice(0, 1) : all).map((page, i) =>
      worn(page, i === 0 ? wear : withoutMarks(wear), chance.fork(`page ${i}`)),
    ),
  )
  const bytes = await scanFile(pages, format, {
    dpi: wear.dpi,
    scannedAt: dateOf(arrivedAt),
    ...(wear.grey ? { grey: true } : {}),
    quality: chance.whole(62, 86),
  })
  const truth = scannedTruth(sheaf.truth)
  return {
    name: scanName(arrivedAt, serial, format),
    mediaType: mediaTypes[format],
    bytes,
    arrivesBy: 'scan',
    arrivedAt,
    truth: single
      ? { ...truth, text: truth.text.split('\f')[0] ?? '', printed: truth.printed.filter(({ page }) => page === 1) }
      : truth,
  }
}

const withoutMarks = ({ stamp: _stamp, note: _note, ...rest }: Wear): Wear => rest

export const receiptPhoto = async (sheaf: Sheaf, arrivedAt: string, serial: number, chance: Chance): Promise<Paper> => {
  const picture = await photographed(sheaf.pdf, chance.whole(-12, 12), chance)
  return {
    name: `IMG_${arrivedAt.slice(0, 10).replaceAll('-', '')}_${String(100000 + serial).slice(1)}.jpg`,
    mediaType: 'image/jpeg',
    bytes: await scanFile([picture], 'jpeg', { dpi: 230, scannedAt: dateOf(arrivedAt), quality: 80 }),
    truth: scannedTruth(sheaf.truth),
    arrivesBy: 'upload',
    arrivedAt,
  }
}

/** Several receipts on one glass: a scan that has to be split. */
export const receiptsTogether = async (
  sheaves: readonly Sheaf[],
  arrivedAt: string,
  serial: number,
  chance: Chance,
): Promise<Paper> => {
  const picture = await onOneGlass(
    sheaves.map(({ pdf }) => pdf),
    200,
    chance,
  )
  return {
    name: scanName(arrivedAt, serial, 'pdf'),
    mediaType: 'application/pdf',
    bytes: await scanFile([picture], 'pdf', { dpi: 200, scannedAt: dateOf(arrivedAt), quality: 82 }),
    truth: {
      ...emptyTruth,
      kind: 'receipt',
      language: sheaves[0]?.truth.language ?? 'en',
      inside: sheaves.map(({ name, truth }) => ({ name, truth: scannedTruth(truth) })),
      note: 'several receipts on one page, to be split',
    },
    arrivesBy: 'scan',
    arrivedAt,
  }
}

/** Where the front desk brings its stamp down: mostly where the page is empty, now and then over the head. */
const stampPlaces = [
  { x: 0.58, y: 0.55 },
  { x: 0.52, y: 0.62 },
  { x: 0.6, y: 0.7 },
  { x: 0.55, y: 0.03 },
  { x: 0.66, y: 0.205 },
] as const

/** Wear that an office's own scanner gives: a little of everything. */
export const officeWear = (chance: Chance, stamp: string | null): Wear => ({
  dpi: chance.pick([200, 200, 300]),
  skew: chance.whole(-22, 22) / 10,
  crop: true,
  noise: chance.whole(2, 8),
  tint: chance.pick([
    [255, 255, 255],
    [253, 251, 243],
    [250, 250, 246],
  ] as const),
  blur: chance.pick([0, 0.4, 0.6]),
  folds: chance.happens(0.6) ? [0.335, 0.667] : [],
  holes: chance.happens(0.4),
  ...(stamp === null ? {} : { stamp: { text: stamp, ...chance.pick(stampPlaces) } }),
})

/** Wear of papers fed without care: now and then a quarter turn, up to ten degrees of skew, more noise. */
export const roughWear = (chance: Chance): Wear => {
  const calm = officeWear(chance, null)
  const { crop: _crop, ...open } = calm
  const skewed: Wear = chance.happens(0.3) ? { ...open, skew: chance.whole(-100, 100) / 10 } : calm
  const turn = chance.happens(0.12) ? chance.pick([90, 180, 270] as const) : 0
  return { ...skewed, turn, noise: chance.whole(2, 16), ...(chance.happens(0.2) ? { shade: 0.25 } : {}) }
}
