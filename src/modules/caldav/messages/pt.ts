import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const pt: Messages<Keys> = {
  'caldav.create-feed': 'Criar ligação',
  'caldav.create-day-feed': 'Criar uma ligação para dias assinalados',
  'caldav.revoke-feed': 'Revogar a ligação',
  'done.caldav.revoke-feed': 'Revogada. Quem a tiver já não vê nada.',
  'caldav.keep-properties': 'Guardar as definições de um programa',
  'caldav.name-calendar': 'Anotar o nome que um programa dá a um calendário',
  'caldav.keep-card': 'Guardar o resto de um cartão de contacto',
  'caldav.list-feeds': 'As suas ligações a calendários',
  'caldav.get-connection': 'Endereços para o seu próprio programa',
  'permission.caldav.give-feeds': 'Dar ligações secretas a calendários',
  'permission.caldav.use-programs': 'Usar calendário e contactos no próprio programa',
  'refusal.feed-calendar-unknown': 'Não vê esse calendário, ou vê apenas que está ocupado.',
  'refusal.feed-calendar-unknown.todo': 'Escolha um dos seus ou mostre apenas quando está ocupado.',
  'refusal.feed-unknown': 'Esta ligação não abre nada.',
  'refusal.feed-unknown.todo': 'Pode ter sido revogada. Peça uma nova a quem lha deu.',
  'refusal.calendar-name-taken': 'Outro dos seus calendários já tem esse nome nos programas.',
  'refusal.calendar-name-taken.todo': 'Escolha outro nome.',
  'refusal.card-unknown': 'Não existe essa pessoa ou organização.',
  'refusal.card-unknown.todo': 'Deixe o programa obter de novo o livro de endereços.',
  'event.caldav.feed-made': '{who} criou a ligação «{name}» ao calendário',
  'event.caldav.feed-revoked': '{who} revogou a ligação «{name}» ao calendário',
  'event.caldav.properties-kept': '{who} guardou definições do seu programa',
  'event.caldav.calendar-named': '{who} criou o calendário num programa',
  'event.caldav.card-kept': '{who} alterou o cartão de contacto num programa',
  'field.caldav.calendarId': 'Calendário',
  'field.caldav.name': 'Para quem ou para quê',
  'field.caldav.scope': 'O que mostra',
  'choice.caldav.scope.full': 'Tudo o que não é privado',
  'choice.caldav.scope.busy': 'Apenas quando está ocupado',
  'field.caldav.days': 'Dias',
  'choice.caldav.days.holidays': 'Feriados',
  'choice.caldav.days.schools': 'Férias escolares que escolheu',
  'choice.caldav.days.birthdays': 'Aniversários',
  'page.programs': 'O seu calendário no seu próprio programa',
  'page.programs.lead':
    'O seu telefone ou programa de calendário mostra o que está aqui, e o que lá alterar fica aqui de imediato. Cada alteração conta como sua; uma sala ocupada continua ocupada.',
  'page.programs.connect': 'O que o programa pede',
  'page.programs.server': 'Servidor',
  'page.programs.user': 'Nome de utilizador',
  'page.programs.password': 'Palavra-passe',
  'page.programs.password.hint':
    'É mostrada só desta vez e não fica guardada. Escreva-a já no programa; nunca use lá a sua própria palavra-passe.',
  'page.programs.make': 'Criar palavra-passe para {program}',
  'page.programs.passwords': 'Palavras-passe que criou, e como as revogar',
  'page.programs.plain':
    'Este endereço não é cifrado: quem escutar a rede pode ler a palavra-passe, e o iPhone recusa-o. Peça HTTPS a quem gere o Kontor.',
  'page.programs.which': 'Que programa',
  'page.programs.iphone':
    '**Definições**, Apps, Calendário, Contas de calendário, Adicionar conta, Outra, **Adicionar conta CalDAV**. Servidor, nome e palavra-passe acima. Para os contactos, o mesmo em Contactos, com **Adicionar conta CardDAV**.',
  'page.programs.mac':
    '**Definições do Sistema**, Contas da Internet, Adicionar conta, Adicionar outra conta, **Conta CalDAV**, tipo Manual. Para os contactos, o mesmo com **Conta CardDAV**.',
  'page.programs.android':
    'Instale o **DAVx⁵**. Nele: o sinal mais, **Entrar com URL e nome de utilizador**, depois servidor, nome e palavra-passe acima. Assinale os calendários e o livro de endereços; aparecem no calendário e nos contactos do telefone.',
  'page.programs.thunderbird':
    'Calendário, Novo calendário, **Na rede**: nome e servidor acima, depois Procurar calendários. Para os contactos: Livro de endereços, Novo, **Livro de endereços CardDAV**.',
  'page.programs.outlook':
    'Instale o suplemento livre **CalDav Synchronizer**. Nele: Synchronization Profiles, Add, Generic CalDAV; escolha a pasta do Outlook, depois servidor, nome e palavra-passe acima, e **Test or discover settings**.',
  'page.programs.other': 'Outro programa',
  'page.programs.other.how':
    'Um programa que fale **CalDAV** ou **CardDAV** encontra tudo só com o endereço do servidor. A um que peça o endereço de um só calendário, dê um destes.',
  'page.programs.book': 'Livro de endereços',
  'page.programs.feeds': 'Ligações para programas que apenas leem',
  'page.programs.feeds.lead':
    'Uma ligação mostra um calendário a quem a tiver, sem palavra-passe: para um ecrã de parede, uma página web, um parceiro. Mostra o que vê, nunca convidados nem o que é privado, até a revogar.',
  'page.programs.feeds.empty': 'Não deu nenhuma ligação.',
  'page.programs.feeds.ended': { one: '{count} revogada', other: '{count} revogadas' },
  'page.programs.ended-on': 'revogada {day}',
  'page.programs.made-on': 'criada {day}',
  'page.programs.copy': 'Copiar',
  'page.programs.copied': 'Copiado',
  'page.programs.settings':
    'Os nomes e cores que der no programa a um calendário que gere valem também aqui; num gerido por outros, são só seus. Quem vê um calendário define-se nas definições do próprio calendário.',
  'page.programs.busy': 'Ocupado',
  'page.programs.holidays': 'Feriados: {country}',
  'page.programs.birthdays': 'Aniversários',
  'page.programs.feeds.days': 'Ligação para dias',
}
