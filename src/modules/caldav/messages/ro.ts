import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const ro: Messages<Keys> = {
  'caldav.create-feed': 'Creează un link',
  'caldav.create-day-feed': 'Creează un link către zilele marcate',
  'caldav.revoke-feed': 'Revocă linkul',
  'done.caldav.revoke-feed': 'Revocat. Cine are linkul nu mai vede nimic.',
  'caldav.keep-properties': 'Păstrează setările unui program',
  'caldav.name-calendar': 'Notează numele dat de un program unui calendar',
  'caldav.keep-card': 'Păstrează restul unei cărți de vizită',
  'caldav.list-feeds': 'Linkurile dumneavoastră către calendare',
  'caldav.get-connection': 'Adrese pentru programul dumneavoastră',
  'permission.caldav.give-feeds': 'Oferirea de linkuri secrete către calendare',
  'permission.caldav.use-programs': 'Folosirea calendarului și a contactelor în propriul program',
  'refusal.feed-calendar-unknown': 'Nu vedeți un astfel de calendar sau vedeți doar că este ocupat.',
  'refusal.feed-calendar-unknown.todo': 'Alegeți unul al dumneavoastră sau arătați doar când este ocupat.',
  'refusal.feed-unknown': 'Acest link nu deschide nimic.',
  'refusal.feed-unknown.todo': 'Poate a fost revocat. Cereți unul nou celui care vi l-a dat.',
  'refusal.calendar-name-taken': 'Alt calendar al dumneavoastră poartă deja acest nume în programe.',
  'refusal.calendar-name-taken.todo': 'Alegeți alt nume.',
  'refusal.card-unknown': 'Nu există o astfel de persoană sau organizație.',
  'refusal.card-unknown.todo': 'Lăsați programul să preia din nou agenda.',
  'event.caldav.feed-made': '{who} a creat linkul „{name}” către calendar',
  'event.caldav.feed-revoked': '{who} a revocat linkul „{name}” către calendar',
  'event.caldav.properties-kept': '{who} a păstrat setări din programul propriu',
  'event.caldav.calendar-named': '{who} a creat calendarul într-un program',
  'event.caldav.card-kept': '{who} a modificat cartea de vizită într-un program',
  'field.caldav.calendarId': 'Calendar',
  'field.caldav.name': 'Pentru cine sau ce',
  'field.caldav.scope': 'Ce arată',
  'choice.caldav.scope.full': 'Tot ce nu este privat',
  'choice.caldav.scope.busy': 'Doar când este ocupat',
  'field.caldav.days': 'Zile',
  'choice.caldav.days.holidays': 'Sărbători legale',
  'choice.caldav.days.schools': 'Vacanțele școlare alese',
  'choice.caldav.days.birthdays': 'Zile de naștere',
  'page.programs': 'Calendarul dumneavoastră în propriul program',
  'page.programs.lead':
    'Telefonul sau programul de calendar arată ce se află aici, iar ce schimbați acolo apare imediat aici. Fiecare schimbare este a dumneavoastră; o sală ocupată rămâne ocupată.',
  'page.programs.connect': 'Ce cere programul',
  'page.programs.server': 'Server',
  'page.programs.user': 'Nume de utilizator',
  'page.programs.password': 'Parolă',
  'page.programs.password.hint':
    'Se arată numai acum și nu se păstrează nicăieri. Introduceți-o imediat în program; nu folosiți niciodată acolo parola proprie.',
  'page.programs.make': 'Creează o parolă pentru {program}',
  'page.programs.passwords': 'Parolele pe care le-ați creat și cum le revocați',
  'page.programs.plain':
    'Adresa nu este criptată: cine ascultă rețeaua poate citi parola, iar iPhone-ul o refuză. Cereți HTTPS celui care administrează Kontor.',
  'page.programs.which': 'Ce program',
  'page.programs.iphone':
    '**Configurări**, Aplicații, Calendar, Conturi Calendar, Adaugă un cont, Altele, **Adaugă cont CalDAV**. Serverul, numele și parola de mai sus. Pentru contacte la fel, la Contacte, cu **Adaugă cont CardDAV**.',
  'page.programs.mac':
    '**Configurări sistem**, Conturi internet, Adaugă un cont, Adaugă alt cont, **Cont CalDAV**, tip de cont Manual. Pentru contacte la fel, cu **Cont CardDAV**.',
  'page.programs.android':
    'Instalați **DAVx⁵**. În aplicație: plus, **Autentificare cu URL și nume de utilizator**, apoi serverul, numele și parola de mai sus. Bifați calendarele și agenda; apar în calendarul și contactele telefonului.',
  'page.programs.thunderbird':
    'Calendar, Calendar nou, **În rețea**: numele și serverul de mai sus, apoi Găsește calendare. Pentru contacte: Agendă, Nouă, **Agendă CardDAV**.',
  'page.programs.outlook':
    'Instalați extensia liberă **CalDav Synchronizer**. În ea: Synchronization Profiles, Add, Generic CalDAV; alegeți dosarul Outlook, apoi serverul, numele și parola de mai sus, și **Test or discover settings**.',
  'page.programs.other': 'Alt program',
  'page.programs.other.how':
    'Orice program care vorbește **CalDAV** sau **CardDAV** găsește totul doar din adresa serverului. Unuia care cere adresa unui singur calendar dați-i una dintre acestea.',
  'page.programs.book': 'Agendă de contacte',
  'page.programs.feeds': 'Linkuri pentru programe care doar citesc',
  'page.programs.feeds.lead':
    'Un link arată un calendar oricui îl are, fără parolă: pentru un ecran de perete, o pagină web, un partener. Arată ce vedeți dumneavoastră, niciodată invitații sau ce este privat, până îl revocați.',
  'page.programs.feeds.empty': 'Nu ați oferit niciun link.',
  'page.programs.feeds.ended': { one: '{count} revocat', few: '{count} revocate', other: '{count} de revocate' },
  'page.programs.ended-on': 'revocat {day}',
  'page.programs.made-on': 'creat {day}',
  'page.programs.copy': 'Copiază',
  'page.programs.copied': 'Copiat',
  'page.programs.settings':
    'Numele și culorile puse în program unui calendar de care aveți grijă sunt valabile și aici; la unul îngrijit de alții sunt doar ale dumneavoastră. Cine vede un calendar se stabilește în setările calendarului.',
  'page.programs.busy': 'Ocupat',
  'page.programs.holidays': 'Sărbători legale: {country}',
  'page.programs.birthdays': 'Zile de naștere',
  'page.programs.feeds.days': 'Link către zile',
}
