import { defineModule } from '../../kernel/implement.ts'
import { catalogues } from './catalogues.ts'
import { approveBody } from './commands/approve.ts'
import { assignRoleBody } from './commands/assign-role.ts'
import { changeOrganisationBody } from './commands/change-organisation.ts'
import { changeRoleBody } from './commands/change-role.ts'
import { closeLapsedApprovalsBody, closeLapsedJobBody } from './commands/close-lapsed-approvals.ts'
import { createApiTokenBody } from './commands/create-api-token.ts'
import { createAssistantBody } from './commands/create-assistant.ts'
import { createRoleBody } from './commands/create-role.ts'
import { disablePrincipalBody } from './commands/disable-principal.ts'
import { enablePrincipalBody } from './commands/enable-principal.ts'
import { grantMandateBody } from './commands/grant-mandate.ts'
import { invitePersonBody } from './commands/invite-person.ts'
import { offerRightsJobBody, offerStandardRightsBody } from './commands/offer-standard-rights.ts'
import { openOrganisationBody } from './commands/open-organisation.ts'
import { redactJournalLineBody } from './commands/redact-journal-line.ts'
import { refuseApprovalBody } from './commands/refuse-approval.ts'
import { renewInvitationBody } from './commands/renew-invitation.ts'
import { resetPasswordBody } from './commands/reset-password.ts'
import { revokeApiTokenBody } from './commands/revoke-api-token.ts'
import { revokeMandateBody } from './commands/revoke-mandate.ts'
import { setDeputyBody } from './commands/set-deputy.ts'
import { setLimitBody } from './commands/set-limit.ts'
import { setRecordClassBody } from './commands/set-record-class.ts'
import { setRecordsBackBody, setRecordsClassBody } from './commands/set-records-class.ts'
import { tellDecidersBody, tellWhenAsked } from './commands/tell-deciders.ts'
import { unassignRoleBody } from './commands/unassign-role.ts'
import { withdrawApprovalBody } from './commands/withdraw-approval.ts'
import { authorityContract } from './contract.ts'
import { countApprovalsBody, listApprovalsBody } from './queries/approvals.ts'
import { getApprovalBody } from './queries/get-approval.ts'
import { getPrincipalBody } from './queries/get-principal.ts'
import { getJournalLineBody, readJournalBody, recordTimelineBody } from './queries/journal.ts'
import { getMandateBody, listMandatesBody } from './queries/mandates.ts'
import { getOrganisationBody } from './queries/office.ts'
import { listPrincipalsBody, suggestPrincipalBody } from './queries/principals.ts'
import { getRoleBody, listOpenOffersBody, listRolesBody, permissionMatrixBody } from './queries/roles.ts'
import { listApiTokensBody, showApiTokenBody, showLinkBody } from './queries/secrets.ts'

export { authorityPort } from './port/index.ts'
export { knowRegistry } from './words.ts'

export const authority = defineModule({
  contract: authorityContract,
  catalogues,
  commands: [
    invitePersonBody,
    renewInvitationBody,
    resetPasswordBody,
    createAssistantBody,
    disablePrincipalBody,
    enablePrincipalBody,
    assignRoleBody,
    unassignRoleBody,
    setLimitBody,
    setDeputyBody,
    createRoleBody,
    changeRoleBody,
    offerStandardRightsBody,
    grantMandateBody,
    revokeMandateBody,
    approveBody,
    refuseApprovalBody,
    withdrawApprovalBody,
    closeLapsedApprovalsBody,
    tellDecidersBody,
    openOrganisationBody,
    changeOrganisationBody,
    setRecordClassBody,
    setRecordsClassBody,
    setRecordsBackBody,
    redactJournalLineBody,
    createApiTokenBody,
    revokeApiTokenBody,
  ],
  jobs: [closeLapsedJobBody, offerRightsJobBody],
  reactions: [tellWhenAsked],
  queries: [
    listPrincipalsBody,
    suggestPrincipalBody,
    getPrincipalBody,
    listRolesBody,
    getRoleBody,
    permissionMatrixBody,
    listOpenOffersBody,
    listMandatesBody,
    getMandateBody,
    listApprovalsBody,
    countApprovalsBody,
    getApprovalBody,
    readJournalBody,
    getJournalLineBody,
    recordTimelineBody,
    listApiTokensBody,
    showLinkBody,
    showApiTokenBody,
    getOrganisationBody,
  ],
})
