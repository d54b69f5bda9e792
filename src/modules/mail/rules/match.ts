import { foldInPlace } from '../../../kernel/search/snippet.ts'

/** What rules look at in a mail that came. */
export interface MailFacts {
  readonly mailboxId: string
  /** Name and address of who wrote it. */
  readonly from: string
  /** Those it was written to, and copies. */
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly attachments: number
}

/** All that are given must hold. */
export interface Conditions {
  readonly mailboxId?: string | null | undefined
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  readonly subject?: string | null | undefined
  readonly words?: string | null | undefined
  readonly hasAttachment?: boolean | null | undefined
}

const has = (text: string, part: string | null | undefined): boolean =>
  !part || foldInPlace(text).includes(foldInPlace(part.trim()))

/** Whether a mail meets all conditions; what is written is compared without case and accents. */
export function meets(mail: MailFacts, asked: Conditions): boolean {
  if (asked.mailboxId && asked.mailboxId !== mail.mailboxId) return false
  if (typeof asked.hasAttachment === 'boolean' && asked.hasAttachment !== mail.attachments > 0) return false
  if (!has(mail.from, asked.from) || !has(mail.subject, asked.subject)) return false
  if (asked.to && !mail.to.some(one => has(one, asked.to))) return false
  return has(`${mail.subject}\n${mail.text}`, asked.words)
}

/** Whether anything is asked at all: a rule for every mail is a mistake. */
export const asksSomething = (asked: Conditions): boolean =>
  Boolean(asked.from || asked.to || asked.subject || asked.words) || typeof asked.hasAttachment === 'boolean'

export interface Rule extends Conditions {
  readonly ownerId: string | null
  readonly label: string | null
  readonly folderId: string | null
  readonly outcome: 'stays' | 'done' | 'noise'
}

export interface Wished {
  readonly ownerId: string | null
  readonly labels: readonly string[]
  readonly folderId: string | null
  readonly outcome: 'stays' | 'done' | 'noise'
}

/**
 * What all rules together want of a mail: the first that names an owner gives it, the first that names a folder lays it there, the first
 * that says what becomes of it says it, labels of all are put on.
 */
export function wishesOf(mail: MailFacts, rules: readonly Rule[]): Wished {
  const met = rules.filter(rule => meets(mail, rule))
  return {
    ownerId: met.find(({ ownerId }) => ownerId)?.ownerId ?? null,
    labels: [...new Set(met.flatMap(({ label }) => label ?? []))],
    folderId: met.find(({ folderId }) => folderId)?.folderId ?? null,
    outcome: met.find(({ outcome }) => outcome !== 'stays')?.outcome ?? 'stays',
  }
}
