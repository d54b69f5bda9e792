import { refusal } from '../../../kernel/refusal.ts'

export const refusals = {
  /** The document is in a state in which this cannot be done; data: `state`. */
  stateUnfit: refusal('document-state-unfit', 409),
  fileUnknown: refusal('file-not-stored', 404),
  parentUnfit: refusal('parent-not-document', 404),
  /** Too many files inside files; data: `limit`. */
  nestedTooDeep: refusal('document-nested-too-deep', 422),
  /** What was typed cannot be the value of that field; data: `field`, `value`. */
  fieldInvalid: refusal('field-value-invalid', 422),
  senderUnknown: refusal('sender-not-found', 404),
  classCodeUnknown: refusal('class-code-not-found', 404),
  classCodeTaken: refusal('class-code-taken', 409),
  ownerUnknown: refusal('task-owner-not-found', 404),
  notDuplicate: refusal('document-not-duplicate', 409),
  nothingSure: refusal('nothing-sure-to-confirm', 409),
  readingOutdated: refusal('reading-outdated', 409),
  /** A known sender wants to be paid to an account nobody knows; data: `field`, `read`, `known`, `party`. */
  accountChanged: refusal('account-changed', 409),
  passwordWrong: refusal('password-wrong', 422),
  /** There is nothing that a password would open; data: `name`. */
  notLocked: refusal('document-not-locked', 409),
  /** The password may be right, but what it opens cannot be taken out; data: `name`. */
  notUnlocked: refusal('document-not-unlocked', 422),
  /** A backlog comes from one stored ZIP; a folder of the machine is its operator's to name. */
  backlogSource: refusal('backlog-source-unfit', 422),
  /** The backlog is in a state in which this cannot be done; data: `state`. */
  backlogState: refusal('backlog-state-unfit', 409),
  /** data: `path`. */
  backlogFolder: refusal('backlog-folder-not-found', 404),
} as const
