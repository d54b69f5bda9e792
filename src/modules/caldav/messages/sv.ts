import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const sv: Messages<Keys> = {
  'caldav.create-feed': 'Skapa länk',
  'caldav.create-day-feed': 'Skapa en länk till märkta dagar',
  'caldav.revoke-feed': 'Återkalla länken',
  'done.caldav.revoke-feed': 'Återkallad. Den som har länken ser ingenting längre.',
  'caldav.keep-properties': 'Spara ett programs inställningar',
  'caldav.name-calendar': 'Anteckna programmets namn på en kalender',
  'caldav.keep-card': 'Spara resten av ett kontaktkort',
  'caldav.list-feeds': 'Dina länkar till kalendrar',
  'caldav.get-connection': 'Adresser för ditt eget program',
  'permission.caldav.give-feeds': 'Ge ut hemliga länkar till kalendrar',
  'permission.caldav.use-programs': 'Använda kalender och kontakter i eget program',
  'refusal.feed-calendar-unknown': 'Du ser ingen sådan kalender, eller bara att den är upptagen.',
  'refusal.feed-calendar-unknown.todo': 'Välj en av dina, eller visa bara när den är upptagen.',
  'refusal.feed-unknown': 'Länken öppnar ingenting.',
  'refusal.feed-unknown.todo': 'Den kan ha återkallats. Be den som gav dig den om en ny.',
  'refusal.calendar-name-taken': 'En annan av dina kalendrar har redan det namnet i program.',
  'refusal.calendar-name-taken.todo': 'Välj ett annat namn.',
  'refusal.card-unknown': 'Det finns ingen sådan person eller organisation.',
  'refusal.card-unknown.todo': 'Låt programmet hämta adressboken på nytt.',
  'event.caldav.feed-made': '{who} skapade länken ”{name}” till kalendern',
  'event.caldav.feed-revoked': '{who} återkallade länken ”{name}” till kalendern',
  'event.caldav.properties-kept': '{who} sparade inställningar från sitt program',
  'event.caldav.calendar-named': '{who} skapade kalendern i ett program',
  'event.caldav.card-kept': '{who} ändrade kontaktkortet i ett program',
  'field.caldav.calendarId': 'Kalender',
  'field.caldav.name': 'Till vem eller vad',
  'field.caldav.scope': 'Vad den visar',
  'choice.caldav.scope.full': 'Allt som inte är privat',
  'choice.caldav.scope.busy': 'Bara när den är upptagen',
  'field.caldav.days': 'Dagar',
  'choice.caldav.days.holidays': 'Helgdagar',
  'choice.caldav.days.schools': 'Skollov som du har valt',
  'choice.caldav.days.birthdays': 'Födelsedagar',
  'page.programs': 'Din kalender i ditt eget program',
  'page.programs.lead':
    'Telefonen eller kalenderprogrammet visar det som står här, och det du ändrar där står här genast. Varje ändring räknas som din egen; ett upptaget rum förblir upptaget.',
  'page.programs.connect': 'Det programmet frågar efter',
  'page.programs.server': 'Server',
  'page.programs.user': 'Användarnamn',
  'page.programs.password': 'Lösenord',
  'page.programs.password.hint':
    'Det visas bara nu och sparas ingenstans. Skriv in det i programmet genast; använd aldrig ditt eget lösenord där.',
  'page.programs.make': 'Skapa ett lösenord för {program}',
  'page.programs.passwords': 'Lösenord du har skapat, och hur du återkallar dem',
  'page.programs.plain':
    'Adressen är inte krypterad: den som avlyssnar nätverket kan läsa lösenordet, och iPhone godtar den inte. Be den som sköter Kontor om HTTPS.',
  'page.programs.which': 'Vilket program',
  'page.programs.iphone':
    '**Inställningar**, Appar, Kalender, Kalenderkonton, Lägg till konto, Annat, **Lägg till CalDAV-konto**. Server, användarnamn och lösenord härovan. För kontakter likadant under Kontakter, med **Lägg till CardDAV-konto**.',
  'page.programs.mac':
    '**Systeminställningar**, Internetkonton, Lägg till konto, Lägg till annat konto, **CalDAV-konto**, kontotyp Manuell. För kontakter likadant med **CardDAV-konto**.',
  'page.programs.android':
    'Installera **DAVx⁵**. I appen: plus, **Logga in med URL och användarnamn**, sedan server, användarnamn och lösenord härovan. Kryssa för kalendrarna och adressboken; de syns i telefonens egen kalender och kontakter.',
  'page.programs.thunderbird':
    'Kalender, Ny kalender, **På nätverket**: användarnamn och server härovan, sedan Hitta kalendrar. För kontakter: Adressbok, Ny, **CardDAV-adressbok**.',
  'page.programs.outlook':
    'Installera det fria tillägget **CalDav Synchronizer**. I det: Synchronization Profiles, Add, Generic CalDAV; välj Outlook-mappen, sedan server, användarnamn och lösenord härovan, och **Test or discover settings**.',
  'page.programs.other': 'Annat program',
  'page.programs.other.how':
    'Ett program som talar **CalDAV** eller **CardDAV** hittar allt med bara serverns adress. Ett som frågar efter adressen till en enda kalender tar en av dessa.',
  'page.programs.book': 'Adressbok',
  'page.programs.feeds': 'Länkar för program som bara läser',
  'page.programs.feeds.lead':
    'En länk visar en kalender för den som har den, utan lösenord: för en skärm på väggen, en webbsida, en partner. Den visar det du ser, aldrig gäster eller det som är privat, tills du återkallar den.',
  'page.programs.feeds.empty': 'Du har inte gett ut några länkar.',
  'page.programs.feeds.ended': { one: '{count} återkallad', other: '{count} återkallade' },
  'page.programs.ended-on': 'återkallad {day}',
  'page.programs.made-on': 'skapad {day}',
  'page.programs.copy': 'Kopiera',
  'page.programs.copied': 'Kopierat',
  'page.programs.settings':
    'Namn och färger som du sätter i programmet på en kalender du sköter gäller även här; på en som andra sköter är de bara dina. Vem som ser en kalender bestäms i kalenderns egna inställningar.',
  'page.programs.busy': 'Upptagen',
  'page.programs.holidays': 'Helgdagar: {country}',
  'page.programs.birthdays': 'Födelsedagar',
  'page.programs.feeds.days': 'Länk till dagar',
}
