import { query } from '../../../kernel/declare.ts'
import { count, day, flag, id, slice, z } from '../../../kernel/schema.ts'
import { noticeLine, noticeSettings } from './shapes.ts'

export const listNotices = query({
  name: 'notifications.list-notices',
  summary: 'What you have been told of, newest first; what you may no longer see is not among it.',
  input: z.strictObject({ unread: flag().optional(), ...slice }),
  output: z.strictObject({
    rows: z.array(noticeLine),
    total: count(),
    unread: count(),
    next: z.string().nullable(),
  }),
  kinds: ['notice'],
  tool: false,
  example: {},
})

/** Asked by the jobs that send, as the person told. */
export const toSend = query({
  name: 'notifications.to-send',
  summary: 'What your digest of a day, or one urgent notice, says, and by which ways it may reach you now.',
  input: z.strictObject({ on: day().optional(), id: id('notice').optional() }),
  output: z.strictObject({
    notices: z.array(noticeLine),
    digestDue: flag(),
    email: z.string().nullable(),
    name: z.string(),
    office: z.string(),
    language: z.string(),
    zone: z.string(),
    quiet: flag(),
    urgentMail: flag(),
    reminderPush: flag(),
    reminderMail: flag(),
    browsers: z.array(z.strictObject({ id: z.uuid(), endpoint: z.string(), p256dh: z.string(), auth: z.string() })),
  }),
  kinds: ['notice'],
  tool: false,
  example: { on: '2126-11-24' },
})

export const getSettings = query({
  name: 'notifications.get-settings',
  summary: 'How you are told: hours, quiet hours, browsers, and whether mail can go out at all.',
  input: z.strictObject({}),
  output: z.strictObject({
    settings: noticeSettings,
    email: z.string().nullable(),
    mailWorks: flag(),
    pushKey: z.string().nullable(),
    browsers: z.array(z.strictObject({ id: z.uuid(), name: z.string(), endpoint: z.string(), since: z.string() })),
  }),
  kinds: ['notice'],
  tool: false,
  example: {},
})

export const countDigests = query({
  name: 'notifications.count-due-digests',
  summary: 'For how many people the hour of the digest has come.',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  tool: false,
  example: {},
})

export const notificationQueries = [listNotices, toSend, getSettings, countDigests]
