import type { Messages } from '../catalogue.ts'

export const en = {
  'refusal.input-invalid': 'Something in the form is not right.',
  'refusal.input-invalid.todo': 'Look at the marked fields and try again. Nothing has been saved yet.',
  'refusal.record-not-found': 'This cannot be found.',
  'refusal.record-not-found.todo': 'It may have been removed or merged, or it is not shown to you. Go back to the list.',
  'refusal.act-not-permitted': 'You do not have the right to do this.',
  'refusal.act-not-permitted.todo': 'Ask whoever looks after Kontor here for the permission.',
  'refusal.version-changed': 'Somebody has changed “{title}” since you opened it.',
  'refusal.version-changed.todo': 'Look at what changed, then do it again. What you typed is kept.',
  'refusal.basis-changed': 'What was to be approved is no longer what it was.',
  'refusal.basis-changed.todo': 'Look at it as it is now and ask for approval anew.',
  'refusal.key-reused': 'This request was already sent with other content.',
  'refusal.key-reused.todo': 'Send it again as a new request.',
  'refusal.records-busy': 'Somebody else is working on the same thing this very moment.',
  'refusal.records-busy.todo': 'Try again in a few seconds. Nothing has been changed.',
  'refusal.rule-broken': 'This does not fit with what is already there.',
  'refusal.rule-broken.todo': 'Check what you entered. Nothing has been changed.',
  'refusal.act-unknown': 'Kontor knows no such act.',
  'refusal.act-unknown.todo': 'Check the name; the list of acts stands under API.',
  'refusal.sign-in-needed': 'You are not signed in.',
  'refusal.sign-in-needed.todo': 'Sign in and try again.',
  'refusal.too-many-requests': 'That was a little too often.',
  'refusal.too-many-requests.todo': 'Wait a moment and try again.',
  'refusal.file-too-large': 'The file is too large.',
  'refusal.file-too-large.todo': 'Split it, or ask whoever looks after Kontor to allow larger files.',
  'refusal.fault': 'Something went wrong here, not with you.',
  'refusal.fault.todo': 'Nothing has been changed. Try again; if it happens again, report the number {requestId}.',
  'kernel.ask': 'Ask for approval',
} as const satisfies Messages

export type Keys = keyof typeof en
