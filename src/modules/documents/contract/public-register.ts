/** The public list of the register (postliste, diarium, registratura): off until an office opens it. */
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { count, day, expectedVersion, flag, id, longText, slice, text, z } from '../../../kernel/schema.ts'
import { directions } from './registration.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'

export const publicRefusals = {
  /** data: `address`. */
  addressTaken: refusal('public-address-taken', 409),
  addressMissing: refusal('public-address-missing', 422),
  /** Told to whoever asks for a list that is none, or closed. */
  noList: refusal('public-list-not-found', 404),
} as const

const settings = {
  isOpen: flag(),
  address: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$/)
    .nullable()
    .meta({ control: 'text' }),
  showsNames: flag(),
  afterDays: z.int().min(0).max(365),
  maskedWords: z.array(text(100)).max(500),
  intro: longText(2000),
}

export const publicRegisterChanged = event(
  'documents.public-register-changed',
  z.strictObject({ open: flag(), address: z.string() }),
)
export const registrationMasked = event(
  'documents.registration-masked',
  z.strictObject({ registrationId: id('registration'), number: z.string() }),
)

export const changePublicRegister = command({
  name: 'documents.change-public-register',
  summary:
    'Opens or closes the public list of the register, and says what it shows: never a secret or confidential entry.',
  input: z.strictObject({
    ...settings,
    maskedWords: settings.maskedWords.default([]),
    intro: settings.intro.default(''),
  }),
  output: z.strictObject({}),
  emits: [publicRegisterChanged],
  refusals: [publicRefusals.addressTaken, publicRefusals.addressMissing],
  undoable: true,
  tool: false,
  example: {
    isOpen: true,
    address: 'lindholmen',
    showsNames: false,
    afterDays: 1,
    maskedWords: ['Lindqvist'],
    intro: '',
  },
})

export const maskRegistration = command({
  name: 'documents.mask-registration',
  summary: 'Masks words of an entry on the public list, hides whom it came from or went to, or keeps it off the list.',
  permission: 'documents.register',
  input: z.strictObject({
    id: id('registration'),
    expectedVersion: expectedVersion(),
    words: z.array(text(100)).max(50).default([]),
    hidesCorrespondent: flag().default(false),
    withheld: flag().default(false),
  }),
  output: z.strictObject({ version: z.int() }),
  emits: [registrationMasked],
  kinds: ['registration'],
  subject: 'id',
  undoable: true,
  example: { id: exampleId, words: ['Lindqvist'], hidesCorrespondent: true, withheld: false },
})

export const getPublicRegister = query({
  name: 'documents.get-public-register',
  summary: 'Whether the register has a public list, where it stands and what it shows.',
  permission: 'documents.list-register',
  input: z.strictObject({}),
  output: z.strictObject({ ...settings, can: flag() }),
  kinds: ['registration'],
  tool: false,
  example: {},
})

export const listPublicRegister = query({
  name: 'documents.list-public-register',
  summary: 'The register as its public list shows it, whether it is open or not: with what is masked masked.',
  permission: 'documents.list-register',
  input: z.strictObject({ text: text(200).optional(), from: day().optional(), to: day().optional(), ...slice }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id('registration'),
        number: z.string(),
        direction: z.enum(directions),
        happenedOn: day(),
        subject: z.string(),
        correspondent: z.string().nullable(),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['registration'],
  tool: false,
  example: {},
})

export const publicRegisterCommands = [changePublicRegister, maskRegistration]
export const publicRegisterQueries = [getPublicRegister, listPublicRegister]
export const publicRegisterEvents = [publicRegisterChanged, registrationMasked]
