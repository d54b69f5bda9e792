/** What an adapter is: a channel is one small file that can hear, send, and say what it can. */
import type { Language } from '../../../kernel/language/catalogue.ts'
import type { HeardMessage, HeardStatus } from '../contract/messages.ts'
import type { Capabilities, WireName } from '../contract/shapes.ts'

/** A channel with what is needed to speak with its provider. */
export interface Reached {
  readonly id: string
  readonly organisationId: string
  readonly wire: WireName
  readonly title: string
  readonly address: string | null
  readonly sender: string | null
  readonly account: string | null
  readonly replyTo: string | null
  readonly secrets: Readonly<Record<string, string>>
  /** Whether any was sealed, though it may not open any more. */
  readonly hasSecret: boolean
  /** Numbers are read as dialled from here. */
  readonly country: string
  /** Where the provider tells of messages; null where nobody outside reaches this server. */
  readonly hook: string | null
}

/** What came in at a channel's address, as it came. */
export interface Asked {
  readonly query: Readonly<Record<string, string>>
  header(name: string): string
  readonly body: Buffer
  readonly now_ms: number
}

export interface Answer {
  readonly contentType: string
  readonly text: string
}

/** What was told there. What is verified and cannot be read is `kept`: nothing is lost. */
export interface Heard {
  readonly messages: readonly HeardMessage[]
  readonly statuses: readonly HeardStatus[]
  readonly answer?: Answer
}

export interface Outgoing {
  /** Ours: the same for the same message, however often it is tried. */
  readonly id: string
  readonly to: string
  readonly name: string
  readonly text: string
  readonly template: { readonly name: string; readonly language: string } | null
  readonly language: Language | null
  readonly author: string | null
  readonly follows: string | null
  readonly file: OutgoingFile | null
}

export interface OutgoingFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/** `later`: it was not taken and may be tried again; `doubtful`: nobody knows. */
export interface Given {
  readonly outcome: 'given' | 'later' | 'refused' | 'doubtful'
  readonly externalId?: string
  readonly because?: string
}

export interface Fetched {
  readonly bytes: Buffer
  readonly name?: string
  readonly mediaType?: string
}

export interface Wire {
  readonly capabilities: Capabilities
  /** Names of the secrets it needs. */
  readonly secrets: readonly string[]
  /** `forged`: not from whom it should be, or too long ago. */
  receive(asked: Asked, channel: Reached): Heard | 'forged'
  send(message: Outgoing, channel: Reached): Promise<Given>
  /** The handle of whom one writes to first; null where that is none. */
  handleOf(typed: string, channel: Pick<Reached, 'country'>): { handle: string; number?: string } | null
  /** A question that its provider asks to see whether the address is ours (a GET). */
  verify?(asked: Asked, channel: Reached): Answer | null
  /** Tries the provider with what is kept; gives who it says that we are. Throws what it said. */
  check?(channel: Reached): Promise<string>
  /** A file of a message, of which only its name there was told. Throws where it is not given. */
  fetchFile?(ref: string, channel: Reached): Promise<Fetched>
}

/** Words that go with a file: both providers who take files take so many. */
export const mostCaption = 1024
/** The most that is taken of one file. */
export const mostFileBytes = 25 * 1024 * 1024
