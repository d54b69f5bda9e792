import { canSchema } from '../../../kernel/can.ts'
import { choice, id, instant, money, text, z } from '../../../kernel/schema.ts'
import { roleKeys } from './roles.ts'

/** `module.act`, `module.*` or `*`. */
export const permissionName = () =>
  z
    .string()
    .max(100)
    .regex(/^(\*|[a-z]+\.(\*|[a-z]+(-[a-z]+)*))$/, 'module.act, module.* or *')
    .meta({ control: 'text' })

/** A permission and up to which amount it reaches, in the office's currency; null is without limit. */
export const grantShape = () =>
  z.strictObject({ permission: permissionName(), limit: money().nullable().default(null) })

export const email = () => z.email().max(254).meta({ control: 'text' })
export const language = () => choice(['en', 'sv', 'nb', 'nl', 'ro', 'pt'], { control: 'language' })
export const roleKey = () => choice(roleKeys)

export const principalStates = ['invited', 'active', 'disabled'] as const
export const principalState = () => choice(principalStates)

export const approvalStates = ['open', 'approved', 'refused', 'withdrawn', 'closed'] as const
export const approvalState = () => choice(approvalStates)

export const named = () => z.strictObject({ id: id(), name: z.string() })

/** The head that every record page begins with. */
export const recordHead = () =>
  z.strictObject({
    id: id(),
    kind: z.string(),
    title: z.string(),
    class: z.int(),
    version: z.int(),
    state: z.string().nullable(),
  })

export const mandateRow = () =>
  z.strictObject({
    id: id('mandate'),
    from: named(),
    to: named(),
    permissions: z.array(z.string()),
    limit: money().nullable(),
    clearance: z.int(),
    purpose: z.string(),
    fromAt: instant(),
    untilAt: instant(),
    revokedAt: instant().nullable(),
    state: choice(['coming', 'holds', 'ended', 'revoked']),
    version: z.int(),
  })

export const approvalRow = () =>
  z.strictObject({
    id: id('approval'),
    title: z.string(),
    command: z.string(),
    because: z.string(),
    amount: money().nullable(),
    askedBy: named(),
    askedFor: named().nullable(),
    askedAt: instant(),
    state: approvalState(),
    decidedBy: named().nullable(),
    decidedAt: instant().nullable(),
    reason: z.string(),
    version: z.int(),
  })

/** A line of the journal in words: the sentence is in the reader's language. */
export const journalLine = () =>
  z.strictObject({
    seq: z.int(),
    at: instant(),
    who: named(),
    onBehalfOf: named().nullable(),
    command: z.string(),
    sentences: z.array(z.string()),
    records: z.array(z.strictObject({ id: id(), kind: z.string(), title: z.string() })),
    causeSeq: z.int().nullable(),
    surface: z.string(),
    requestId: z.string(),
    erased: z.boolean(),
  })

export const reason = (max = 1_000) => text(max, { control: 'longtext' })

/** What a list answers: a slice of rows, how many there are, and where it goes on. */
export const list = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ rows: z.array(row), total: z.int(), next: z.string().nullable() })
/** Permissions with their limits, as pages show them. */
export const grants = z.array(z.strictObject({ permission: z.string(), limit: money().nullable() }))
/** What may be done now. */
export const can = z.array(canSchema)
