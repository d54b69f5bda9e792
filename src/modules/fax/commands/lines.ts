import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { digitsOf } from '../numbers.ts'
import { dbOf, lineOf, type LineRow, updateLine } from '../rows.ts'

interface Facts {
  readonly number?: string | null | undefined
  readonly senders?: readonly string[] | undefined
  readonly subjectIn?: string | null | undefined
  readonly addressOut?: string | null | undefined
  readonly subjectOut?: string | null | undefined
  readonly numberForm?: c.NumberForm | undefined
}

type Kept = Pick<LineRow, 'number' | 'senders' | 'subject_in' | 'address_out' | 'subject_out' | 'number_form'>

/** An address, or a whole house written `@gateway.example`. */
const sender = /^[^\s@<>]*@[^\s@<>]+\.[^\s@<>]+$/
const mailable = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/

const given = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value)

function factsOf(act: Act, way: c.LineWay, input: Facts, before: Kept): Kept {
  const number =
    input.number === undefined
      ? before.number
      : input.number === null
        ? null
        : (digitsOf(input.number, act.office.country) ?? act.refuse(c.numberWrong, { number: input.number }))
  const facts = {
    number,
    senders: (input.senders ?? before.senders).map(one => one.toLowerCase()),
    subject_in: given(input.subjectIn, before.subject_in),
    address_out: given(input.addressOut, before.address_out),
    subject_out: given(input.subjectOut, before.subject_out),
    number_form: input.numberForm ?? before.number_form,
  }
  const places = [facts.address_out ?? '', facts.subject_out ?? ''].join(' ')
  const fits =
    way === 'server'
      ? facts.senders.length === 0 && !facts.subject_in && !facts.address_out && !facts.subject_out
      : facts.senders.every(one => sender.test(one)) &&
        (facts.subject_in === null || facts.subject_in.split('{number}').length === 2) &&
        (facts.address_out === null ||
          (places.includes('{number}') && mailable.test(facts.address_out.replace('{number}', '1'))))
  if (!fits) act.refuse(c.lineUnfit)
  return facts
}

/** There is one usual line: the new one takes the old one's place. */
async function clearDefault(act: Act): Promise<void> {
  await dbOf(act)
    .updateTable('fax.line')
    .set({ is_default: false })
    .where('organisation_id', '=', act.office.id)
    .where('is_default', '=', true)
    .execute()
}

const nothing: Kept = {
  number: null,
  senders: [],
  subject_in: null,
  address_out: null,
  subject_out: null,
  number_form: 'plus',
}

export const addLineBody = implementCommand(c.addLine, {
  constraints: { line_default: c.lineTwice },
  async run(act, { title, way, isDefault, ...input }) {
    const facts = factsOf(act, way, input, nothing)
    const id = await act.createRecord({ kind: 'fax-line', title, class: 0, search: { body: facts.number ?? '' } })
    if (isDefault) await clearDefault(act)
    const row = { organisation_id: act.office.id, id, way, ...facts, is_default: isDefault ?? false }
    await dbOf(act).insertInto('fax.line').values(row).execute()
    act.emit(c.lineAdded, { id, title }, [id])
    return { output: { id, version: 1 } }
  },
})

export const changeLineBody = implementCommand(c.changeLine, {
  locks: ({ id, expectedVersion }) => [{ kind: 'fax-line', id, expectedVersion }],
  constraints: { line_default: c.lineTwice },
  load: (act, { id }) => lineOf(act, id),
  async run(act, { id, title, isDefault, retired, ...input }, row) {
    const was = act.locked(id).title
    const facts = factsOf(act, row.way, input, row)
    const ended = retired ?? row.retired
    const usual = (isDefault ?? row.is_default) && !ended
    if (usual && !row.is_default) await clearDefault(act)
    await updateLine(act, id, { ...facts, is_default: usual, retired: ended })
    const version = await act.changeRecord(id, { title: title ?? was, search: { body: facts.number ?? '' } })
    act.emit(c.lineChanged, { id, title: title ?? was }, [id])
    const before = {
      title: was,
      number: row.number === null ? null : `+${row.number}`,
      senders: [...row.senders],
      subjectIn: row.subject_in,
      addressOut: row.address_out,
      subjectOut: row.subject_out,
      numberForm: row.number_form,
      isDefault: row.is_default,
      retired: row.retired,
    }
    return {
      output: { id, version },
      undo: { command: c.changeLine.name, input: { id, expectedVersion: version, ...before } },
    }
  },
})
