import { defineModule } from '../../kernel/implement.ts'
import { addAccountBody } from './commands/add-account.ts'
import { addAddressBody } from './commands/add-address.ts'
import { addEmailBody } from './commands/add-email.ts'
import { addMembershipBody } from './commands/add-membership.ts'
import { addNumberBody } from './commands/add-number.ts'
import { addRelationBody } from './commands/add-relation.ts'
import { addSendersBody } from './commands/add-senders.ts'
import { changePartyBody } from './commands/change-party.ts'
import { createOrganisationBody } from './commands/create-organisation.ts'
import { createPersonBody } from './commands/create-person.ts'
import { importPartiesBody } from './commands/import-parties.ts'
import { forgetApartBody, keepApartBody } from './commands/keep-apart.ts'
import { mergePartiesBody } from './commands/merge-parties.ts'
import { noteAlikeBody } from './commands/note-alike.ts'
import { removeAccountBody } from './commands/remove-account.ts'
import { removeAddressBody } from './commands/remove-address.ts'
import { removeCallerNoteBody } from './commands/remove-caller-note.ts'
import { removeEmailBody } from './commands/remove-email.ts'
import { removeMembershipBody } from './commands/remove-membership.ts'
import { removeNumberBody } from './commands/remove-number.ts'
import { removeRelationBody } from './commands/remove-relation.ts'
import { restorePartyBody } from './commands/restore-party.ts'
import { retirePartyBody } from './commands/retire-party.ts'
import { undoImportBody } from './commands/undo-import.ts'
import { unmergePartiesBody } from './commands/unmerge-parties.ts'
import { writeCallerNoteBody } from './commands/write-caller-note.ts'
import { directoryContract } from './contract.ts'
import { findAlikeBody } from './jobs/find-alike.ts'
import { en } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'
import { callerCardBody } from './queries/caller-card.ts'
import { exportPartiesBody } from './queries/export-parties.ts'
import { findPartyBody } from './queries/find-party.ts'
import { getPartyBody } from './queries/get-party.ts'
import { listDuplicatesBody } from './queries/list-duplicates.ts'
import { listKnownSendersBody } from './queries/list-known-senders.ts'
import { listPartiesBody } from './queries/list-parties.ts'
import { previewImportBody } from './queries/preview-import.ts'
import { suggestPartyBody } from './queries/suggest-party.ts'
import { addSendersOnAnything } from './reactions/add-senders.ts'

export const directory = defineModule({
  contract: directoryContract,
  commands: [
    createPersonBody,
    createOrganisationBody,
    changePartyBody,
    mergePartiesBody,
    unmergePartiesBody,
    retirePartyBody,
    restorePartyBody,
    importPartiesBody,
    undoImportBody,
    addSendersBody,
    addNumberBody,
    addEmailBody,
    addAddressBody,
    addAccountBody,
    addMembershipBody,
    removeNumberBody,
    removeEmailBody,
    removeAddressBody,
    removeAccountBody,
    removeMembershipBody,
    addRelationBody,
    removeRelationBody,
    writeCallerNoteBody,
    removeCallerNoteBody,
    keepApartBody,
    forgetApartBody,
    noteAlikeBody,
  ],
  queries: [
    listPartiesBody,
    getPartyBody,
    findPartyBody,
    suggestPartyBody,
    listDuplicatesBody,
    listKnownSendersBody,
    previewImportBody,
    callerCardBody,
    exportPartiesBody,
  ],
  jobs: [findAlikeBody],
  reactions: [addSendersOnAnything],
  catalogues: { en, sv, nb, nl, ro, pt },
})
