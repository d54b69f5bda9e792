import type { Messages } from '../../../kernel/language/catalogue.ts'

export const en = {
  'caldav.create-feed': 'Make a link',
  'caldav.create-day-feed': 'Make a link to marked days',
  'caldav.revoke-feed': 'End the link',
  'done.caldav.revoke-feed': 'Ended. Whoever has it sees nothing any more.',
  'caldav.keep-properties': 'Keep a program’s settings',
  'caldav.name-calendar': 'Note a program’s name for a calendar',
  'caldav.keep-card': 'Keep the rest of a contact card',
  'caldav.list-feeds': 'Your links to calendars',
  'caldav.get-connection': 'Addresses for your own program',
  'permission.caldav.give-feeds': 'Give secret links to calendars',
  'permission.caldav.use-programs': 'Use calendar and contacts in one’s own program',
  'refusal.feed-calendar-unknown': 'You see no such calendar, or only that it is busy.',
  'refusal.feed-calendar-unknown.todo': 'Choose one of yours, or give only when it is busy.',
  'refusal.feed-unknown': 'This link opens nothing.',
  'refusal.feed-unknown.todo': 'It may have been ended. Ask whoever gave it to you for a new one.',
  'refusal.calendar-name-taken': 'Another of your calendars bears that name in programs.',
  'refusal.calendar-name-taken.todo': 'Choose another name.',
  'refusal.card-unknown': 'There is no such person or organisation.',
  'refusal.card-unknown.todo': 'Let the program fetch the address book again.',
  'event.caldav.feed-made': '{who} made the link “{name}” to the calendar',
  'event.caldav.feed-revoked': '{who} ended the link “{name}” to the calendar',
  'event.caldav.properties-kept': '{who}’s program kept its settings',
  'event.caldav.calendar-named': '{who} made the calendar in a program',
  'event.caldav.card-kept': '{who} changed the contact card in a program',
  'field.caldav.calendarId': 'Calendar',
  'field.caldav.name': 'For whom or what',
  'field.caldav.scope': 'What it shows',
  'choice.caldav.scope.full': 'Everything that is not private',
  'choice.caldav.scope.busy': 'Only when it is busy',
  'field.caldav.days': 'Days',
  'choice.caldav.days.holidays': 'Public holidays',
  'choice.caldav.days.schools': 'School holidays you have chosen',
  'choice.caldav.days.birthdays': 'Birthdays',
  'page.programs': 'Your calendar in your own program',
  'page.programs.lead':
    'Your telephone or your calendar program shows what stands here, and what you change there stands here at once. Every change counts as your own; a room that is taken stays taken.',
  'page.programs.connect': 'What the program asks for',
  'page.programs.server': 'Server',
  'page.programs.user': 'User name',
  'page.programs.password': 'Password',
  'page.programs.password.hint':
    'It is shown this once and kept nowhere. Type it into the program now; never use your own password there.',
  'page.programs.make': 'Make a password for {program}',
  'page.programs.passwords': 'Passwords you have made, and how to end them',
  'page.programs.plain':
    'This address is not encrypted: whoever listens on the network can read the password, and iPhones refuse it. Ask whoever runs Kontor for HTTPS.',
  'page.programs.which': 'Which program',
  'page.programs.iphone':
    '**Settings**, Apps, Calendar, Calendar Accounts, Add Account, Other, **Add CalDAV Account**. Server, user name and password from above. For contacts the same under Contacts, with **Add CardDAV Account**.',
  'page.programs.mac':
    '**System Settings**, Internet Accounts, Add Account, Add Other Account, **CalDAV account**, account type Manual. For contacts the same with **CardDAV account**.',
  'page.programs.android':
    'Install **DAVx⁵**. In it: plus, **Login with URL and user name**, then the server, user name and password from above. Tick the calendars and the address book; they appear in the telephone’s own calendar and contacts.',
  'page.programs.thunderbird':
    'Calendar, New Calendar, **On the Network**: user name and server from above, then Find Calendars. For contacts: Address Book, New, **CardDAV Address Book**.',
  'page.programs.outlook':
    'Install the free add-in **CalDav Synchronizer**. In it: Synchronization Profiles, Add, Generic CalDAV; choose the Outlook folder, then server, user name and password from above, and **Test or discover settings**.',
  'page.programs.other': 'Other program',
  'page.programs.other.how':
    'Any program that speaks **CalDAV** or **CardDAV** finds everything from the server’s address alone. One that asks for the address of a single calendar takes one of these.',
  'page.programs.book': 'Address book',
  'page.programs.feeds': 'Links for programs that only read',
  'page.programs.feeds.lead':
    'A link shows a calendar to whoever has it, without a password: for a wall screen, a web page, a partner. It shows what you see, never guests or what is private, until you end it.',
  'page.programs.feeds.empty': 'You have given no links.',
  'page.programs.feeds.ended': { one: '{count} ended', other: '{count} ended' },
  'page.programs.ended-on': 'ended {day}',
  'page.programs.made-on': 'made {day}',
  'page.programs.copy': 'Copy',
  'page.programs.copied': 'Copied',
  'page.programs.settings':
    'Names and colours that you set in the program for a calendar you look after hold here too; for one that others look after they are yours alone. Who sees a calendar is set in the calendar’s own settings.',
  'page.programs.busy': 'Busy',
  'page.programs.holidays': 'Public holidays: {country}',
  'page.programs.birthdays': 'Birthdays',
  'page.programs.feeds.days': 'Link to days',
} as const satisfies Messages

export type Keys = keyof typeof en
