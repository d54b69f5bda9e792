import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const nb: Messages<Keys> = {
  'caldav.create-feed': 'Lag lenke',
  'caldav.create-day-feed': 'Lag en lenke til merkede dager',
  'caldav.revoke-feed': 'Trekk tilbake lenken',
  'done.caldav.revoke-feed': 'Trukket tilbake. Den som har lenken, ser ingenting lenger.',
  'caldav.keep-properties': 'Ta vare på innstillingene til et program',
  'caldav.name-calendar': 'Noter programmets navn på en kalender',
  'caldav.keep-card': 'Ta vare på resten av et kontaktkort',
  'caldav.list-feeds': 'Lenkene dine til kalendere',
  'caldav.get-connection': 'Adresser til ditt eget program',
  'permission.caldav.give-feeds': 'Gi ut hemmelige lenker til kalendere',
  'permission.caldav.use-programs': 'Bruke kalender og kontakter i eget program',
  'refusal.feed-calendar-unknown': 'Du ser ingen slik kalender, eller bare at den er opptatt.',
  'refusal.feed-calendar-unknown.todo': 'Velg en av dine, eller vis bare når den er opptatt.',
  'refusal.feed-unknown': 'Lenken åpner ingenting.',
  'refusal.feed-unknown.todo': 'Den kan være trukket tilbake. Be den som ga deg den, om en ny.',
  'refusal.calendar-name-taken': 'En annen av kalenderne dine har allerede det navnet i programmer.',
  'refusal.calendar-name-taken.todo': 'Velg et annet navn.',
  'refusal.card-unknown': 'Det finnes ingen slik person eller organisasjon.',
  'refusal.card-unknown.todo': 'La programmet hente adresseboken på nytt.',
  'event.caldav.feed-made': '{who} laget lenken «{name}» til kalenderen',
  'event.caldav.feed-revoked': '{who} trakk tilbake lenken «{name}» til kalenderen',
  'event.caldav.properties-kept': '{who} lagret innstillinger fra programmet sitt',
  'event.caldav.calendar-named': '{who} laget kalenderen i et program',
  'event.caldav.card-kept': '{who} endret kontaktkortet i et program',
  'field.caldav.calendarId': 'Kalender',
  'field.caldav.name': 'Til hvem eller hva',
  'field.caldav.scope': 'Hva den viser',
  'choice.caldav.scope.full': 'Alt som ikke er privat',
  'choice.caldav.scope.busy': 'Bare når den er opptatt',
  'field.caldav.days': 'Dager',
  'choice.caldav.days.holidays': 'Helligdager',
  'choice.caldav.days.schools': 'Skoleferier du har valgt',
  'choice.caldav.days.birthdays': 'Fødselsdager',
  'page.programs': 'Kalenderen din i ditt eget program',
  'page.programs.lead':
    'Telefonen eller kalenderprogrammet viser det som står her, og det du endrer der, står her med en gang. Hver endring regnes som din egen; et opptatt rom forblir opptatt.',
  'page.programs.connect': 'Det programmet spør om',
  'page.programs.server': 'Server',
  'page.programs.user': 'Brukernavn',
  'page.programs.password': 'Passord',
  'page.programs.password.hint':
    'Det vises bare nå og lagres ingen steder. Skriv det inn i programmet med en gang; bruk aldri ditt eget passord der.',
  'page.programs.make': 'Lag et passord til {program}',
  'page.programs.passwords': 'Passord du har laget, og hvordan du trekker dem tilbake',
  'page.programs.plain':
    'Adressen er ikke kryptert: den som avlytter nettverket, kan lese passordet, og iPhone godtar den ikke. Be den som drifter Kontor, om HTTPS.',
  'page.programs.which': 'Hvilket program',
  'page.programs.iphone':
    '**Innstillinger**, Apper, Kalender, Kalenderkontoer, Legg til konto, Annet, **Legg til CalDAV-konto**. Server, brukernavn og passord herfra. For kontakter gjør du det samme under Kontakter, med **Legg til CardDAV-konto**.',
  'page.programs.mac':
    '**Systeminnstillinger**, Internett-kontoer, Legg til konto, Legg til annen konto, **CalDAV-konto**, kontotype Manuell. For kontakter det samme med **CardDAV-konto**.',
  'page.programs.android':
    'Installer **DAVx⁵**. I appen: pluss, **Logg inn med URL og brukernavn**, deretter server, brukernavn og passord herfra. Kryss av for kalenderne og adresseboken; de vises i telefonens egen kalender og kontakter.',
  'page.programs.thunderbird':
    'Kalender, Ny kalender, **På nettverket**: brukernavn og server herfra, deretter Finn kalendere. For kontakter: Adressebok, Ny, **CardDAV-adressebok**.',
  'page.programs.outlook':
    'Installer det frie tillegget **CalDav Synchronizer**. I det: Synchronization Profiles, Add, Generic CalDAV; velg Outlook-mappen, deretter server, brukernavn og passord herfra, og **Test or discover settings**.',
  'page.programs.other': 'Annet program',
  'page.programs.other.how':
    'Et program som snakker **CalDAV** eller **CardDAV**, finner alt ut fra serverens adresse. Et som spør om adressen til én kalender, tar en av disse.',
  'page.programs.book': 'Adressebok',
  'page.programs.feeds': 'Lenker til programmer som bare leser',
  'page.programs.feeds.lead':
    'En lenke viser en kalender for den som har den, uten passord: til en veggskjerm, en nettside, en partner. Den viser det du ser, aldri gjester eller det som er privat, til du trekker den tilbake.',
  'page.programs.feeds.empty': 'Du har ikke gitt ut noen lenker.',
  'page.programs.feeds.ended': { one: '{count} trukket tilbake', other: '{count} trukket tilbake' },
  'page.programs.ended-on': 'trukket tilbake {day}',
  'page.programs.made-on': 'laget {day}',
  'page.programs.copy': 'Kopier',
  'page.programs.copied': 'Kopiert',
  'page.programs.settings':
    'Navn og farger som du setter i programmet på en kalender du styrer, gjelder også her; på en som andre styrer, er de bare dine. Hvem som ser en kalender, bestemmes i kalenderens egne innstillinger.',
  'page.programs.busy': 'Opptatt',
  'page.programs.holidays': 'Helligdager: {country}',
  'page.programs.birthdays': 'Fødselsdager',
  'page.programs.feeds.days': 'Lenke til dager',
}
