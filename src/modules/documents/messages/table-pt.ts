import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { tableEn } from './table-en.ts'

export const tablePt: Messages<keyof typeof tableEn> = {
  'documents.get-table': 'A tabela',
  'page.table': 'Tabela',
  'page.table.sheet': 'Folha {n}',
  'page.table.which': 'Folha do ficheiro',
  'page.table.to-people': 'Para pessoas e organizações',
  'page.table.to-register': 'Para um registo',
  'page.table.choose': 'Que registo?',
  'page.table.first': 'As primeiras {shown} de {total} linhas',
  'page.table.rows': { one: '{count} linha', other: '{count} linhas' },
  'page.table.cut': 'O ficheiro tem mais linhas ou colunas do que as que aqui se guardam.',
}
