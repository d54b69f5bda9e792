/** What the bank's answer says of each payment of a run: of itself, of its group, or of the whole file. */
import type { PaymentStatus, StatusReport } from '../../formats/bank/pay/pain002.ts'
import { nearestLanguage, translate } from '../../kernel/language/catalogue.ts'
import type { Keys } from './messages/en.ts'
import { catalogues } from './words.ts'

export interface KnownPayment {
  readonly id: string
  readonly endToEndId: string
  readonly paymentInfoId: string | null
  readonly live: boolean
}

export interface Answer {
  readonly accepted: boolean
  readonly rejections: { paymentId: string; reason: string }[]
}

/** The nearest word counts: the payment's own before its group's before the file's. */
export function answerFor(report: StatusReport, payments: readonly KnownPayment[], language: string): Answer {
  const { statuses } = report
  const whole = statuses.find(one => one.paymentInfoId === null && one.endToEndId === null)
  const ofGroup = new Map(
    statuses.flatMap(one => (one.endToEndId === null && one.paymentInfoId !== null ? [[one.paymentInfoId, one]] : [])),
  )
  const own = new Map(statuses.flatMap(one => (one.endToEndId === null ? [] : [[one.endToEndId, one]])))
  const said = payments.map(payment => ({
    payment,
    status: own.get(payment.endToEndId) ?? ofGroup.get(payment.paymentInfoId ?? '') ?? whole,
  }))
  const rejections = said
    .filter(({ payment, status }) => payment.live && status?.outcome === 'rejected')
    .map(({ payment, status }) => ({ paymentId: payment.id, reason: reasonWords(status!, language) }))
  return { accepted: said.some(({ status }) => status?.outcome === 'accepted'), rejections }
}

/** Why, in the office's language, with the bank's own code and words. */
function reasonWords({ reasons, status }: PaymentStatus, wanted: string): string {
  const language = nearestLanguage(wanted)
  const [reason] = reasons
  const words = translate(catalogues[language][`banking.rejected.${reason?.key ?? 'other'}` as Keys], {}, language)
  const said = [words, reason?.text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()].filter(Boolean).join(': ')
  return `${said} (${(reason?.code ?? status).replace(/[^\w-]/g, '').slice(0, 35)})`.slice(0, 300)
}
