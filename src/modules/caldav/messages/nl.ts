import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const nl: Messages<Keys> = {
  'caldav.create-feed': 'Link maken',
  'caldav.create-day-feed': 'Een link naar gemarkeerde dagen maken',
  'caldav.revoke-feed': 'Link intrekken',
  'done.caldav.revoke-feed': 'Ingetrokken. Wie de link heeft, ziet niets meer.',
  'caldav.keep-properties': 'Instellingen van een programma bewaren',
  'caldav.name-calendar': 'De naam van een programma voor een agenda noteren',
  'caldav.keep-card': 'De rest van een contactkaart bewaren',
  'caldav.list-feeds': 'Uw links naar agenda’s',
  'caldav.get-connection': 'Adressen voor uw eigen programma',
  'permission.caldav.give-feeds': 'Geheime links naar agenda’s geven',
  'permission.caldav.use-programs': 'Agenda en contacten in een eigen programma gebruiken',
  'refusal.feed-calendar-unknown': 'U ziet zo’n agenda niet, of alleen dat die bezet is.',
  'refusal.feed-calendar-unknown.todo': 'Kies er een van uzelf, of geef alleen wanneer die bezet is.',
  'refusal.feed-unknown': 'Deze link opent niets.',
  'refusal.feed-unknown.todo': 'Misschien is die ingetrokken. Vraag een nieuwe aan wie u de link gaf.',
  'refusal.calendar-name-taken': 'Een andere agenda van u heeft in programma’s al die naam.',
  'refusal.calendar-name-taken.todo': 'Kies een andere naam.',
  'refusal.card-unknown': 'Die persoon of organisatie bestaat niet.',
  'refusal.card-unknown.todo': 'Laat het programma het adresboek opnieuw ophalen.',
  'event.caldav.feed-made': '{who} maakte de link ‘{name}’ naar de agenda',
  'event.caldav.feed-revoked': '{who} trok de link ‘{name}’ naar de agenda in',
  'event.caldav.properties-kept': '{who} bewaarde instellingen van een eigen programma',
  'event.caldav.calendar-named': '{who} maakte de agenda in een programma',
  'event.caldav.card-kept': '{who} wijzigde de contactkaart in een programma',
  'field.caldav.calendarId': 'Agenda',
  'field.caldav.name': 'Voor wie of wat',
  'field.caldav.scope': 'Wat die toont',
  'choice.caldav.scope.full': 'Alles wat niet privé is',
  'choice.caldav.scope.busy': 'Alleen wanneer die bezet is',
  'field.caldav.days': 'Dagen',
  'choice.caldav.days.holidays': 'Feestdagen',
  'choice.caldav.days.schools': 'Schoolvakanties die je hebt gekozen',
  'choice.caldav.days.birthdays': 'Verjaardagen',
  'page.programs': 'Uw agenda in uw eigen programma',
  'page.programs.lead':
    'Uw telefoon of agendaprogramma toont wat hier staat, en wat u daar wijzigt, staat meteen hier. Elke wijziging geldt als die van uzelf; een bezette ruimte blijft bezet.',
  'page.programs.connect': 'Wat het programma vraagt',
  'page.programs.server': 'Server',
  'page.programs.user': 'Gebruikersnaam',
  'page.programs.password': 'Wachtwoord',
  'page.programs.password.hint':
    'Het wordt alleen nu getoond en nergens bewaard. Typ het nu in het programma; gebruik daar nooit uw eigen wachtwoord.',
  'page.programs.make': 'Wachtwoord voor {program} maken',
  'page.programs.passwords': 'Wachtwoorden die u hebt gemaakt, en hoe u ze intrekt',
  'page.programs.plain':
    'Dit adres is niet versleuteld: wie het netwerk afluistert, kan het wachtwoord lezen, en iPhones weigeren het. Vraag wie Kontor beheert om HTTPS.',
  'page.programs.which': 'Welk programma',
  'page.programs.iphone':
    '**Instellingen**, Apps, Agenda, Agenda-accounts, Voeg account toe, Anders, **Voeg CalDAV-account toe**. Server, gebruikersnaam en wachtwoord van hierboven. Voor contacten hetzelfde onder Contacten, met **Voeg CardDAV-account toe**.',
  'page.programs.mac':
    '**Systeeminstellingen**, Internetaccounts, Voeg account toe, Voeg ander account toe, **CalDAV-account**, accounttype Handmatig. Voor contacten hetzelfde met **CardDAV-account**.',
  'page.programs.android':
    'Installeer **DAVx⁵**. Daarin: plus, **Inloggen met URL en gebruikersnaam**, dan server, gebruikersnaam en wachtwoord van hierboven. Vink de agenda’s en het adresboek aan; ze verschijnen in de agenda en contacten van de telefoon.',
  'page.programs.thunderbird':
    'Agenda, Nieuwe agenda, **Op het netwerk**: gebruikersnaam en server van hierboven, dan Agenda’s zoeken. Voor contacten: Adresboek, Nieuw, **CardDAV-adresboek**.',
  'page.programs.outlook':
    'Installeer de vrije invoegtoepassing **CalDav Synchronizer**. Daarin: Synchronization Profiles, Add, Generic CalDAV; kies de Outlook-map, dan server, gebruikersnaam en wachtwoord van hierboven, en **Test or discover settings**.',
  'page.programs.other': 'Ander programma',
  'page.programs.other.how':
    'Een programma dat **CalDAV** of **CardDAV** spreekt, vindt alles met alleen het adres van de server. Vraagt het om het adres van één agenda, neem dan een van deze.',
  'page.programs.book': 'Adresboek',
  'page.programs.feeds': 'Links voor programma’s die alleen lezen',
  'page.programs.feeds.lead':
    'Een link toont een agenda aan wie die heeft, zonder wachtwoord: voor een wandscherm, een website, een partner. Die toont wat u ziet, nooit gasten of wat privé is, totdat u de link intrekt.',
  'page.programs.feeds.empty': 'U hebt geen links gegeven.',
  'page.programs.feeds.ended': { one: '{count} ingetrokken', other: '{count} ingetrokken' },
  'page.programs.ended-on': 'ingetrokken {day}',
  'page.programs.made-on': 'gemaakt {day}',
  'page.programs.copy': 'Kopiëren',
  'page.programs.copied': 'Gekopieerd',
  'page.programs.settings':
    'Namen en kleuren die u in het programma geeft aan een agenda die u beheert, gelden ook hier; bij een agenda van anderen zijn ze alleen van u. Wie een agenda ziet, stelt u in bij de agenda zelf.',
  'page.programs.busy': 'Bezet',
  'page.programs.holidays': 'Feestdagen: {country}',
  'page.programs.birthdays': 'Verjaardagen',
  'page.programs.feeds.days': 'Link naar dagen',
}
