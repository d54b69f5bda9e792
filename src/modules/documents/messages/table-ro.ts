import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { tableEn } from './table-en.ts'

export const tableRo: Messages<keyof typeof tableEn> = {
  'documents.get-table': 'Tabelul',
  'page.table': 'Tabel',
  'page.table.sheet': 'Foaie {n}',
  'page.table.which': 'Foaia fișierului',
  'page.table.to-people': 'Către persoane și organizații',
  'page.table.to-register': 'Către un registru',
  'page.table.choose': 'Către ce registru?',
  'page.table.first': 'Primele {shown} din {total} rânduri',
  'page.table.rows': { one: '{count} rând', few: '{count} rânduri', other: '{count} de rânduri' },
  'page.table.cut': 'Fișierul are mai multe rânduri sau coloane decât se păstrează aici.',
}
