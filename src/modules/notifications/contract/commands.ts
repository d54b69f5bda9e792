import { command, event, job } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, day, id, text, z } from '../../../kernel/schema.ts'
import { digestStates, notificationWish } from './shapes.ts'

const example = '019aa000-0000-7000-8000-000000000001'

export const browserUnknown = refusal('browser-unknown', 404)

/** Who was told of what is the teller's and the told one's business: without words. */
export const noticesGiven = event('notifications.notices-given', z.strictObject({ count: z.int() }))
export const browserAllowed = event('notifications.browser-allowed', z.strictObject({ name: z.string() }))
export const browserForgotten = event('notifications.browser-forgotten', z.strictObject({ name: z.string() }))

/** Both run as the person told, so that they are shown what they may see when it is sent, and nothing else. */
export const sendDigest = job('notifications.send-digest', z.strictObject({ on: day() }))
export const interruptJob = job('notifications.interrupt-person', z.strictObject({ id: z.uuid() }))
export const lookForDigests = job('notifications.look-for-digests', z.strictObject({}), 'system')

export const notify = command({
  name: 'notifications.notify',
  summary:
    'Tells people of what an event says they should hear of, never of what they did themselves; what an event settles is unread no longer.',
  input: z.strictObject({
    wishes: z.array(notificationWish).max(200),
    /** Keys of notices that nobody need read any more. */
    settled: z.array(text(200)).max(200).optional(),
  }),
  output: z.strictObject({ told: z.int() }),
  emits: [noticesGiven],
  door: 'none',
  tool: false,
  example: { wishes: [{ key: 'task:1', toId: example, titleKey: 'notice.task-handed', params: { title: 'Call' } }] },
})

/** Acted as the person told, from within what told them. */
export const interrupt = command({
  name: 'notifications.interrupt',
  summary: 'Lets an urgent notice of your own reach you at once, where your quiet hours allow.',
  input: z.strictObject({ id: z.uuid() }),
  output: z.strictObject({}),
  jobs: [interruptJob],
  door: 'none',
  tool: false,
  example: { id: example },
})

export const openDigest = command({
  name: 'notifications.open-digest',
  summary: 'Lets your digest of a day go out; once a day at most.',
  input: z.strictObject({ on: day() }),
  output: z.strictObject({ opened: z.boolean() }),
  jobs: [sendDigest],
  door: 'none',
  tool: false,
  example: { on: '2126-11-24' },
})

export const openDigests = command({
  name: 'notifications.open-digests',
  summary: 'Opens the digests whose hour has come, each as the person it is for.',
  input: z.strictObject({}),
  output: z.strictObject({ opened: z.int() }),
  jobs: [sendDigest],
  door: 'none',
  tool: false,
  example: {},
})

export const settleDigest = command({
  name: 'notifications.settle-digest',
  summary: 'Notes what became of your digest of a day, and which of your notices it told.',
  input: z.strictObject({ on: day(), state: choice(digestStates).exclude(['due']), ids: z.array(z.uuid()).max(500) }),
  output: z.strictObject({}),
  tool: false,
  example: { on: '2126-11-24', state: 'empty', ids: [] },
})

const ids = z.strictObject({ ids: z.array(z.uuid()).min(1).max(1000) })

export const markRead = command({
  name: 'notifications.mark-read',
  summary: 'Marks notices of your own as read.',
  input: ids,
  output: z.strictObject({ ids: z.array(z.uuid()) }),
  tool: false,
  undoable: true,
  example: { ids: [example] },
})

export const markUnread = command({
  name: 'notifications.mark-unread',
  summary: 'Marks notices of your own as not read yet.',
  input: ids,
  output: z.strictObject({ ids: z.array(z.uuid()) }),
  tool: false,
  undoable: true,
  example: { ids: [example] },
})

export const allowBrowser = command({
  name: 'notifications.allow-browser',
  summary: 'Lets urgent notices appear in this browser, also when Kontor is not open (Web Push, RFC 8030).',
  input: z.strictObject({
    endpoint: z
      .url({ protocol: /^https$/ })
      .max(1000)
      .meta({ hidden: true }),
    p256dh: z
      .string()
      .regex(/^[A-Za-z0-9_-]{80,100}$/)
      .meta({ hidden: true }),
    auth: z
      .string()
      .regex(/^[A-Za-z0-9_-]{20,30}$/)
      .meta({ hidden: true }),
    name: text(200),
  }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [browserAllowed],
  tool: false,
  example: {
    endpoint: 'https://push.example.org/one',
    p256dh: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM',
    auth: 'tBHItJI5svbpez7KI4CCXg',
    name: 'Firefox',
  },
})

export const forgetBrowser = command({
  name: 'notifications.forget-browser',
  summary: 'Stops urgent notices in a browser of your own.',
  input: z.strictObject({ id: id(undefined, { hidden: true }) }),
  output: z.strictObject({}),
  emits: [browserForgotten],
  refusals: [browserUnknown],
  tool: false,
  example: { id: example },
})

export const notificationCommands = [
  notify,
  interrupt,
  openDigest,
  openDigests,
  settleDigest,
  markRead,
  markUnread,
  allowBrowser,
  forgetBrowser,
]
