import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { tableEn } from './table-en.ts'

export const tableNl: Messages<keyof typeof tableEn> = {
  'documents.get-table': 'De tabel',
  'page.table': 'Tabel',
  'page.table.sheet': 'Blad {n}',
  'page.table.which': 'Blad van het bestand',
  'page.table.to-people': 'Naar personen en organisaties',
  'page.table.to-register': 'Naar een register',
  'page.table.choose': 'Welk register?',
  'page.table.first': 'De eerste {shown} van {total} rijen',
  'page.table.rows': { one: '{count} rij', other: '{count} rijen' },
  'page.table.cut': 'Het bestand heeft meer rijen of kolommen dan hier worden bewaard.',
}
