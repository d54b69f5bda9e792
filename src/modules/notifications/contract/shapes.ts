import { choice, id, instant, text, z } from '../../../kernel/schema.ts'

/** `digest`: in the day's mail; `today`: that, and first among what is shown; `now`: interrupts, where the person lets it. */
export const urgencies = ['digest', 'today', 'now'] as const
export type Urgency = (typeof urgencies)[number]
export const digestStates = ['due', 'sent', 'empty', 'without-mail'] as const
export type DigestState = (typeof digestStates)[number]

export const params = () => z.record(z.string().regex(/^[a-zA-Z]{1,40}$/), z.union([z.string().max(500), z.number()]))

/** Something a person should hear of. The words stand in the asking module's catalogue, under a key `notice.…`. */
export const notificationWish = z.strictObject({
  /** While unread, the same key for the same person counts up instead of being told again. */
  key: text(200),
  /** A colleague, or else everybody who holds the role. */
  toId: id('principal').nullable().optional(),
  role: text(60).optional(),
  titleKey: z.string().regex(/^notice\.[a-z0-9.-]{1,80}$/),
  /** About the record alone: whoever may not see it is not shown them. `who` is filled in. */
  params: params().optional(),
  recordId: id().optional(),
  urgency: choice(urgencies).default('digest'),
  /** Said of something the person asked to be reminded of: it reaches them by the ways that they chose for that. */
  reminder: z.boolean().optional(),
})
export type NotificationWish = z.output<typeof notificationWish>

/** The generic envelope: spread into the payload schema of any event. */
export const notifyEnvelope = { notify: z.array(notificationWish).max(200).optional() }

const clock = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** ISO weekdays: 1 is Monday. */
const weekdays = () => z.array(z.int().min(1).max(7)).max(7)

/** How one wants to be told, under the preference `notifications.settings`; hours are the office's. */
export const noticeSettings = z.strictObject({
  digestAt: clock(),
  digestDays: weekdays(),
  quietFrom: clock(),
  quietUntil: clock(),
  daysOff: weekdays(),
  urgentMail: z.boolean(),
  /** Reminders of events: they stand on the desk whatever is chosen here. */
  reminderPush: z.boolean(),
  reminderMail: z.boolean(),
})
export type NoticeSettings = z.output<typeof noticeSettings>
export const settingsKey = 'notifications.settings'

export const usualSettings: NoticeSettings = {
  digestAt: '07:30',
  digestDays: [1, 2, 3, 4, 5],
  quietFrom: '18:00',
  quietUntil: '07:00',
  daysOff: [6, 7],
  urgentMail: true,
  reminderPush: true,
  reminderMail: false,
}

export const noticeLine = z.strictObject({
  id: z.uuid(),
  titleKey: z.string(),
  params: params(),
  urgency: choice(urgencies),
  reminder: z.boolean(),
  times: z.int(),
  at: instant(),
  read: z.boolean(),
  record: z.strictObject({ id: z.uuid(), kind: z.string(), title: z.string() }).nullable(),
})
export type NoticeLine = z.output<typeof noticeLine>
