/** Drafts of forms, kept on this computer until they are sent: one for each command and record, and each person. */
import { recall, remember } from '../../preferences.ts'
import type { FormValue } from './schema.ts'

/** After this many days a draft is no longer offered. */
const keptDays = 30

interface Draft {
  readonly at: number
  readonly value: FormValue
}

export const draftPlace = (account: string, command: string, record: string): string =>
  `kontor.draft.${account}.${command}.${record}`

export function readDraft(place: string, now = Date.now()): FormValue | null {
  const text = recall(place)
  if (!text) return null
  try {
    const draft = JSON.parse(text) as Draft
    return now - draft.at < keptDays * 86_400_000 ? draft.value : null
  } catch {
    return null
  }
}

export const keepDraft = (place: string, value: FormValue, now = Date.now()): void =>
  remember(place, JSON.stringify({ at: now, value } satisfies Draft))

export const dropDraft = (place: string): void => remember(place, null)
