import { command } from '../../../kernel/declare.ts'
import { choice, id, text, z } from '../../../kernel/schema.ts'
import { habitAdopted, habitRefused, habitTakenUp } from './events.ts'
import { rhythms } from './queries.ts'
import { habitGone, habitNotAdopted, habitNotRefused, personUnknown } from './refusals.ts'

const habit = {
  personId: id('principal', { control: 'person' }),
  /** As it was told. */
  title: text(300),
  rhythm: choice(rhythms),
}
const example = {
  personId: '019aa000-0000-7000-8000-000000000002',
  title: 'Petty cash, October',
  rhythm: 'week',
} as const

export const adoptHabit = command({
  name: 'procedures.adopt-habit',
  summary: 'Makes a rhythm found in what somebody does a procedure, an obligation or a repeating task of theirs.',
  input: z.strictObject({ ...habit, as: choice(['procedure', 'obligation', 'task']) }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [habitAdopted],
  refusals: [personUnknown, habitGone, habitNotAdopted],
  example: { ...example, as: 'procedure' },
})

export const refuseHabit = command({
  name: 'procedures.refuse-habit',
  summary: 'Says that a rhythm is none to make a rule of; it is not proposed again.',
  input: z.strictObject(habit),
  output: z.strictObject({ title: z.string() }),
  emits: [habitRefused],
  refusals: [personUnknown, habitGone],
  undoable: true,
  example,
})

export const takeUpHabit = command({
  name: 'procedures.take-up-habit',
  summary: 'Lets a refused rhythm be proposed again.',
  input: z.strictObject(habit),
  output: z.strictObject({ title: z.string() }),
  emits: [habitTakenUp],
  refusals: [personUnknown, habitNotRefused],
  undoable: true,
  example,
})

export const habitCommands = [adoptHabit, refuseHabit, takeUpHabit]
