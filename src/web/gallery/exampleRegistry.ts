/** Commands of an imagined module `kit`, one for each thing a form can be asked. */
import type { JsonSchema, RegisteredCommand, RegisteredKind } from '../answers.ts'

const uuid: JsonSchema = { type: 'string', format: 'uuid' }
const money: JsonSchema = {
  control: 'money',
  type: 'object',
  properties: { amount: { type: 'string' }, currency: { type: 'string' } },
  required: ['amount', 'currency'],
}
const subject = {
  id: { ...uuid, control: 'record', hidden: true },
  expectedVersion: { type: 'integer', hidden: true },
} satisfies Record<string, JsonSchema>

const command = (name: string, inputSchema: JsonSchema, extra: Partial<RegisteredCommand> = {}): RegisteredCommand => ({
  name: `kit.${name}`,
  module: 'kit',
  kinds: ['kit-bill'],
  inputSchema: { type: 'object', ...inputSchema },
  ...extra,
})

export const exampleCommands: readonly RegisteredCommand[] = [
  command(
    'verify-account',
    {
      properties: { ...subject, note: { type: 'string', control: 'longtext', title: 'What they said' } },
      required: ['id', 'note'],
    },
    { subject: 'id', icon: 'shield-check', key: 'v' },
  ),
  command('approve-bill', { properties: subject, required: ['id'] }, { subject: 'id', icon: 'check', key: 'p' }),
  command(
    'refuse-bill',
    {
      properties: { ...subject, reason: { type: 'string', control: 'text', title: 'Why' } },
      required: ['id', 'reason'],
    },
    { subject: 'id', icon: 'x' },
  ),
  command(
    'write-to-sender',
    {
      properties: { ...subject, text: { type: 'string', control: 'longtext', title: 'Text' } },
      required: ['id', 'text'],
    },
    { subject: 'id', icon: 'mail' },
  ),
  command(
    'file-elsewhere',
    {
      properties: { ...subject, under: { type: 'string', control: 'text', title: 'Under' } },
      required: ['id', 'under'],
    },
    { subject: 'id', icon: 'folder' },
  ),
  command('schedule-payment', { properties: subject, required: ['id'] }, { subject: 'id', icon: 'cash' }),
  command(
    'create-order',
    {
      properties: {
        title: { type: 'string', control: 'text', title: 'What is ordered', maxLength: 200 },
        supplierId: { ...uuid, control: 'record', kind: 'kit-supplier', title: 'From whom' },
        amount: { ...money, title: 'For how much' },
        dueOn: { type: 'string', format: 'date', control: 'date', title: 'Delivered by' },
        effortMinutes: { type: 'integer', control: 'duration', title: 'Work it takes' },
        urgency: { enum: ['low', 'normal', 'high'], control: 'choice', title: 'Urgency', default: 'normal' },
        note: { type: 'string', control: 'longtext', title: 'Note' },
        review: { type: 'boolean', control: 'boolean', title: 'Somebody else looks at it before it is sent' },
        meetAt: { type: 'string', format: 'date-time', control: 'instant', folded: true, title: 'Handed over' },
        class: { type: 'integer', minimum: 0, maximum: 3, control: 'class', folded: true, title: 'Confidentiality' },
        watcherIds: {
          type: 'array',
          items: { ...uuid, control: 'record', kind: 'kit-supplier' },
          folded: true,
          title: 'Told about it',
        },
        lines: {
          type: 'array',
          folded: true,
          title: 'Lines',
          items: {
            type: 'object',
            properties: {
              what: { type: 'string', control: 'text', title: 'What' },
              price: { ...money, title: 'Price' },
            },
            required: ['what'],
          },
        },
      },
      required: ['title', 'supplierId', 'amount'],
    },
    { icon: 'package', kinds: [] },
  ),
]

export const exampleKinds: readonly RegisteredKind[] = [
  { kind: 'kit-bill', icon: 'receipt', path: '/kit/record', listQuery: 'kit.papers', detailQuery: null },
  { kind: 'kit-supplier', icon: 'building', path: '/kit/record', listQuery: 'kit.suppliers', detailQuery: null },
]

/** Words that a module's catalogue would have. */
export const exampleWords: Readonly<Record<string, string>> = {
  'kit.verify-account': 'Verify bank account',
  'kit.approve-bill': 'Approve',
  'kit.refuse-bill': 'Refuse',
  'kit.write-to-sender': 'Write to the sender',
  'kit.file-elsewhere': 'File elsewhere',
  'kit.schedule-payment': 'Schedule payment',
  'kit.create-order': 'New order',
}
