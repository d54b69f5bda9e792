import { implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { dbOf } from '../item-row.ts'
import { officeWords } from '../words.ts'

export const addRateBody = implementCommand(c.addRate, {
  weigh: ({ price }) => ({ amount: price }),
  constraints: { rate_once: c.rateTwice },
  async run(act, { sort, zone, maxGrams, price, validFrom }) {
    const title = officeWords(act, 'page.post.rate', {
      sort: officeWords(act, `choice.post.sort.${sort}`, {}),
      zone: officeWords(act, `choice.post.zone.${zone}`, {}),
      grams: maxGrams,
    })
    const id = await act.createRecord({ kind: 'postage-rate', title, search: {} })
    await dbOf(act)
      .insertInto('post.rate')
      .values({
        organisation_id: act.office.id,
        id,
        sort,
        zone,
        max_grams: maxGrams,
        price_minor: price.minor,
        currency: price.currency,
        valid_from: validFrom ?? act.today,
        valid_until: null,
      })
      .execute()
    act.emit(c.rateAdded, { id, title }, [id])
    return { output: { id, version: 1 } }
  },
})

export const endRateBody = implementCommand(c.endRate, {
  locks: ({ id, expectedVersion }) => [{ kind: 'postage-rate', id, expectedVersion }],
  load: (act, { id }) =>
    dbOf(act)
      .selectFrom('post.rate')
      .selectAll()
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  async run(act, { id, validUntil }, row) {
    if (Temporal.PlainDate.compare(validUntil, row.valid_from) < 0) act.refuse(c.rateReversed)
    await dbOf(act)
      .updateTable('post.rate')
      .set({ valid_until: validUntil })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    const version = await act.changeRecord(id)
    act.emit(c.rateEnded, { id, title: act.locked(id).title, on: validUntil }, [id])
    return { output: { id, version } }
  },
})
