import type { CommandAnswer } from '../../../../web/answers.ts'

/** What a room that is taken answers: until when, and when it is free next. */
export interface PlaceTaken {
  readonly calendarId: string
  readonly title: string
  readonly start: string
  readonly end: string
  readonly next: readonly string[]
  readonly message: string
}

/** The refusal of a place, which is shown beside it with the next times; null for every other answer. */
export function takenBy(answer: CommandAnswer | null): PlaceTaken | null {
  if (answer?.status !== 'refused' || answer.refusal.name !== 'place-taken') return null
  const data = answer.refusal.data as Partial<PlaceTaken> | undefined
  return {
    calendarId: data?.calendarId ?? '',
    title: data?.title ?? '',
    start: data?.start ?? '',
    end: data?.end ?? '',
    next: data?.next ?? [],
    message: answer.refusal.message,
  }
}
