import { useEffect, useMemo, useRef, useState } from 'react'
import type { RegisteredCommand } from '../../answers.ts'
import { useSession } from '../../session.ts'
import { draftPlace, dropDraft, keepDraft, readDraft } from './drafts.ts'
import { endAfter } from './ends.ts'
import { keepLast, lastPlace, readLast } from './lastValues.ts'
import { emptied, type FormValue, plain, startOf } from './schema.ts'

/** How long after the last stroke the draft is kept, ms. */
const keepAfter_ms = 300

/** What a form holds: what the page gives, a draft from before, else what was entered last time. */
export function useDraft(command: string, given: FormValue | undefined, registered: RegisteredCommand) {
  const { account } = useSession()
  const subject = subjectOf(registered, given)
  const isOfPile = Object.keys(given ?? {}).length === 0
  const place = draftPlace(account.id, command, subject)
  const schema = registered.inputSchema
  // Last values are for new things; an existing record has its own.
  const last = useMemo(
    () => (registered.subject ? {} : readLast(lastPlace(account.id, command), schema, isOfPile)),
    [registered, account.id, command, schema, isOfPile],
  )
  const fresh = useMemo(() => ({ ...startOf(schema), ...last, ...known(given) }), [schema, last, given])
  const [restored, setRestored] = useState(() => readDraft(place))
  const [value, setValue] = useState<FormValue>(() => ({ ...fresh, ...restored, ...hiddenOf(registered, given) }))
  const touched = useRef(false)
  useEffect(() => {
    if (!touched.current) return
    const timer = setTimeout(() => keepDraft(place, value), keepAfter_ms)
    return () => clearTimeout(timer)
  }, [place, value])
  return {
    value,
    restored: restored !== null,
    change: (name: string, next: unknown) => {
      touched.current = true
      setValue(before => ({
        ...before,
        [name]: emptied(schema.properties?.[name], next),
        ...endAfter(schema, before, name, next),
      }))
    },
    /** Whether a value stands there because it was entered last time. */
    isLast: (name: string) => last[name] !== undefined && given?.[name] === undefined && value[name] === last[name],
    keepLast: (sent: FormValue) => {
      if (!registered.subject) keepLast(lastPlace(account.id, command), schema, sent)
    },
    drop: () => {
      touched.current = false
      dropDraft(place)
    },
    afresh: () => {
      touched.current = false
      dropDraft(place)
      setRestored(null)
      setValue(fresh)
    },
  }
}

/** What a draft is about: the record, or what the new one is made of; a draft about one mail is none about the next. */
const subjectOf = (registered: RegisteredCommand, given: FormValue = {}): string =>
  String(given[registered.subject ?? 'id'] ?? given['sourceId'] ?? '')

/** Null from a page means that nothing is known yet; only a person empties a field. */
const known = (given: FormValue = {}): FormValue =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined))

/** What the page gives stays the page's, whatever a draft says: the record and its version move on. */
function hiddenOf(registered: RegisteredCommand, given: FormValue = {}): FormValue {
  const properties = registered.inputSchema.properties ?? {}
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => plain(properties[name] ?? {}).hidden || name === registered.subject),
  )
}
