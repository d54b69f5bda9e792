import { command } from '../../../kernel/declare.ts'
import { confidentiality, expectedVersion, id, instant, money, text, z } from '../../../kernel/schema.ts'
import { mandateGranted, mandateRevoked } from './events.ts'
import { changed } from './people-commands.ts'
import { refusals } from './refusals.ts'
import { permissionName } from './shapes.ts'

export const grantMandate = command({
  name: 'authority.grant-mandate',
  summary: "Lends one's own authority: these permissions, up to an amount, between two moments; it ends by itself.",
  input: z.strictObject({
    toId: id('principal', { control: 'person' }),
    permissions: z.array(permissionName()).min(1).max(200),
    limit: money().nullable().default(null),
    clearance: confidentiality({ folded: true }).default(1),
    from: instant({ folded: true }).optional(),
    until: instant(),
    purpose: text(300, { folded: true }).optional(),
  }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [mandateGranted],
  refusals: [
    refusals.mandateNotDelegable,
    refusals.mandatePast,
    refusals.limitCurrency,
    refusals.principalDisabled,
    refusals.permissionNotGranted,
    refusals.deputyNotPossible,
  ],
  kinds: ['mandate', 'principal'],
  tool: false,
  undoable: true,
  example: {
    toId: '019aa000-0000-7000-8000-000000000002',
    permissions: ['documents.*'],
    limit: { amount: '20000.00', currency: 'SEK' },
    until: '2030-01-01T00:00:00Z',
  },
})

export const revokeMandate = command({
  name: 'authority.revoke-mandate',
  summary: 'Ends a mandate now: by who gave it, who has it, or who administers people.',
  input: z.strictObject({ id: id('mandate', { hidden: true }), expectedVersion: expectedVersion() }),
  output: changed,
  emits: [mandateRevoked],
  refusals: [refusals.mandateRevoked, refusals.mandateNotYours],
  kinds: ['mandate'],
  subject: 'id',
  tool: false,
  example: { id: '019aa000-0000-7000-8000-000000000003' },
})

export const mandateCommands = [grantMandate, revokeMandate]
