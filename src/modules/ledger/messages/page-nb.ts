import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { PageKeys } from './page-en.ts'

export const pageNb: Messages<PageKeys> = {
  'page.books': 'Books',
  'page.books.accounts': 'Accounts',
  'page.books.settings': 'Settings of the books',
}
