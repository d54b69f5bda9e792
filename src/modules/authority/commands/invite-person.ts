import { implementCommand } from '../../../kernel/implement.ts'
import { invitePerson, personInvited, refusals } from '../contract.ts'
import { refuseUnlessOverRoles } from '../held.ts'
import { makeLink } from '../links.ts'
import { makePrincipal } from '../new-principal.ts'
import { titleOf } from '../principal-row.ts'

export const invitePersonBody = implementCommand(invitePerson, {
  constraints: { principal_email: refusals.emailTaken },
  async run(act, { name, email, roleIds, language }) {
    const roles: string[] = []
    for (const id of roleIds) roles.push(await titleOf(act, id, 'role'))
    await refuseUnlessOverRoles(act, roleIds)
    const principalId = await makePrincipal(act, {
      kind: 'person',
      name,
      email,
      language: language ?? act.office.language,
      roleIds,
    })
    const invitationId = await makeLink(act, 'invitation', { principalId, accountId: null, email })
    act.emit(personInvited, { id: principalId, name, roles }, [principalId])
    return {
      output: { principalId, invitationId },
      undo: { command: 'authority.disable-principal', input: { id: principalId, expectedVersion: 1 } },
    }
  },
})
