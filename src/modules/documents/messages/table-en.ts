import type { Messages } from '../../../kernel/language/catalogue.ts'

/** Tables that came as documents. */
export const tableEn = {
  'documents.get-table': 'Its table',
  'page.table': 'Table',
  'page.table.sheet': 'Sheet {n}',
  'page.table.which': 'Sheet of the file',
  'page.table.to-people': 'Into people and organisations',
  'page.table.to-register': 'Into a register',
  'page.table.choose': 'Which register?',
  'page.table.first': 'The first {shown} of {total} rows',
  'page.table.rows': { one: '{count} row', other: '{count} rows' },
  'page.table.cut': 'The file has more rows or columns than are kept here.',
} as const satisfies Messages
