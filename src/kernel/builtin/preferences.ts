import { implementCommand, implementQuery } from '../implement.ts'
import { getPreferences, preferenceSet, setPreference } from './contract.ts'

export const setPreferenceBody = implementCommand(setPreference, {
  async run(act, { key, value }) {
    const own = { organisation_id: act.office.id, principal_id: act.principal.id, key }
    const before = await act
      .db()
      .selectFrom('kernel.preference')
      .select('value')
      .where(({ and }) => and(own))
      .executeTakeFirst()
    const kept = JSON.stringify(value)
    if (value === null)
      await act
        .db()
        .deleteFrom('kernel.preference')
        .where(({ and }) => and(own))
        .execute()
    else
      await act
        .db()
        .insertInto('kernel.preference')
        .values({ ...own, value: kept })
        .onConflict(conflict =>
          conflict.columns(['organisation_id', 'principal_id', 'key']).doUpdateSet({ value: kept }),
        )
        .execute()
    act.emit(preferenceSet, { key })
    return {
      output: { key },
      undo: { command: 'kernel.set-preference', input: { key, value: before?.value ?? null } },
    }
  },
})

export const getPreferencesBody = implementQuery(getPreferences, async (view, { prefix = '' }) => {
  const rows = await view
    .db()
    .selectFrom('kernel.preference')
    .select(['key', 'value'])
    .where('organisation_id', '=', view.office.id)
    .where('principal_id', '=', view.principal.id)
    .execute()
  return {
    preferences: Object.fromEntries(rows.filter(row => row.key.startsWith(prefix)).map(row => [row.key, row.value])),
  }
})
