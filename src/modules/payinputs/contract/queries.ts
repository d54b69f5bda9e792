import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, money, slice, text, z } from '../../../kernel/schema.ts'
import { month } from './commands.ts'
import {
  can,
  decimalSigns,
  example,
  head,
  inputSources,
  layoutColumns,
  layoutFormats,
  list,
  payKinds,
  periodStates,
  problemCodes,
  separators,
} from './shapes.ts'

export const payeeLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  employeeNumber: z.string(),
  dailyMinutes: z.int(),
  expectsHours: flag(),
  fromOn: day(),
  untilOn: day().nullable(),
  recurring: count(),
})

export const listPayees = query({
  name: 'payinputs.list-payees',
  summary: 'Who is on the payroll, by employee number.',
  input: z.strictObject({ text: text(200).optional(), ...slice }),
  output: list(payeeLine),
  kinds: ['payee'],
  example: {},
})

export const getPayee = query({
  name: 'payinputs.get-payee',
  summary: 'One person on the payroll: number, ordinary day, what comes every month.',
  permission: 'payinputs.list-payees',
  input: z.strictObject({ id: id('payee') }),
  output: z.strictObject({
    record: head(['active', 'ended']),
    employeeNumber: z.string(),
    dailyMinutes: z.int(),
    expectsHours: flag(),
    fromOn: day(),
    untilOn: day().nullable(),
    recurring: z.array(
      z.strictObject({
        id: z.uuid(),
        payKind: choice(payKinds),
        minutes: z.int().nullable(),
        amount: money().nullable(),
        note: z.string(),
        fromOn: day(),
        untilOn: day().nullable(),
      }),
    ),
    can,
  }),
  kinds: ['payee'],
  example: { id: example },
})

export const listPeriods = query({
  name: 'payinputs.list-periods',
  summary: 'The months of pay, the newest first, with how far each is.',
  input: z.strictObject({
    states: z.array(choice(periodStates)).max(5).optional(),
    text: text(200).optional(),
    ...slice,
  }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      version: z.int(),
      title: z.string(),
      month: z.string(),
      state: choice(periodStates),
      people: count(),
      handedIn: count(),
      inputs: count(),
    }),
  ),
  kinds: ['pay-period'],
  example: {},
})

const payInput = z.strictObject({
  id: z.uuid(),
  payeeId: z.uuid(),
  payKind: choice(payKinds),
  on: day(),
  untilOn: day(),
  minutes: z.int().nullable(),
  /** Of an absence in whole days: its working days in the month. */
  days: z.int().nullable(),
  amount: money().nullable(),
  note: z.string(),
  source: choice(inputSources),
})

export const problem = z.strictObject({
  code: choice(problemCodes),
  payeeId: z.uuid(),
  inputId: z.uuid().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const getPeriod = query({
  name: 'payinputs.get-period',
  summary: 'One month of pay: people and what each has of every kind, and what cannot be or is missing.',
  permission: 'payinputs.list-periods',
  input: z.strictObject({ id: id('pay-period') }),
  output: z.strictObject({
    record: head(periodStates),
    month: z.string(),
    fromOn: day(),
    untilOn: day(),
    workingDays: count(),
    handedOnAt: z.string().nullable(),
    people: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        employeeNumber: z.string(),
        handedIn: flag(),
        expectsHours: flag(),
      }),
    ),
    inputs: z.array(payInput),
    problems: z.array(problem),
    can,
  }),
  kinds: ['pay-period', 'payee'],
  example: { id: example },
})

export const getOwn = query({
  name: 'payinputs.get-own',
  summary: 'One’s own hours and absence of a month.',
  permission: 'payinputs.enter-own',
  input: z.strictObject({ month: month().optional() }),
  output: z.strictObject({
    month: z.string(),
    onPayroll: flag(),
    open: flag(),
    handedIn: flag(),
    dailyMinutes: z.int(),
    inputs: z.array(payInput),
  }),
  kinds: ['pay-period'],
  example: {},
})

export const getLayout = query({
  name: 'payinputs.get-layout',
  summary: 'How the file for payroll looks.',
  permission: 'payinputs.list-periods',
  input: z.strictObject({}),
  output: z.strictObject({
    format: choice(layoutFormats),
    separator: choice(separators),
    decimalSign: choice(decimalSigns),
    header: flag(),
    columns: z.array(choice(layoutColumns)),
    codes: z.array(z.strictObject({ payKind: choice(payKinds), code: z.string() })),
  }),
  kinds: ['pay-period'],
  example: {},
})

export const getFile = query({
  name: 'payinputs.get-file',
  summary: 'The file of a month for the payroll system, in the layout that is laid down; and what it cannot carry.',
  permission: 'payinputs.hand-on',
  input: z.strictObject({ id: id('pay-period'), format: choice(layoutFormats).optional() }),
  output: z.strictObject({
    name: z.string(),
    type: z.string(),
    text: z.string(),
    lines: count(),
    /** Inputs that this format has no place for: they must be told otherwise. */
    left: count(),
  }),
  kinds: ['pay-period'],
  example: { id: example },
})

export const payinputsQueries = [listPayees, getPayee, listPeriods, getPeriod, getOwn, getLayout, getFile]
