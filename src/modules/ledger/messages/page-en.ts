import type { Messages } from '../../../kernel/language/catalogue.ts'

/** Words of the pages. */
export const pageEn = {
  'page.books': 'Books',
  'page.books.accounts': 'Accounts',
  'page.books.settings': 'Settings of the books',
} as const satisfies Messages

export type PageKeys = keyof typeof pageEn
