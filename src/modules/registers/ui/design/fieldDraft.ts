/** A field while it is being designed, and what of it is said to the server. */
import type { FieldLine } from '../shared/words.ts'

export interface Draft {
  readonly name: string
  readonly type: FieldLine['type']
  readonly help: string
  readonly required: boolean
  readonly unique: boolean
  readonly inList: boolean
  /** One on each line. */
  readonly options: string
  readonly recordKind: string
  readonly of: string
  readonly counts: 'age' | 'until'
  readonly remindDays: string
  /** A person's id, `role:<key>`, or empty for whoever takes it. */
  readonly remindWho: string
}

export const fieldTypes = [
  'text',
  'longtext',
  'number',
  'money',
  'date',
  'yesno',
  'choice',
  'choices',
  'party',
  'record',
  'email',
  'phone',
  'address',
  'computed',
] as const

/** A linked field never becomes text, a computed one nothing else. */
export function types(field: FieldLine | null): readonly FieldLine['type'][] {
  if (!field) return fieldTypes
  if (field.type === 'computed') return ['computed']
  if (field.type === 'party' || field.type === 'record') return ['party', 'record']
  return fieldTypes.filter(type => type !== 'computed' && type !== 'party' && type !== 'record')
}

export function draftOf(field: FieldLine | null): Draft {
  const { remind } = field ?? {}
  return {
    name: field?.name ?? '',
    type: field?.type ?? 'text',
    help: field?.help ?? '',
    required: field?.required ?? false,
    unique: field?.unique ?? false,
    inList: field?.inList ?? true,
    options: field?.options.map(option => option.name).join('\n') ?? '',
    recordKind: field?.recordKind ?? '',
    of: field?.of ?? '',
    counts: field?.counts ?? 'until',
    remindDays: remind ? String(remind.days) : '',
    remindWho: remind?.ownerId ?? (remind?.role ? `role:${remind.role}` : ''),
  }
}

/** Options keep their id by their place or their name, so that a renamed one stays what entries have chosen. */
function optionsOf(text: string, field: FieldLine | null) {
  const names = [
    ...new Set(
      text
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean),
    ),
  ]
  const before = field?.options ?? []
  const same = before.length === names.length
  return names.map((name, at) => {
    const known =
      before.find(option => option.name === name) ??
      (same && !names.includes(before[at]!.name) ? before[at] : undefined)
    return known ? { id: known.id, name } : { name }
  })
}

export function factsOf(draft: Draft, field: FieldLine | null): Record<string, unknown> {
  const { type, remindDays, remindWho } = draft
  const isChoice = type === 'choice' || type === 'choices'
  const who = remindWho.startsWith('role:') ? { role: remindWho.slice(5) } : remindWho ? { ownerId: remindWho } : {}
  return {
    name: draft.name,
    help: draft.help,
    inList: draft.inList,
    ...(type === 'computed' ? (field ? {} : { of: draft.of, counts: draft.counts }) : { required: draft.required }),
    ...(type === 'computed' || !draft.unique ? (field ? { unique: false } : {}) : { unique: true }),
    ...(isChoice ? { options: optionsOf(draft.options, field) } : {}),
    ...(type === 'record' ? { recordKind: draft.recordKind || null } : {}),
    ...(type === 'date' ? { remind: /^\d{1,4}$/.test(remindDays) ? { days: Number(remindDays), ...who } : null } : {}),
  }
}
