import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  addField,
  addRow,
  changeField,
  changeRow,
  convertField,
  createFromTemplate,
  discardRow,
  dropField,
  getRegister,
  getRow,
  importRows,
  listRows,
  type NewField,
  previewConversion,
  previewImport,
  restoreField,
  restoreRow,
  templateKeys,
  undoImport,
} from './contract.ts'
import { refusalOf, type RegistersOffice, registersOffice } from './testing.ts'

let it: RegistersOffice
before(async () => {
  it = await registersOffice()
})
after(() => it.office.close())

const every: NewField[] = [
  { name: 'Number', type: 'text', required: true, unique: true },
  { name: 'Copies', type: 'number' },
  { name: 'Deposit', type: 'money' },
  { name: 'Lent on', type: 'date' },
  { name: 'Master', type: 'yesno', preset: false },
  { name: 'Floor', type: 'choice', options: [{ name: 'Ground' }, { name: 'First' }] },
  { name: 'Doors', type: 'choices', options: [{ name: 'Main' }, { name: 'Yard' }, { name: 'Bikes' }] },
  { name: 'Holder', type: 'party' },
  { name: 'Receipt', type: 'record', recordKind: 'document' },
  { name: 'Mail', type: 'email' },
  { name: 'Telephone', type: 'phone' },
  { name: 'Age', type: 'computed', of: 'lent_on', counts: 'age' },
]

const see = async (id: string, as = it.elin) => {
  const answer = await it.office.query(getRow, { id }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const list = async (register: string, more: object = {}, as = it.elin) => {
  const answer = await it.office.query(listRows, { register, ...more } as never, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

test('a value of every type is read as people write it, kept by its type, shown again, and undone exactly', async () => {
  const { office, elin } = it
  const register = await it.register(every, { titlePattern: '{number} ({floor})' })
  const holder = await it.record('person', 'Karin Öberg-Ek')
  const receipt = await it.record('document', 'Receipt 12')
  const id = await it.add(register, {
    number: ' K  12 ',
    copies: '1 234,5',
    deposit: '250 kr',
    lent_on: '24.11.2024',
    floor: 'first',
    doors: 'Yard, main',
    holder: 'karin öberg-ek',
    receipt,
    mail: 'A@B.example',
    telephone: '+46 70 123 45 67',
  })
  const row = await see(id)
  assert.equal(row.record.title, 'K 12 (First)')
  const { floor, doors, ...plain } = row.values as unknown as Record<string, { name: string } & { name: string }[]>
  assert.deepEqual(plain, {
    number: 'K 12',
    copies: '1234.5',
    deposit: { amount: '250.00', currency: 'SEK' },
    lent_on: '2024-11-24',
    master: false,
    holder: { id: holder, kind: 'person', title: 'Karin Öberg-Ek' },
    receipt: { id: receipt, kind: 'document', title: 'Receipt 12' },
    mail: 'a@b.example',
    telephone: '+46 70 123 45 67',
    age: { count: 2, counts: 'age', day: '2024-11-24' },
  })
  assert.equal(floor!.name, 'First')
  assert.deepEqual(
    doors!.map(({ name }) => name),
    ['Main', 'Yard'],
  )
  const changed = await office.dispatch(changeRow, { id, values: { number: 'K 13', holder: null, deposit: 12 } }, elin)
  assert.ok(changed.status === 'done')
  assert.equal((await see(id)).record.title, 'K 13 (First)')
  assert.equal((await see(id)).values['holder'], undefined)
  const undone = await office.dispatch(changeRow, changed.undo!.input as never, elin)
  assert.equal(undone.status, 'done', JSON.stringify(undone))
  assert.deepEqual((await see(id)).values, row.values)
})

test('each field that does not take its value is told, with why; nothing is written', async () => {
  const { office, elin } = it
  const register = await it.register(every)
  const answer = await office.dispatch(
    addRow,
    {
      register,
      values: {
        number: '',
        copies: 'many',
        deposit: 'ten',
        lent_on: '31.02.2026',
        master: 'perhaps',
        floor: 'Attic',
        doors: ['Main', 'Roof'],
        holder: 'Nobody At All',
        mail: 'a@b',
        telephone: 'call me',
        age: 3,
        colour: 'red',
      },
    },
    elin,
  )
  assert.equal(refusalOf(answer), 'values-invalid')
  const fields = (answer as unknown as { refusal: { data: { fields: { field: string; because: string }[] } } }).refusal
    .data.fields
  assert.deepEqual(Object.fromEntries(fields.map(({ field, because }) => [field, because])), {
    number: 'required',
    copies: 'not-number',
    deposit: 'not-money',
    lent_on: 'not-day',
    master: 'not-yes',
    floor: 'not-option',
    doors: 'not-option',
    holder: 'not-record',
    mail: 'not-email',
    telephone: 'not-phone',
    age: 'computed',
    colour: 'unknown',
  })
  assert.equal((await list(register)).total, 0)
})

test('what must stand once stands once, and is free again while its row is out', async () => {
  const { office, elin } = it
  const register = await it.register(every)
  const first = await it.add(register, { number: 'K1' })
  assert.equal(refusalOf(await office.dispatch(addRow, { register, values: { number: 'k1' } }, elin)), 'value-taken')
  await office.done(discardRow, { id: first }, elin)
  assert.equal((await list(register)).total, 0)
  assert.equal((await list(register, { discarded: true })).total, 1)
  await it.add(register, { number: 'K1' })
  assert.equal(refusalOf(await office.dispatch(restoreRow, { id: first }, elin)), 'value-taken')
  assert.equal(refusalOf(await office.dispatch(changeRow, { id: first, values: {} }, elin)), 'row-discarded')
})

test('the database itself keeps what the fields promise', async () => {
  const { superuser } = it.office
  const register = await it.register(every)
  const id = await it.add(register, { number: 'K1', copies: 1 })
  const broken = async (sql: string) =>
    assert.rejects(superuser.query(sql, [id]), /violates|lacks what/, `the database took: ${sql}`)
  await broken(`update registers.value set number = null where row_id = $1 and type = 'number'`)
  await broken(`update registers.value set words = 'x' where row_id = $1 and type = 'number'`)
  await broken(
    `update registers.value set type = 'date', day = '2026-01-01', number = null where row_id = $1 and type = 'number'`,
  )
  await broken(`delete from registers.value where row_id = $1 and type = 'text'`)
  await broken(`insert into registers.value select organisation_id, register_id, row_id, field_id, type, 1, words, number, minor, currency,
    day, yes, choice_id, ref_id, sort_key, null from registers.value where row_id = $1 and type = 'text'`)
})

test('lists sort and filter by any field, page by page, each row once, the empty last', async () => {
  const register = await it.register(every)
  const people = [await it.record('person', 'Ada'), await it.record('organisation', 'Bo AB')]
  for (let n = 0; n < 23; n++)
    await it.add(register, {
      number: `K${n}`,
      ...(n % 4 ? { copies: (n % 5) - 2, deposit: n * 100, lent_on: `2026-0${(n % 9) + 1}-11` } : {}),
      floor: n % 2 ? 'First' : 'Ground',
      doors: n % 3 ? ['Main'] : ['Yard', 'Bikes'],
      holder: people[n % 2],
    })
  for (const sort of [
    'copies',
    '-copies',
    'deposit',
    '-lent_on',
    'number',
    '-title',
    'floor',
    'changed',
    'age',
    '-age',
    '',
  ]) {
    const ids: string[] = []
    const keys: number[] = []
    let after: string | undefined
    do {
      const page = await list(register, { limit: 5, ...(sort ? { sort } : {}), ...(after ? { after } : {}) })
      assert.equal(page.total, 23)
      for (const row of page.rows) {
        ids.push(row.id)
        keys.push(row.values['copies'] === undefined ? Number.NaN : Number(row.values['copies']))
      }
      after = page.next ?? undefined
    } while (after)
    assert.equal(new Set(ids).size, 23, `${sort}: each once`)
    if (sort.endsWith('copies')) {
      const filled = keys.filter(key => !Number.isNaN(key))
      assert.deepEqual(
        filled,
        filled.toSorted((a, b) => (sort === 'copies' ? a - b : b - a)),
      )
      assert.ok(keys.slice(filled.length).every(Number.isNaN), 'the empty stand last')
    }
  }
  const total = async (more: object) => (await list(register, more)).total
  assert.equal(await total({ 'f.floor': 'First' }), 11)
  assert.equal(await total({ 'f.doors': ['Bikes', 'Main'] }), 23)
  assert.equal(await total({ 'f.holder': people[0] }), 12)
  assert.equal(await total({ 'f.copies': '-' }), 6)
  assert.equal(await total({ 'f.copies.from': '0', 'f.copies.to': '1' }), 7)
  assert.equal(await total({ 'f.deposit.from': '2000' }), 2)
  assert.equal(await total({ 'f.lent_on.to': '2026-02-28' }), 5)
  assert.equal(await total({ 'f.number': 'k2', text: 'k2' }), 4)
  assert.equal(refusalOf(await it.office.query(listRows, { register, 'f.nothing': 'x' }, it.elin)), 'field-unknown')
})

test('a field gets another type: counted before, what does not fit stays with the old one, undone to the letter', async () => {
  const { office, elin } = it
  const register = await it.register([
    { name: 'Name', type: 'text' },
    { name: 'Size', type: 'text' },
  ])
  const rows = []
  for (const size of ['12', '3,5', 'large', '']) rows.push(await it.add(register, { name: `of ${size}`, size }))
  const shown = await office.query(getRegister, { id: register }, elin)
  assert.ok(shown.status === 'done')
  const fieldId = shown.output.fields[1]!.id
  const preview = await office.query(previewConversion, { id: register, fieldId, type: 'number' }, elin)
  assert.ok(preview.status === 'done')
  assert.deepEqual(preview.output, {
    filled: 3,
    converts: 2,
    fails: 1,
    examples: [{ row: 'of large', value: 'large' }],
  })
  const done = await office.dispatch(convertField, { id: register, fieldId, type: 'number' }, elin)
  assert.ok(done.status === 'done', JSON.stringify(done))
  assert.deepEqual([done.output.converted, done.output.kept], [2, 1])
  assert.deepEqual([(await see(rows[1]!)).values['size'], (await see(rows[2]!)).values['size']], ['3.5', undefined])
  const undone = await office.dispatch(restoreField, done.undo!.input as never, elin)
  assert.equal(undone.status, 'done', JSON.stringify(undone))
  assert.deepEqual([(await see(rows[1]!)).values['size'], (await see(rows[2]!)).values['size']], ['3,5', 'large'])
  const linked = await office.done(addField, { id: register, name: 'Paper', type: 'record' }, elin)
  assert.equal(
    refusalOf(await office.dispatch(convertField, { id: register, fieldId: linked.fieldId, type: 'text' }, elin)),
    'conversion-impossible',
  )
})

test('dropping keeps the values; requiring and uniqueness are refused where rows would break them', async () => {
  const { office, elin } = it
  const register = await it.register(every)
  const id = await it.add(register, { number: 'K1', copies: 2, floor: 'First' })
  await it.add(register, { number: 'K2', copies: 2 })
  const shown = await office.query(getRegister, { id: register }, elin)
  assert.ok(shown.status === 'done')
  const field = (key: string) => shown.output.fields.find(one => one.key === key)!
  const change = async (key: string, facts: object) =>
    refusalOf(await office.dispatch(changeField, { id: register, fieldId: field(key).id, ...facts }, elin))
  assert.equal(await change('copies', { unique: true }), 'value-taken')
  assert.equal(await change('floor', { required: true }), 'field-lacking')
  assert.equal(
    await change('floor', { options: [{ id: field('floor').options[0]!.id, name: 'Ground' }] }),
    'option-used',
  )
  assert.equal(await change('copies', { required: true }), 'done')
  assert.equal(
    refusalOf(await office.dispatch(dropField, { id: register, fieldId: field('lent_on').id }, elin)),
    'field-used',
  )
  const dropped = await office.dispatch(dropField, { id: register, fieldId: field('copies').id }, elin)
  assert.ok(dropped.status === 'done')
  assert.equal((await see(id)).values['copies'], undefined)
  await office.done(restoreField, dropped.undo!.input as never, elin)
  assert.equal((await see(id)).values['copies'], '2')
})

test('a table is guessed, previewed and imported in one act; bad rows are left out and told; undone', async () => {
  const { office, elin } = it
  const register = await it.register(every)
  await it.add(register, { number: 'K1' })
  const text =
    'number;Lent on;FLOOR;Unheard of\nK1;2026-01-02;First;x\nK2;03.01.2026;ground;y\nK3;soon;First;z\nK4;;;\nK4;;;\n'
  const seen = await office.query(previewImport, { id: register, text }, elin)
  assert.ok(seen.status === 'done', JSON.stringify(seen))
  assert.deepEqual(seen.output.columns, { separator: ';', header: true, columns: ['number', 'lent_on', 'floor', null] })
  assert.deepEqual([seen.output.total, seen.output.fits], [5, 2])
  assert.deepEqual(
    seen.output.problems.map(({ row, problems }) => [row, problems[0]!.because]),
    [
      [2, 'taken'],
      [4, 'not-day'],
      [6, 'taken'],
    ],
  )
  const done = await office.dispatch(importRows, { id: register, text }, elin)
  assert.ok(done.status === 'done', JSON.stringify(done))
  assert.deepEqual([done.output.added, done.output.left, (await list(register)).total], [2, 3, 3])
  const undone = await office.done(undoImport, done.undo!.input as never, elin)
  assert.deepEqual([undone.count, (await list(register)).total], [2, 1])
})

test('rows of a table that came as a document are as confidential as it; what one may not see is no source', async () => {
  const { office, elin } = it
  const low = await it.colleague('Low too', { clearance: 1 })
  const register = await it.register(every, { class: 1 })
  const paper = await it.record('document', 'Keys of the vault', 3)
  const text = 'number;FLOOR\nV1;First\n'
  assert.equal(
    refusalOf(await office.dispatch(importRows, { id: register, text, sourceId: paper }, low)),
    'record-not-found',
  )
  await office.done(importRows, { id: register, text, sourceId: paper }, elin)
  assert.equal((await list(register, {}, low)).total, 0)
  assert.equal((await list(register)).total, 1)
})

test('templates stand in six languages', async () => {
  const { office, elin } = it
  for (const template of templateKeys)
    for (const language of ['en', 'sv', 'nb', 'nl', 'ro', 'pt'] as const)
      await office.done(createFromTemplate, { template, language }, elin)
})

test('who may not read finds nothing; who may not write is refused; a linked secret is nowhere', async () => {
  const { office, elin } = it
  const low = await it.colleague('Low', { clearance: 1 })
  const reader = await it.colleague('Reader')
  const register = await it.register(every, { writers: [elin.id], class: 1 })
  const secret = await it.record('document', 'CANARY acquisition', 3)
  const id = await it.add(register, { number: 'K1', receipt: secret })
  assert.equal(
    refusalOf(await office.dispatch(changeRow, { id, values: { copies: 1 } }, reader)),
    'register-not-writable',
  )
  assert.equal(
    refusalOf(await office.dispatch(addRow, { register, values: { number: 'K9', receipt: secret } }, low)),
    'register-not-writable',
  )
  assert.doesNotMatch(JSON.stringify([await see(id, low), await list(register, {}, low)]), /CANARY/)
  assert.equal((await list(register, { 'f.receipt': secret }, low)).total, 0)
  assert.equal((await list(register, { 'f.receipt': secret })).total, 1)
  const closed = await it.register(every, { class: 3 })
  const hidden = await it.add(closed, { number: 'K1' })
  for (const answer of [
    await office.query(getRegister, { id: closed }, low),
    await office.query(listRows, { register: closed }, low),
    await office.query(getRow, { id: hidden }, low),
    await office.dispatch(changeRow, { id: hidden, values: {} }, low),
    await office.dispatch(addRow, { register: closed, values: {} }, low),
  ])
    assert.equal(refusalOf(answer), 'record-not-found')
})
