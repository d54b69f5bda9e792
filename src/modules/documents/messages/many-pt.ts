import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { ManyKeys } from './many-en.ts'

export const manyPt: Messages<ManyKeys> = {
  'documents.originals': 'Transferir vários',
  'refusal.nothing-to-download': 'Não há aqui nada para transferir.',
  'refusal.nothing-to-download.todo': 'Escolha documentos na lista, trezentos no máximo.',
  'refusal.archive-too-large': 'Em conjunto, excedem quatro gigabytes.',
  'refusal.archive-too-large.todo': 'Escolha menos de cada vez.',
  'page.many.kind': 'Tipo',
  'page.many.class': 'Confidencialidade',
  'page.many.audience': 'Para quem',
  'page.many.matter': 'Processo',
  'page.many.zip': 'Transferir (ZIP)',
  'page.many.print': 'Imprimir os documentos',
  'page.many.too-many': 'No máximo {most} de cada vez.',
  'page.many.change': 'Alterar…',
  'page.many.what': 'O que alterar',
  'page.many.everybody': 'Todos os que têm acesso',
  'page.many.only': 'Só estes',
  'page.many.choose': 'Escolha primeiro.',
  'page.many.preparing': '{done} de {total} páginas',
}
