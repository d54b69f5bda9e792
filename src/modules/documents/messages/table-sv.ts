import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { tableEn } from './table-en.ts'

export const tableSv: Messages<keyof typeof tableEn> = {
  'documents.get-table': 'Dess tabell',
  'page.table': 'Tabell',
  'page.table.sheet': 'Blad {n}',
  'page.table.which': 'Blad i filen',
  'page.table.to-people': 'Till personer och organisationer',
  'page.table.to-register': 'Till ett register',
  'page.table.choose': 'Vilket register?',
  'page.table.first': 'De första {shown} av {total} rader',
  'page.table.rows': { one: '{count} rad', other: '{count} rader' },
  'page.table.cut': 'Filen har fler rader eller kolumner än som sparas här.',
}
