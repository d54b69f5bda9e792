import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { type Language, languages } from '../../../kernel/language/catalogue.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import * as c from '../contract.ts'
import { formOf, type FormRow, requirePeople } from '../rows.ts'
import { wordsIn } from '../words.ts'

const lock = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'web-form', id, expectedVersion },
]
const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

/** What most forms ask: who, how to answer, what. Worded in all six languages, so that one more is only switched on. */
const firstFields = (): c.FormField[] =>
  (
    [
      ['name', 'name'],
      ['email', 'email'],
      ['phone', 'phone'],
      ['question', 'longtext'],
    ] as const
  ).map(([key, type]) => ({
    key,
    type,
    required: key !== 'phone',
    labels: Object.fromEntries(languages.map(one => [one, wordsIn(one, `page.form.first.${key}`)])),
    options: [],
  }))

export const createFormBody = implementCommand(c.createForm, {
  async run(act, { title, languages: wanted }) {
    await keepLinkSecret(act.db())
    const id = await act.createRecord({ kind: 'web-form', title, class: 0 })
    const own: readonly Language[] = wanted
    act.write(sql`insert into channels.channel (organisation_id, id, wire) values (${act.office.id}, ${id}, 'form')`)
    act.write(sql`
      insert into channels.form (organisation_id, id, state, languages, fields)
      values (${act.office.id}, ${id}, 'draft', ${[...new Set(own)]}::text[], ${json(firstFields())})`)
    act.emit(c.formCreated, { id, title }, [id])
    return { output: { id, version: 1 } }
  },
})

/** Every field and choice is called something in each language of the form. */
const isWorded = (fields: readonly c.FormField[], all: readonly string[]): boolean =>
  fields.length > 0 &&
  fields.every(
    ({ type, labels, options }) =>
      all.every(one => [labels, ...options].every(words => words[one as Language]?.trim())) &&
      (type === 'choice' || type === 'choices' ? options.length > 0 : true),
  )

const requireReady = (act: Act, title: string, fields: readonly c.FormField[], all: readonly string[]) => {
  if (!isWorded(fields, all)) act.refuse(c.formNotReady, { title })
}

export const changeFormBody = implementCommand(c.changeForm, {
  locks: input => lock(input),
  load: (act, { id }) => formOf(act, id),
  async run(act, input, form) {
    const { id, title = act.locked(id).title, memberIds } = input
    const given = {
      ...form,
      ...Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)),
    } as FormRow
    const { fields } = given
    if (new Set(fields.map(one => one.key)).size < fields.length) act.refuse(c.fieldTwice)
    if (form.state === 'published') requireReady(act, title, fields, given.languages)
    if (memberIds) await requirePeople(act, memberIds)
    act.write(sql`
      update channels.form set languages = ${[...new Set(given.languages)]}::text[], intros = ${json(given.intros)},
        consents = ${json(given.consents)}, thanks = ${json(given.thanks)}, fields = ${json(fields)},
        sites = ${given.sites.map(siteOf)}::text[], acknowledges = ${given.acknowledges}
      where organisation_id = ${act.office.id} and id = ${id}`)
    if (memberIds || input.replyTo !== undefined)
      act.write(sql`
        update channels.channel set member_ids = ${memberIds ? sql`${memberIds}::uuid[]` : sql`member_ids`},
          reply_to = ${input.replyTo === undefined ? sql`reply_to` : input.replyTo}
        where organisation_id = ${act.office.id} and id = ${id}`)
    const version = await act.changeRecord(id, { title })
    act.emit(c.formChanged, { id, title }, [id])
    return { output: { id, version } }
  },
})

/** As a browser tells where a page is from. */
const siteOf = (site: string): string => (URL.canParse(site) ? new URL(site).origin : site)

const setState = async (act: Act, id: string, state: c.FormState): Promise<number> => {
  act.write(sql`update channels.form set state = ${state} where organisation_id = ${act.office.id} and id = ${id}`)
  return act.changeRecord(id)
}

export const publishFormBody = implementCommand(c.publishForm, {
  locks: input => lock(input),
  load: (act, { id }) => formOf(act, id),
  async run(act, { id }, form) {
    const { title } = act.locked(id)
    if (form.state === 'published') act.refuse(c.formState)
    requireReady(act, title, form.fields, form.languages)
    const version = await setState(act, id, 'published')
    act.emit(c.formPublished, { id, title }, [id])
    return { output: { id, version }, undo: { command: c.closeForm.name, input: { id } } }
  },
})

export const closeFormBody = implementCommand(c.closeForm, {
  locks: input => lock(input),
  load: (act, { id }) => formOf(act, id),
  async run(act, { id }, form) {
    if (form.state !== 'published') act.refuse(c.formState)
    const version = await setState(act, id, 'closed')
    const { title } = act.locked(id)
    act.emit(c.formClosed, { id, title }, [id])
    return { output: { id, version }, undo: { command: c.publishForm.name, input: { id } } }
  },
})
