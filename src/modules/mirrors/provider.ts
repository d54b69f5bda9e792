/** What a calendar held elsewhere can be asked, whoever holds it. */

/** Why one elsewhere cannot be spoken with. */
export const mirrorProblems = [
  'address-wrong',
  'address-private',
  'unreachable',
  'too-slow',
  'too-large',
  'answer-wrong',
  'sign-in-refused',
  'calendar-missing',
  'many-gone',
] as const
export type MirrorProblem = (typeof mirrorProblems)[number]

export class MirrorFault extends Error {
  readonly problem: MirrorProblem
  /** When it may be asked again, where it said so; seconds. */
  readonly retryAfter: number | null
  constructor(problem: MirrorProblem, about = '', retryAfter: number | null = null) {
    super(about ? `${problem}: ${about}` : problem)
    this.problem = problem
    this.retryAfter = retryAfter
  }
}

export interface RemoteCalendar {
  readonly id: string
  readonly name: string
  readonly writable: boolean
  /** Of the whole account, on the first of them, where the service says it. */
  readonly address?: string
}

/** An event there, as a VCALENDAR of one UID. */
export interface RemoteObject {
  readonly name: string
  readonly tag: string
  readonly uid: string
  readonly ics: string
}

export interface RemoteChanges {
  /** Changed since the token, or differing from what is known. */
  readonly objects: readonly RemoteObject[]
  /** Changed, but not to be read: why. */
  readonly unreadable: readonly { readonly name: string; readonly tag: string; readonly because: string }[]
  readonly gone: readonly string[]
  /** Names of all that lies there, where the whole was looked at; null where only changes were. */
  readonly present: ReadonlySet<string> | null
  readonly token: string | null
}

export interface Outgoing {
  readonly uid: string
  readonly ics: string
  /** Under which name it lies there, and as what; null for what is new there. */
  readonly name: string | null
  readonly tag: string | null
}

export type PutAnswer =
  | { readonly is: 'kept'; readonly name: string; readonly tag: string }
  /** Somebody there was quicker: the next look finds what they did. */
  | { readonly is: 'changed' }
  /** It will not be taken as it is. */
  | { readonly is: 'refused'; readonly because: string }

export interface Provider {
  calendars(): Promise<RemoteCalendar[]>
  /** `known`: names with their tags as agreed; without a token the whole is looked at. */
  changes(calendarId: string, token: string | null, known: ReadonlyMap<string, string>): Promise<RemoteChanges>
  /** Twice the same makes it once: names of new events are made of their UID. */
  put(calendarId: string, outgoing: Outgoing): Promise<PutAnswer>
  /** What is not there any more is gone. */
  remove(calendarId: string, name: string, tag: string): Promise<'gone' | 'changed' | { readonly refused: string }>
  /** What they say, with what of ours they have no words for. */
  merged(ours: string | null, theirs: string): string
}
