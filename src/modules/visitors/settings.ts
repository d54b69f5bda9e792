import { sql } from 'kysely'
import type { HostMode } from './contract.ts'
import type { At } from './visitor-row.ts'

export type Texts = Readonly<Record<string, string>>

export interface Settings {
  readonly address: string
  readonly reception_id: string | null
  readonly hosts: HostMode
  readonly photo: boolean
  readonly welcome: boolean
  readonly remind_minutes: number
  readonly keep_days: number
  readonly rules: Texts
  readonly agreement: Texts
  readonly directions: Texts
}

/** What holds where the office has said nothing. */
export const usual: Settings = {
  address: '',
  reception_id: null,
  hosts: 'all',
  photo: false,
  welcome: true,
  remind_minutes: 5,
  keep_days: 30,
  rules: {},
  agreement: {},
  directions: {},
}

export async function settingsOf(at: At): Promise<Settings> {
  const { rows } = await sql<Settings>`
    select address, reception_id, hosts, photo, welcome, remind_minutes::int as remind_minutes, keep_days::int as keep_days, rules, agreement, directions
    from visitors.settings where organisation_id = ${at.office.id}`.execute(at.db())
  return rows[0] ?? usual
}

/** A text in the reader's language, else the office's, else the first that was written; null where there is none. */
export function textIn(texts: Texts, language: string, office: string): string | null {
  const found = [texts[language], texts[office], ...Object.values(texts)].find(text => text?.trim())
  return found ?? null
}
