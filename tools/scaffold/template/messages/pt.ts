import type { Messages } from '../../../../src/kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const pt: Messages<Keys> = {
  'kind.thing': 'Thing',
  'kind.thing.plural': 'Things',
  'sample.add-thing': 'Adicionar',
  'sample.close-thing': 'Encerrar',
  'sample.reopen-thing': 'Reabrir',
  'sample.list-things': 'Things',
  'sample.get-thing': 'Thing',
  'event.sample.thing-added': '{who} adicionou «{title}»',
  'event.sample.thing-closed': '{who} encerrou «{title}»',
  'event.sample.thing-reopened': '{who} reabriu «{title}»',
  'refusal.thing-not-open': '«{title}» já está encerrado.',
  'refusal.thing-not-open.todo': 'Reabra primeiro, se for preciso alterar.',
  'refusal.thing-not-closed': '«{title}» ainda está aberto.',
  'refusal.thing-not-closed.todo': 'Não há nada para reabrir.',
  'field.title': 'Título',
  'field.note': 'Nota',
  'field.state': 'Estado',
  'choice.state.open': 'Aberto',
  'choice.state.closed': 'Encerrado',
}
