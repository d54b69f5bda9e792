/** What a machine reads in the bytes of a mail. */
import type { Language } from '../../../kernel/language/catalogue.ts'
import type { AttachmentLine, AutomaticKind, MailProtection } from '../contract/shapes.ts'

export interface Written {
  readonly name: string
  readonly address: string
}

/** One recipient that a mail of ours did not reach (RFC 3464). */
export interface Undelivered {
  readonly address: string
  readonly because: string
  readonly final: boolean
  /** Message-ID of the mail it is about, where it says so. */
  readonly messageId: string | null
}

export interface MailFacts {
  readonly messageId: string | null
  /** Mails that it follows, the nearest last. */
  readonly references: readonly string[]
  readonly from: Written
  readonly to: readonly Written[]
  readonly cc: readonly Written[]
  readonly bcc: readonly Written[]
  readonly replyTo: readonly Written[]
  readonly subject: string
  /** ISO; null where it says none that can be. */
  readonly sentAt: string | null
  readonly automatic: AutomaticKind | null
  /** Absent in what was read before it was looked for. */
  readonly protection?: MailProtection | null
  readonly attachments: readonly AttachmentLine[]
  /** Content-ID by part number, for pictures within the text. */
  readonly contentIds: Readonly<Record<string, string>>
  readonly hasHtml: boolean
  readonly hasRemote: boolean
  readonly quotedFrom: number
  readonly snippet: string
  readonly language: Language | null
  readonly undelivered: readonly Undelivered[]
}

export interface ReadMail {
  readonly parse: 'whole' | 'partly' | 'kept'
  readonly problem: string | null
  readonly facts: MailFacts
  readonly text: string
  /** `text` without what it quotes: what is searched. */
  readonly fresh: string
}

/** Raised when a reader finds more than the one before: what was not whole is then read again. */
export const reader = 1
