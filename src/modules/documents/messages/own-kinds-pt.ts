import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { OwnKindsKeys } from './own-kinds-en.ts'

export const ownKindsPt: Messages<OwnKindsKeys> = {
  'kind.own-kind': 'Tipo próprio',
  'kind.own-kind.plural': 'Tipos próprios',
  'documents.create-own-kind': 'Novo tipo de documento',
  'documents.change-own-kind': 'Alterar o tipo',
  'documents.list-own-kinds': 'Tipos próprios',
  'refusal.own-kind-taken': 'Já existe um tipo «{name}».',
  'refusal.own-kind-taken.todo': 'Escolha outro nome.',
  'refusal.own-kind-not-found': 'Esse tipo já não existe.',
  'refusal.own-kind-not-found.todo': 'Escolha um dos oferecidos.',
  'event.documents.own-kind-created': '{who} criou o tipo de documento «{name}»',
  'event.documents.own-kind-changed': '{who} alterou o tipo de documento «{name}»',
  'field.documents.create-own-kind.kind': 'É uma espécie de',
  'field.documents.create-own-kind.name': 'Nome',
  'field.ownKindId': 'Tipo próprio',
  'field.documents.create-own-kind.title': 'A tarefa chama-se',
  'field.documents.change-own-kind.title': 'A tarefa chama-se',
  'field.wants': 'Tem de ter',
  'reason.own-kind': 'parece-se com os confirmados como tal',
  'read-reason.own-kind': 'as palavras são as dos documentos confirmados como este tipo',
  'page.own-kinds.base': 'É uma espécie de',
  'page.own-kinds.known': 'É reconhecido',
  'page.own-kinds.learnt': 'pelas palavras',
  'page.own-kinds.learning': 'a partir de três documentos',
  'page.own-kinds.empty':
    'Documentos a que nenhum tipo serve, como relatórios de vistoria, recebem aqui um tipo próprio. Confirme três como tal e o Kontor propõe-no para os parecidos.',
}
