/** A rule while it is being written, and what of it is said to the server. */
import type { FieldLine, RegisterDetail } from '../shared/words.ts'

type RuleLine = RegisterDetail['rules'][number]

export interface ConditionDraft {
  readonly key: string
  readonly field: string
  readonly is: RuleLine['conditions'][number]['is']
  readonly value: unknown
}

export interface ActionDraft {
  readonly key: string
  readonly do: 'task' | 'set'
  readonly title: string
  readonly who: string
  readonly due: string
  readonly field: string
  readonly value: unknown
}

export interface RuleDraft {
  readonly name: string
  readonly on: 'added' | 'changed' | 'date'
  readonly field: string
  readonly to: unknown
  readonly days: string
  readonly conditions: readonly ConditionDraft[]
  readonly actions: readonly ActionDraft[]
}

const fresh: ActionDraft = { key: 'first', do: 'task', title: '', who: '', due: '', field: '', value: null }

export function draftOf(rule: RuleLine | null): RuleDraft {
  if (!rule) return { name: '', on: 'added', field: '', to: null, days: '0', conditions: [], actions: [fresh] }
  const { when } = rule
  return {
    name: rule.name,
    on: when.on,
    field: when.on === 'added' ? '' : when.field,
    to: when.on === 'changed' ? (when.to ?? null) : null,
    days: when.on === 'date' ? String(when.days) : '0',
    conditions: rule.conditions.map(({ field, is, value }, at) => ({
      key: String(at),
      field,
      is,
      value: value ?? null,
    })),
    actions: rule.actions.map((action, at) =>
      action.do === 'task'
        ? {
            ...fresh,
            key: String(at),
            title: action.title,
            who: action.ownerId ?? (action.role ? `role:${action.role}` : ''),
            due: action.dueInDays === undefined ? '' : String(action.dueInDays),
          }
        : { ...fresh, key: String(at), do: 'set', field: action.field, value: action.value },
    ),
  }
}

/** What a field of this type can be asked. */
export function operators(field: FieldLine | undefined): readonly ConditionDraft['is'][] {
  const ordered = field && ['number', 'money', 'date'].includes(field.type)
  return ordered ? ['equals', 'not', 'above', 'below', 'empty', 'filled'] : ['equals', 'not', 'empty', 'filled']
}

export function factsOf(draft: RuleDraft, fields: readonly FieldLine[]): Record<string, unknown> {
  const offered = draft.on === 'date' ? fields.filter(field => field.type === 'date') : fields
  const field = offered.find(one => one.key === draft.field)?.key ?? offered[0]?.key ?? ''
  const when =
    draft.on === 'added'
      ? { on: 'added' }
      : draft.on === 'date'
        ? { on: 'date', field, days: Number(draft.days) || 0 }
        : { on: 'changed', field, ...(draft.to === null ? {} : { to: draft.to }) }
  return {
    name: draft.name,
    when,
    conditions: draft.conditions.map(({ field: key, is, value }) =>
      is === 'empty' || is === 'filled' ? { field: key, is } : { field: key, is, value },
    ),
    actions: draft.actions.map(action =>
      action.do === 'set'
        ? { do: 'set', field: action.field || (fields[0]?.key ?? ''), value: action.value }
        : {
            do: 'task',
            title: action.title,
            ...(action.who.startsWith('role:')
              ? { role: action.who.slice(5) }
              : action.who
                ? { ownerId: action.who }
                : {}),
            ...(/^\d{1,4}$/.test(action.due) ? { dueInDays: Number(action.due) } : {}),
          },
    ),
  }
}
