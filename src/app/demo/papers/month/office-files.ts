import { emptyTruth } from '../truth.ts'
import type { Paper } from '../types.ts'
import { docx, xlsx } from '../wraps/office-files.ts'
import type { Arrival, MonthCall } from './types.ts'

/** A letter and a list in office formats, as colleagues and landlords send them. */
export const officeFiles = ({ office }: MonthCall): Arrival[] => {
  const lines = [
    'Tillägg nr 2 till hyresavtal 2025-118',
    'Parterna: Kustfast AB och Almgren Tveit Arkitekter AB.',
    'Hyresgästen får från och med den 1 februari 2027 använda cykelförrådet i källaren med åtta platser.',
    'Hyran ändras inte. Övriga villkor gäller oförändrade till och med den 14 april 2031.',
    'Göteborg den 18 november 2026',
    'Lars Ekdahl, Kustfast AB',
  ]
  const rows = [
    ['Namn', 'Nyckel', 'Utlämnad', 'Antal'],
    ...office.people
      .slice(0, 12)
      .map(({ name }, i) => [name, `N-${204 + i}`, `2026-0${1 + (i % 9)}-1${i % 9}`, 1 + (i % 2)]),
  ]
  const paper = (
    name: string,
    mediaType: string,
    bytes: Uint8Array,
    arrivedAt: string,
    text: string,
    kind: 'contract' | 'other',
  ): Paper => ({
    name,
    mediaType,
    bytes,
    arrivesBy: 'upload',
    arrivedAt,
    truth: { ...emptyTruth, kind, language: 'sv', text, senderName: kind === 'contract' ? 'Kustfast AB' : null },
  })
  return [
    {
      at: '2026-11-18T14:30',
      make: at =>
        Promise.resolve(
          paper(
            'Tillagg_2_hyresavtal.docx',
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
            docx(lines, new Date(at)),
            at,
            lines.join('\n'),
            'contract',
          ),
        ),
    },
    {
      at: '2026-11-12T13:15',
      make: at =>
        Promise.resolve(
          paper(
            'Nyckellista.xlsx',
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            xlsx('Nycklar', rows, new Date(at)),
            at,
            rows.map(row => row.join('\t')).join('\n'),
            'other',
          ),
        ),
    },
  ]
}
