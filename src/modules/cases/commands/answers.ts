/** The office's answers to what is asked again. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import { answerOf, putText, putWords, searchOf, type TextRow, textFor, textsOf } from '../answer-row.ts'
import { caseOf } from '../case-row.ts'
import * as c from '../contract.ts'

const usualMonths = 12
const tidy = (tags: readonly string[]): string[] => [...new Set(tags.map(tag => tag.toLowerCase()))].toSorted()

export const writeAnswerBody = implementCommand(c.writeAnswer, {
  locks: ({ fromId }) => (fromId ? [{ kind: 'case', id: fromId }] : []),
  async run(act, input) {
    const { question, body, fromId } = input
    await requireColleague(act, input.ownerId, c.casePersonUnknown)
    const language =
      input.language ?? (fromId ? (await caseOf(act, fromId)).language : nearestLanguage(act.office.language))
    const tags = tidy(input.tags ?? [])
    const text: TextRow = { language, question, body: body.trim() }
    if (fromId) await requireVisible(act, fromId, ['case'])
    const id = await act.createRecord({
      kind: 'answer',
      title: question,
      ...(fromId ? { source: fromId } : {}),
      search: searchOf([text], tags),
    })
    act.write(sql`
      insert into cases.answer (organisation_id, id, tags, owner_id, valid_until, reviewed_on, review_months, from_id)
      values (${act.office.id}, ${id}, ${tags}, ${input.ownerId === undefined ? act.principal.id : input.ownerId},
        ${input.validUntil ?? null}, ${act.today}, ${input.reviewMonths ?? usualMonths}, ${fromId ?? null})`)
    await putText(act, id, text, tags)
    if (fromId) await act.link(id, fromId, 'from')
    act.emit(c.answerWritten, { id, title: question }, [id])
    return {
      output: { id, version: 1 },
      undo: { command: c.retireAnswer.name, input: { id, expectedVersion: 1 } },
    }
  },
})

export const changeAnswerBody = implementCommand(c.changeAnswer, {
  locks: ({ id, expectedVersion }) => [{ kind: 'answer', id, expectedVersion }],
  load: (act, { id }) => answerOf(act, id),
  async run(act, input, row) {
    const { id } = input
    await requireColleague(act, input.ownerId, c.casePersonUnknown)
    const tags = input.tags ? tidy(input.tags) : [...row.tags]
    const texts = await textsOf(act, id)
    act.write(sql`
      update cases.answer set tags = ${tags}, owner_id = ${input.ownerId === undefined ? row.owner_id : input.ownerId},
        valid_until = ${input.validUntil === undefined ? row.valid_until : input.validUntil},
        review_months = ${input.reviewMonths ?? row.review_months}, review_raised_at = null
      where organisation_id = ${act.office.id} and id = ${id}`)
    for (const text of texts) await putWords(act, id, text, tags)
    const version = await act.changeRecord(id, { search: searchOf(texts, tags) })
    act.emit(c.answerChanged, { id, title: act.locked(id).title }, [id])
    const was = {
      tags: [...row.tags],
      ownerId: row.owner_id,
      validUntil: row.valid_until?.toString() ?? null,
      reviewMonths: row.review_months,
    }
    return {
      output: { id, version },
      undo: { command: c.changeAnswer.name, input: { id, expectedVersion: version, ...was } },
    }
  },
})

/** Title and search follow what an answer says now. */
async function reworded(act: Act, id: string, tags: readonly string[]): Promise<number> {
  const texts = await textsOf(act, id)
  const { question } = textFor(texts, nearestLanguage(act.office.language))
  const version = await act.changeRecord(id, { title: question, search: searchOf(texts, tags) })
  act.emit(c.answerChanged, { id, title: question }, [id])
  return version
}

export const wordAnswerBody = implementCommand(c.wordAnswer, {
  locks: ({ id, expectedVersion }) => [{ kind: 'answer', id, expectedVersion }],
  load: (act, { id }) => answerOf(act, id),
  async run(act, { id, language, question, body }, row) {
    const was = (await textsOf(act, id)).find(text => text.language === language)
    await putText(act, id, { language, question, body: body.trim() }, row.tags)
    const version = await reworded(act, id, row.tags)
    const back = { id, expectedVersion: version, language }
    return {
      output: { id, version },
      undo: was
        ? { command: c.wordAnswer.name, input: { ...back, question: was.question, body: was.body } }
        : { command: c.unwordAnswer.name, input: back },
    }
  },
})

export const unwordAnswerBody = implementCommand(c.unwordAnswer, {
  locks: ({ id, expectedVersion }) => [{ kind: 'answer', id, expectedVersion }],
  load: (act, { id }) => answerOf(act, id),
  async run(act, { id, language }, row) {
    const texts = await textsOf(act, id)
    const was = texts.find(text => text.language === language)
    if (!was || texts.length === 1) return act.refuse(c.answerTextLast, { title: act.locked(id).title })
    act.write(sql`
      delete from cases.answer_text where organisation_id = ${act.office.id} and answer_id = ${id} and language = ${language}`)
    const version = await reworded(act, id, row.tags)
    return {
      output: { id, version },
      undo: {
        command: c.wordAnswer.name,
        input: { id, expectedVersion: version, language, question: was.question, body: was.body },
      },
    }
  },
})

export const reviewAnswerBody = implementCommand(c.reviewAnswer, {
  locks: ({ id, expectedVersion }) => [{ kind: 'answer', id, expectedVersion }],
  load: (act, { id }) => answerOf(act, id),
  async run(act, { id, validUntil }, row) {
    // a last day that has passed is over with the review, unless a new one is given
    const passed = row.valid_until && Temporal.PlainDate.compare(row.valid_until, act.today) < 0
    const until = validUntil === undefined ? (passed ? null : row.valid_until) : validUntil
    act.write(sql`
      update cases.answer set reviewed_on = ${act.today}, review_raised_at = null, valid_until = ${until}
      where organisation_id = ${act.office.id} and id = ${id}`)
    const version = await act.changeRecord(id)
    const { rows } = await sql<{ key: string }>`
      select raised_key as key from work.task_fact where organisation_id = ${act.office.id} and source_id = ${id}
        and raised_key like ${`cases.answer:${id}:%`} and state in ('open', 'waiting')`.execute(act.db())
    act.emit(c.answerReviewed, { id, title: act.locked(id).title, ...(rows.length > 0 && { workDone: rows }) }, [id])
    return { output: { id, version } }
  },
})

const setRetired = (act: Act, id: string, at: Temporal.Instant | null) =>
  act.write(sql`update cases.answer set retired_at = ${at} where organisation_id = ${act.office.id} and id = ${id}`)

export const retireAnswerBody = implementCommand(c.retireAnswer, {
  locks: ({ id, expectedVersion }) => [{ kind: 'answer', id, expectedVersion }],
  load: (act, { id }) => answerOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    if (row.retired_at) act.refuse(c.answerRetired, { title })
    setRetired(act, id, act.at)
    const version = await act.changeRecord(id)
    act.emit(c.answerRetiredEvent, { id, title }, [id])
    return { output: { id, version }, undo: { command: c.restoreAnswer.name, input: { id, expectedVersion: version } } }
  },
})

export const restoreAnswerBody = implementCommand(c.restoreAnswer, {
  locks: ({ id, expectedVersion }) => [{ kind: 'answer', id, expectedVersion }],
  load: (act, { id }) => answerOf(act, id),
  async run(act, { id }) {
    setRetired(act, id, null)
    const version = await act.changeRecord(id)
    act.emit(c.answerRestored, { id, title: act.locked(id).title }, [id])
    return { output: { id, version }, undo: { command: c.retireAnswer.name, input: { id, expectedVersion: version } } }
  },
})
