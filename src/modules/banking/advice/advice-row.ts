/** The advice of a payment: to whom it goes, whether it may be sent, what became of it. */
import { sql } from 'kysely'
import type { Act, Standing, View } from '../../../kernel/implement.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { dbOf } from '../account-row.ts'
import type { AdviceMail, AdviceMode, AdviceStand } from '../contract.ts'
import type { PaymentRow } from '../run-row.ts'
import { billingFirst } from './billing-address.ts'

export type Reader = Act | View

/** Somebody who was paid, as the directory has them now. */
export interface Payee {
  readonly id: string
  readonly name: string
  readonly language: Language | null
  readonly street: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly country: string | null
  readonly mode: AdviceMode
  readonly email: string | null
  /** What they have asked for, where it is not what the directory has. */
  readonly own: { readonly email: string | null; readonly language: Language | null }
}

type Found = Omit<Payee, 'mode' | 'email' | 'own'> & {
  readonly asked_id: string
  readonly own_email: string | null
  readonly own_language: Language | null
  readonly mode: AdviceMode | null
  readonly mails: { email: string; label: string }[] | null
}

/** By the id that a payment names; who was merged counts as the one they became, and nobody is told who may not be seen. */
export async function payeesOf(at: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Payee>> {
  const wanted = [...new Set(ids.filter(id => id !== null))]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<Found>`
    select k.id as asked_id, c.party_id as id, c.name, c.language, c.street, c.postcode, c.city, c.country, a.mode,
      a.email as own_email, a.language as own_language,
      (select jsonb_agg(jsonb_build_object('email', m.email, 'label', m.label) order by m.position)
        from directory.labelled_mail_fact m where m.organisation_id = c.organisation_id and m.party_id = c.party_id) as mails
    from kernel.record k
    join ${visibleRecords(at).selectAll()} r on r.id = coalesce(k.merged_into, k.id)
    join directory.correspondent_fact c on c.organisation_id = ${at.office.id} and c.party_id = r.id
    left join banking.advice_choice a on a.organisation_id = c.organisation_id and a.party_id = c.party_id
    where k.organisation_id = ${at.office.id} and k.id = any(${wanted}::uuid[])`.execute(dbOf(at))
  return new Map(
    rows.map(({ asked_id, mails, mode, own_email, own_language, ...row }) => [
      asked_id,
      {
        ...row,
        mode: mode ?? 'off',
        language: own_language ?? row.language,
        email: own_email ?? billingFirst(mails ?? []),
        own: { email: own_email, language: own_language },
      },
    ]),
  )
}

export interface AdviceRow {
  readonly payment_id: string
  readonly mail: AdviceMail
  readonly mail_to: string
  readonly subject: string
  readonly body: string
  readonly paper: unknown
  readonly given_by_id: string
  readonly mail_error: string | null
}

export async function advicesOf(
  at: Pick<Standing, 'office'> & { db(): unknown },
  paymentIds: readonly string[],
): Promise<ReadonlyMap<string, AdviceRow>> {
  if (paymentIds.length === 0) return new Map()
  const { rows } = await sql<AdviceRow>`
    select payment_id, mail, mail_to, subject, body, paper, given_by_id, mail_error from banking.advice
    where organisation_id = ${at.office.id} and payment_id = any(${[...paymentIds]}::uuid[])`.execute(dbOf(at))
  return new Map(rows.map(row => [row.payment_id, row]))
}

/** What did not go, or nobody knows of, may be sent again by somebody; all else went, or is about to. */
const mayGoAgain: readonly AdviceMail[] = ['failed', 'no-door', 'doubtful']

/** Whether it may be sent now; `email` is an address that somebody has given. */
export function standOf(
  payment: Pick<PaymentRow, 'state'>,
  payee: Payee | undefined,
  given: Pick<AdviceRow, 'mail'> | undefined,
  email?: string,
): AdviceStand {
  if (given && !mayGoAgain.includes(given.mail)) return 'given'
  if (payment.state !== 'settled') return 'not-paid'
  if (!payee) return 'nobody-known'
  if (payee.mode === 'off') return 'off'
  return (email ?? payee.email) ? 'ready' : 'no-address'
}
