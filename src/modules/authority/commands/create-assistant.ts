import { implementCommand } from '../../../kernel/implement.ts'
import { assistantCreated, createAssistant, standardRoles } from '../contract.ts'
import { refuseUnlessOverRoles } from '../held.ts'
import { makePrincipal } from '../new-principal.ts'

export const createAssistantBody = implementCommand(createAssistant, {
  async run(act, { name }) {
    const roleIds = [standardRoles.assistant.id]
    await refuseUnlessOverRoles(act, roleIds)
    const principalId = await makePrincipal(act, {
      kind: 'assistant',
      name,
      email: null,
      language: act.office.language,
      roleIds,
    })
    act.emit(assistantCreated, { id: principalId, name }, [principalId])
    return {
      output: { principalId },
      undo: { command: 'authority.disable-principal', input: { id: principalId, expectedVersion: 1 } },
    }
  },
})
