import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { tableEn } from './table-en.ts'

export const tableRo: Messages<keyof typeof tableEn> = {
  'documents.get-table': 'Tabelul',
  'page.table': 'Tabel',
  'page.table.sheet': 'Foaie {n}',
  'page.table.which': 'Foaia fișierului',
  'page.table.take-over': 'Preia',
  'page.table.to-people': 'În persoane și organizații',
  'page.table.to-register': 'Într-un registru',
  'page.table.choose': 'În ce registru?',
  'page.table.no-register': 'Nu există niciun registru în care puteți adăuga.',
  'page.table.first': 'Primele {shown} din {total} rânduri',
  'page.table.rows': { one: '{count} rând', few: '{count} rânduri', other: '{count} de rânduri' },
  'page.table.cut': 'Fișierul are mai multe rânduri sau coloane decât se păstrează aici.',
}
