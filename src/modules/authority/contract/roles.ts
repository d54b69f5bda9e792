/** The roles every organisation opens with. They bear the same ids everywhere, so that rules and audiences can name them. */

export const roleKeys = ['owner', 'manager', 'clerk', 'bookkeeper', 'colleague', 'assistant'] as const
export type RoleKey = (typeof roleKeys)[number]

export interface StandardRole {
  readonly id: string
  readonly key: RoleKey
  readonly clearance: number
  /** `module.act`, `module.*` or `*`; without limits, which each office sets itself. */
  readonly permissions: readonly string[]
}

/** Guests outside: whose meeting it is writes to them; where answers go is for whoever looks after the office. */
const writingToGuests = [
  'invitations.list-meetings',
  'invitations.get-ledger',
  'invitations.get-settings',
  'invitations.resend',
  'invitations.accept-proposal',
  'invitations.propose-time',
  'invitations.clear-day',
  'invitations.warn-late',
  'invitations.subscribe-feed',
  'invitations.import-events',
]

/** One's own calendars elsewhere, and where one meets by video. */
const ownElsewhere = ['mirrors.keep-calendars', 'mirrors.make-links']

/** Calendars are everybody's: in which of them one may do what is for their owners to say. */
const calendars = [
  'list-calendars',
  'get-calendar',
  'create-calendar',
  'change-calendar',
  'share-calendar',
  'unshare-calendar',
  'retire-calendar',
  'bring-back-calendar',
  'list-places',
  'get-place',
  'find-free-places',
  'agenda',
  'busy',
  'get-event',
  'create-event',
  'change-event',
  'move-event',
  'cancel-event',
  'restore-event',
  'answer-event',
  'decide-booking',
  'check-in',
  'hold-times',
  'release-hold',
  'list-holds',
  'put-object',
  'remove-object',
  'list-objects',
  'get-object',
  'swap-bookings',
  'my-day',
  'list-days',
  'list-holiday-countries',
  'list-school-calendars',
  'get-school-calendar',
  'mind-school-holidays',
  'set-birthday',
  'remove-birthday',
  'list-birthdays',
  'order-service',
  'change-service',
  'cancel-service',
  'list-services',
  'place-use',
].map(act => `calendar.${act}`)

/** Everybody finds times and books them; ways between sites, and the hours of others, are for whoever looks after the office. */
const findingTimes = [
  'find-times',
  'book-slot',
  'get-hours',
  'set-working-hours',
  'set-preferences',
  'propose-times',
  'choose-time',
  'withdraw-proposal',
  'remind-invitees',
  'list-proposals',
  'create-booking-page',
  'change-booking-page',
  'close-booking-page',
  'reopen-booking-page',
  'answer-booking',
  'list-booking-pages',
].map(act => `scheduling.${act}`)

/** What everybody in the office may do about authority itself. */
const everybody = [
  'authority.list-principals',
  'authority.get-principal',
  'authority.list-roles',
  'authority.get-role',
  'authority.get-organisation',
  'authority.list-mandates',
  'authority.get-mandate',
  'authority.grant-mandate',
  'authority.revoke-mandate',
  'authority.set-deputy',
  'kernel.set-preference',
  'kernel.get-preferences',
  'notifications.*',
  'caldav.*',
  'proofing.*',
  'supervision.live-day',
  'authority.list-approvals',
  'authority.count-approvals',
  'authority.get-approval',
  'authority.withdraw-approval',
  'authority.record-timeline',
  'kernel.search',
  ...writingToGuests,
  ...ownElsewhere,
  ...calendars,
  ...findingTimes,
  'interviews.list-interviews',
  'interviews.send-card',
  'interviews.decide-interview',
]

/** One's own trips, and those of whom one keeps the calendar of; approving them and the office's rules are for others to give. */
const travelling = [
  'list-trips',
  'create-trip',
  'change-trip',
  'book-trip',
  'cancel-trip',
  'restore-trip',
  'add-document',
].map(act => `travel.${act}`)

/** Deciding on what others ask, each within their own permission and limit. */
const deciding = ['authority.approve', 'authority.refuse-approval']

const people = [
  'authority.invite-person',
  'authority.renew-invitation',
  'authority.show-link',
  'authority.reset-password',
  'authority.disable-principal',
  'authority.enable-principal',
  'authority.assign-role',
  'authority.unassign-role',
  'authority.create-assistant',
  'authority.permission-matrix',
]

const tokens = [
  'authority.create-api-token',
  'authority.revoke-api-token',
  'authority.show-api-token',
  'authority.list-api-tokens',
]

/** The business itself; what one finds and sees is bounded by class and audience besides. */
const business = [
  'calendar.*',
  'scheduling.*',
  'invitations.change-settings',
  'mirrors.change-setup',
  'work.*',
  'directory.*',
  'documents.*',
  'matters.*',
  'procedures.*',
  'registers.*',
  'announcements.*',
  'permits.*',
  'meetings.*',
  'interviews.*',
  'outings.*',
  'letters.*',
  'oncall.*',
  'cases.*',
  'presence.*',
  'calls.*',
  'post.*',
  ...travelling,
]

/** The office's money: who keeps the books and pays, and who leads them. */
const money = ['ledger.*', 'payables.*', 'receivables.*', 'expenses.*', 'payinputs.*', 'banking.*']

/** Bills are entered, coded and asked about by whoever looks after the office; approving and paying is for others to give. */
const handlingBills = [
  'payables.list-bills',
  'payables.enter-bill',
  'payables.change-bill',
  'payables.code-bill',
  'payables.assign-bill',
  'payables.hold-bill',
  'payables.dispute-bill',
  'payables.release-bill',
  'payables.confirm-account',
  'payables.settle-alarm',
  'payables.ask-colleague',
  'payables.list-agreements',
  'payables.create-agreement',
  'payables.change-agreement',
  'payables.skip-expected',
]

/** Quotes and invoices are written by whoever looks after the office; issuing, sending and reminding is for others to give. */
const draftingInvoices = [
  'receivables.list-invoices',
  'receivables.list-quotes',
  'receivables.create-quote',
  'receivables.change-quote',
  'receivables.discard-quote',
  'receivables.create-invoice',
  'receivables.change-invoice',
  'receivables.discard-invoice',
  'receivables.restore-invoice',
]

/** What somebody laid out, and their hours: entered by everybody for themselves. */
const ownMoney = [
  'expenses.list-reports',
  'expenses.create-report',
  'expenses.change-report',
  'expenses.withdraw-report',
  'expenses.restore-report',
  'expenses.add-expense',
  'expenses.take-receipt',
  'expenses.add-mileage',
  'expenses.add-allowance',
  'expenses.change-expense',
  'expenses.remove-expenses',
  'expenses.put-back-expenses',
  'expenses.hand-in',
  'expenses.take-back',
  'expenses.set-pay-account',
  'payinputs.enter-own',
]

/** Reports are sorted and verified, and hours gathered, by whoever looks after the office; approving is for others to give. */
const sortingExpenses = [
  'expenses.verify-report',
  'payinputs.list-periods',
  'payinputs.list-payees',
  'payinputs.open-period',
  'payinputs.gather-period',
  'payinputs.add-input',
  'payinputs.change-input',
  'payinputs.remove-inputs',
  'payinputs.put-back-inputs',
  'payinputs.paste-inputs',
  'payinputs.correct-input',
  'payinputs.check-period',
  'payinputs.reopen-period',
]

const asking = [
  'announcements.*',
  'work.desk',
  'work.get-task',
  'work.create-task',
  'work.quick-add',
  'work.change-task',
  'work.complete-task',
  'work.reopen-task',
  'work.snooze-task',
  'work.wait-for',
  'work.stop-waiting',
  'work.tick-checklist-item',
  'work.untick-checklist-item',
  'work.add-comment',
  'work.list-comments',
  'work.list-away',
  'procedures.list-procedures',
  'procedures.get-procedure',
  'procedures.start-run',
  'procedures.get-run',
  'procedures.complete-step',
  'procedures.deviate-step',
  'procedures.explain-lateness',
  'documents.take-in',
  'documents.use-folders',
  'documents.get-document',
  'matters.list-matters',
  'matters.get-matter',
  'directory.list-parties',
  'directory.get-party',
  'registers.list-registers',
  'registers.list-rows',
  'meetings.list-meetings',
  'meetings.list-decisions',
  'meetings.create-meeting',
  'meetings.change-meeting',
  'meetings.create-next',
  'meetings.add-attendee',
  'meetings.set-presence',
  'meetings.add-item',
  'meetings.change-item',
  'meetings.send-agenda',
  'meetings.write-lines',
  'meetings.finish-minutes',
  'meetings.approve-minutes',
  'meetings.send-back-minutes',
  'outings.list-outings',
  'outings.register',
  'outings.decline',
  'outings.state-diets',
  'outings.give-feedback',
  'cases.open-case',
  'cases.list-cases',
  'cases.list-answers',
  'cases.assign-case',
  'cases.add-entry',
  'cases.wait-case',
  'cases.resume-case',
  'oncall.list-rotas',
  'oncall.ask-swap',
  'oncall.answer-swap',
  'oncall.withdraw-swap',
  'oncall.set-phone',
  'oncall.raise-alarm',
  'oncall.list-alarms',
  'oncall.acknowledge-alarm',
  'oncall.escalate-alarm',
  'oncall.resolve-alarm',
  'post.list-items',
  'post.take-item',
  'post.hand-over-item',
  'post.list-outgoing',
  'post.add-outgoing',
  'post.change-outgoing',
  'post.cancel-outgoing',
  'post.restore-outgoing',
  'presence.now',
  'presence.set-word',
  'calls.list-slips',
  'calls.list-calls',
  'calls.take-slip',
  'calls.read-slip',
  'calls.hand-over-slip',
  'calls.finish-slip',
  'calls.reopen-slip',
  'calls.withdraw-slip',
  'calls.log-call',
  'calls.note-call',
  'calls.hand-over-call',
  'calls.settle-call',
  ...travelling,
]

const reading = [
  'announcements.list-announcements',
  'work.desk',
  'work.get-task',
  'work.list-tasks',
  'work.list-comments',
  'documents.get-document',
  'documents.list-documents',
  'directory.list-parties',
  'directory.get-party',
  'registers.list-registers',
  'registers.list-rows',
  'kernel.search',
]

/** What runs the machine, as far as an office manager looks after it. */
const machine = ['kernel.list-jobs', 'kernel.revive-job', 'kernel.cancel-job']

const standard = (index: number, key: RoleKey, clearance: number, permissions: readonly string[]): StandardRole => ({
  id: `00000000-0000-7000-8000-00000000000${index}`,
  key,
  clearance,
  permissions,
})

export const standardRoles: Readonly<Record<RoleKey, StandardRole>> = {
  owner: standard(1, 'owner', 3, ['*']),
  manager: standard(2, 'manager', 2, [
    ...business,
    'travel.*',
    ...money,
    ...everybody,
    ...deciding,
    'authority.approve-own',
    ...people,
    ...tokens,
    ...machine,
    'authority.set-record-class',
    'authority.read-journal',
    'supervision.set-superior',
  ]),
  clerk: standard(3, 'clerk', 2, [
    ...business,
    'travel.set-policy',
    ...handlingBills,
    ...draftingInvoices,
    ...ownMoney,
    ...sortingExpenses,
    ...everybody,
    ...deciding,
    'authority.set-record-class',
  ]),
  bookkeeper: standard(4, 'bookkeeper', 2, [...business, ...money, ...everybody, ...deciding]),
  colleague: standard(5, 'colleague', 1, [...everybody, ...asking, ...ownMoney]),
  assistant: standard(6, 'assistant', 1, [
    'authority.list-principals',
    'authority.get-organisation',
    'authority.list-mandates',
    'authority.list-approvals',
    'authority.get-approval',
    'authority.withdraw-approval',
    ...reading,
  ]),
}
