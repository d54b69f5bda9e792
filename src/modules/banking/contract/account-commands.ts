import { command } from '../../../kernel/declare.ts'
import { choice, confidentiality, expectedVersion, flag, id, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, example, fileVersions, numberSchemes } from './shapes.ts'

const one = { id: id('bank-account', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['bank-account'], subject: 'id' } as const
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ control: 'country', folded: true })

const facts = {
  bic: text(11, { folded: true }).nullable().optional(),
  ledgerAccount: text(20).nullable().optional(),
  fileVersion: choice(fileVersions, { folded: true }).optional(),
  /** What the bank calls the office where it sends files. */
  customerNumber: text(35, { folded: true }).nullable().optional(),
  /** Other numbers by which files name it: its Bankgiro, its old number. */
  alsoNumbers: z.array(text(40)).max(10).optional().meta({ folded: true }),
  holder: text(140, { folded: true }).optional(),
  street: text(70, { folded: true }).nullable().optional(),
  postalCode: text(16, { folded: true }).nullable().optional(),
  town: text(35, { folded: true }).nullable().optional(),
  country: country.optional(),
}

export const addAccount = command({
  name: 'banking.add-account',
  summary: 'Enters a bank account of the office: what is paid from it, and which statements are its own.',
  input: z.strictObject({
    name: text(120),
    scheme: choice(numberSchemes),
    number: text(40),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional()
      .meta({ control: 'text' }),
    ...facts,
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.accountAdded],
  refusals: [r.accountNumberWrong, r.accountNumberTaken, r.ledgerAccountUnknown],
  kinds: ['bank-account'],
  undoable: true,
  example: { name: 'Company account', scheme: 'iban', number: 'SE45 5000 0000 0583 9825 7466', currency: 'SEK' },
})

export const changeAccount = command({
  name: 'banking.change-account',
  summary: 'Changes what is known of a bank account; its number and currency stay.',
  input: z.strictObject({ ...one, name: text(120).optional(), ...facts }),
  output: changed,
  emits: [e.accountChanged],
  refusals: [r.accountNumberWrong, r.accountNumberTaken, r.ledgerAccountUnknown],
  ...about,
  undoable: true,
  example: { id: example, bic: 'ESSESESS', town: 'Göteborg' },
})

export const closeAccount = command({
  name: 'banking.close-account',
  summary: 'Closes a bank account: nothing is paid from it any more; what it did stays.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.accountClosedEvent],
  refusals: [r.accountClosed, r.accountBusy],
  ...about,
  undoable: true,
  example: { id: example },
})

export const reopenAccount = command({
  name: 'banking.reopen-account',
  summary: 'Takes a closed bank account into use again.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.accountReopened],
  refusals: [r.accountOpen],
  ...about,
  undoable: true,
  example: { id: example },
})

export const changeSettings = command({
  name: 'banking.change-settings',
  summary: 'Says whether who proposed a payment run may approve it, and whether payments are booked when handed out.',
  input: z.strictObject({ fourEyes: flag().optional(), bookAtHandOut: flag().optional() }),
  output: z.strictObject({ fourEyes: flag(), bookAtHandOut: flag() }),
  emits: [e.settingsChanged],
  kinds: ['payment-run'],
  undoable: true,
  example: { fourEyes: false },
})

export const accountCommands = [addAccount, changeAccount, closeAccount, reopenAccount, changeSettings]
