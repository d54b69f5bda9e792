import { refusal } from '../../../kernel/refusal.ts'

export const taskNotOpen = refusal('task-not-open', 409)
export const taskNotClosed = refusal('task-not-closed', 409)
export const taskNotWaiting = refusal('task-not-waiting', 409)
export const taskTaken = refusal('task-taken', 409)
export const ownerUnknown = refusal('owner-unknown', 422)
export const dueMomentOffDay = refusal('due-moment-off-day', 422)
export const repeatNeedsDay = refusal('repeat-needs-day', 422)
export const snoozeInPast = refusal('snooze-in-past', 422)
export const chaseInPast = refusal('chase-in-past', 422)
export const checklistItemUnknown = refusal('checklist-item-unknown', 404)
export const checklistFull = refusal('checklist-full', 409)
export const personUnknown = refusal('person-unknown', 422)
export const personAmbiguous = refusal('person-ambiguous', 422)
export const entryWithoutTitle = refusal('entry-without-title', 422)
/** The due day was to be put behind the day that was promised. */
export const promiseFirst = refusal('promise-first')
export const commentUnknown = refusal('comment-unknown', 404)
