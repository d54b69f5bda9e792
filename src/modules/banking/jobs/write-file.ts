/** Writes the file of an approved run. Everything in it was fixed when it was approved: killed and run again, it gives the same bytes. */
import { wayOf, countryOfPayer } from '../../../formats/bank/pay/check-order.ts'
import type { PaymentOrder } from '../../../formats/bank/pay/model.ts'
import { OrderRefused, type PaymentFile, writePain001 } from '../../../formats/bank/pay/pain001.ts'
import { implementJob, type InputOf } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'

type ToWrite = (typeof c.runToWrite)['output']['_zod']['output']

export const writeFileJobBody = implementJob(c.writeFileJob, {
  retryLimit: 5,
  expireSeconds: 120,
  async run(run, { runId: id }) {
    const known = await run.query(c.runToWrite, { id })
    if (!known.awaited) return
    const order = orderOf(known)
    const written = write(order, known.version)
    if (written instanceof OrderRefused) {
      const problems = written.problems.slice(0, 1000).map(({ name, payment }) => ({
        name,
        payee: payment === null ? known.debtor.name : (order.payments[payment]?.payee.name ?? ''),
      }))
      return record({ id, fileId: null, digest: null, name: null, groups: [], problems })
    }
    const name = `${known.title}.xml`
    const file = await run.files.put(run.organisationId, written.bytes, { name, mediaType: 'application/xml' })
    return record({
      id,
      fileId: file.id,
      digest: file.digest.toString('hex'),
      name,
      groups: groupsOf(order, written),
      problems: [],
    })

    async function record(input: InputOf<typeof c.recordFile>): Promise<void> {
      const outcome = await run.dispatch(c.recordFile, input, 'record')
      if (outcome.status !== 'done') throw new Error(`file not recorded: ${JSON.stringify(outcome)}`)
    }
  },
})

export function orderOf({ messageId, at, debtor, payments }: ToWrite): PaymentOrder {
  const { name, street, postalCode, town, country, scheme, number, bic, currency, customerNumber } = debtor
  return {
    messageId,
    createdAt: at.round('second').toString().replace(/Z$/, ''),
    payer: {
      name,
      address: { street, postalCode, town, country },
      account: { scheme, number, bic, currency },
      customerId: customerNumber ? { value: customerNumber, scheme: 'BANK' } : null,
    },
    payments: payments.map(({ endToEndId, amount, payOn, payTo, reference, text }) => ({
      endToEndId,
      amount,
      payOn: payOn.toString(),
      payee: {
        name: payTo.name,
        address: { street: payTo.street, postalCode: payTo.postalCode, town: payTo.town, country: payTo.country },
      },
      account: { scheme: payTo.scheme, number: payTo.number },
      bic: payTo.bic,
      reference,
      text,
    })),
  }
}

/** Banks in kronor take letters as they are; SEPA only what every bank of it must take. */
export function write(order: PaymentOrder, version: '09' | '03'): PaymentFile | OrderRefused {
  try {
    const euro = order.payer.account.currency === 'EUR' || order.payments.every(one => one.amount.currency === 'EUR')
    const signs = euro ? 'sepa' : 'latin'
    return writePain001(order, { version, batchBooking: false, signs })
  } catch (error) {
    if (error instanceof OrderRefused) return error
    throw error
  }
}

/** Which payment stands in which group of the file: in the order in which the writer makes them. */
export function groupsOf(order: PaymentOrder, file: PaymentFile): { paymentInfoId: string; endToEndIds: string[] }[] {
  const country = countryOfPayer(order)
  const groups = Map.groupBy(order.payments, one => `${one.payOn} ${wayOf(one, country)} ${one.amount.currency}`)
  return [...groups.values()].map((payments, index) => ({
    paymentInfoId: file.paymentInfoIds[index]!,
    endToEndIds: payments.map(one => one.endToEndId),
  }))
}
