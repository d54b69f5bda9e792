import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { tableEn } from './table-en.ts'

export const tableNb: Messages<keyof typeof tableEn> = {
  'documents.get-table': 'Tabellen',
  'page.table': 'Tabell',
  'page.table.sheet': 'Ark {n}',
  'page.table.which': 'Ark i filen',
  'page.table.to-people': 'Til personer og organisasjoner',
  'page.table.to-register': 'Til et register',
  'page.table.choose': 'Hvilket register?',
  'page.table.first': 'De første {shown} av {total} rader',
  'page.table.rows': { one: '{count} rad', other: '{count} rader' },
  'page.table.cut': 'Filen har flere rader eller kolonner enn det som lagres her.',
}
