import type { Messages } from '../../../kernel/language/catalogue.ts'

/** Words of what corrections taught. */
export const learningEn = {
  'kind.lesson': 'Lesson',
  'kind.lesson.plural': 'Lessons',
  'documents.forget-lessons': 'Forget',
  'documents.recall-lessons': 'Remember again',
  'documents.list-lessons': 'What corrections taught',
  'done.documents.forget-lessons': 'Forgotten',
  'done.documents.recall-lessons': 'Remembered again',
  'event.documents.lessons-learnt': {
    one: '{who} corrected a paper of {sender}: one thing learnt',
    other: '{who} corrected a paper of {sender}: {count} things learnt',
  },
  'event.documents.lessons-forgotten': {
    one: '{who} had one lesson forgotten',
    other: '{who} had {count} lessons forgotten',
  },
  'event.documents.lessons-recalled': {
    one: '{who} had one lesson remembered again',
    other: '{who} had {count} lessons remembered again',
  },
  'lesson.kind.title': 'what kind it is',
  'lesson.class.title': 'where it is filed',
  'lesson.owner.title': 'whose the task is',
  'lesson.wording.title': 'what the task is called',
  'lesson.place.beside': '{field} stands beside “{words}”',
  'lesson.place.below': '{field} stands below “{words}”',
  'lesson.place.spot': '{field} stands at the same spot of the page',
  'lesson.value': '{field} is {words}',
  'lesson.kind': 'what looks like this and was read as {kind} is: {words}',
  'lesson.class': '{kind}: filed under {words}',
  'lesson.owner': '{kind}: the task goes to {words}',
  'lesson.wording': '{kind}: the task is called “{words}”',
  'lesson.nobody': 'nobody in particular',
  'reason.learnt': 'learnt from a correction',
  'read-reason.learnt': 'an earlier correction taught where it stands',
  'page.confirm.learnt-yours': 'learnt from your correction on {day}',
  'page.confirm.learnt': 'learnt from a correction on {day}',
  'page.confirm.next-time': 'Next time from {sender}: {what}',
  'page.confirm.matter': 'Matter',
  'page.confirm.matter-bound': 'Belongs to',
  'page.confirm.matter-number': 'its number stands on the paper',
  'page.confirm.matter-sender': 'open with this sender',
  'page.confirm.no-matter': 'No matter',
  'page.lessons': 'What corrections taught',
  'page.lessons.empty':
    'When you correct a paper, Kontor learns how that sender writes, and tells you so. What it has learnt stands here and can be forgotten.',
  'page.lessons.sender': 'Sender',
  'page.lessons.what': 'What was learnt',
  'page.lessons.taught': 'Taught',
  'page.lessons.held': 'Has held',
  'page.lessons.times': {
    one: '{count} time',
    other: '{count} times',
  },
  'page.lessons.trusted': 'sure',
  'page.lessons.forgotten': 'Forgotten',
  'page.lessons.all': 'Those that hold',
} as const satisfies Messages

export type LearningKeys = keyof typeof learningEn
