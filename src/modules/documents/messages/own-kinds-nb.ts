import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { OwnKindsKeys } from './own-kinds-en.ts'

export const ownKindsNb: Messages<OwnKindsKeys> = {
  'kind.own-kind': 'Egen type',
  'kind.own-kind.plural': 'Egne typer',
  'documents.create-own-kind': 'Ny dokumenttype',
  'documents.change-own-kind': 'Endre typen',
  'documents.list-own-kinds': 'Egne typer',
  'refusal.own-kind-taken': 'Det finnes allerede en type «{name}».',
  'refusal.own-kind-taken.todo': 'Velg et annet navn.',
  'refusal.own-kind-not-found': 'Den typen finnes ikke lenger.',
  'refusal.own-kind-not-found.todo': 'Velg en av dem som tilbys.',
  'event.documents.own-kind-created': '{who} opprettet dokumenttypen «{name}»',
  'event.documents.own-kind-changed': '{who} endret dokumenttypen «{name}»',
  'field.documents.create-own-kind.kind': 'Er en slags',
  'field.documents.create-own-kind.name': 'Navn',
  'field.ownKindId': 'Egen type',
  'field.documents.create-own-kind.title': 'Oppgaven heter',
  'field.documents.change-own-kind.title': 'Oppgaven heter',
  'field.wants': 'Må ha',
  'reason.own-kind': 'ligner dem som er bekreftet som det',
  'read-reason.own-kind': 'ordene er de i dokumenter bekreftet som denne typen',
  'page.own-kinds.base': 'Er en slags',
  'page.own-kinds.known': 'Kjennes igjen',
  'page.own-kinds.learnt': 'på ordene',
  'page.own-kinds.learning': 'fra tre dokumenter',
  'page.own-kinds.empty':
    'Dokumenter som ingen type passer til, som befaringsrapporter, får en egen type her. Bekreft tre som det, så foreslår Kontor den for dem som ligner.',
}
