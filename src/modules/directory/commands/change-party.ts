import { implementCommand } from '../../../kernel/implement.ts'
import { changeParty, factsOfOtherKind, partyChanged } from '../contract.ts'
import { partyOf, refreshParty, requireCurrent, sortName, type PartyRow } from '../party-row.ts'
import type { DirectoryTables } from '../tables.ts'

const columns = {
  name: 'name',
  givenName: 'given_name',
  familyName: 'family_name',
  role: 'role',
  companyNumber: 'company_number',
  vatNumber: 'vat_number',
  country: 'country',
  language: 'language',
  website: 'website',
  languages: 'languages',
  preferredWay: 'preferred_way',
  note: 'note',
  manner: 'manner',
} as const satisfies Record<string, keyof PartyRow>
type Fact = keyof typeof columns

const ofOtherKind = {
  person: ['companyNumber', 'vatNumber'],
  organisation: ['givenName', 'familyName', 'role'],
} as const satisfies Record<string, readonly Fact[]>

export const changePartyBody = implementCommand(changeParty, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, input, party) {
    requireCurrent(act, party)
    const changed = (Object.keys(columns) as Fact[]).filter(fact => input[fact] !== undefined)
    const alien = ofOtherKind[party.kind].find(fact => input[fact])
    if (alien) act.refuse(factsOfOtherKind, { field: alien, kind: party.kind })
    const set = Object.fromEntries(changed.map(fact => [columns[fact], input[fact]]))
    await act
      .db<DirectoryTables>()
      .updateTable('directory.party')
      .set({ ...set, sort_name: sortName(input.name ?? party.name) })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', input.id)
      .execute()
    const version = await refreshParty(act, input.id)
    act.emit(partyChanged, { id: input.id, title: input.name ?? party.name, changed }, [input.id])
    const before = Object.fromEntries(changed.map(fact => [fact, party[columns[fact]]]))
    return {
      output: { id: input.id, version },
      undo: {
        command: 'directory.change-party',
        input: { id: input.id, kind: party.kind, expectedVersion: version, ...before },
      },
    }
  },
})
