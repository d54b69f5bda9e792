import { refusal } from '../../../kernel/refusal.ts'

export const personUnknown = refusal('channels-person-unknown', 422)
/** What an address of a channel or form tells that opens nothing. */
export const channelClosed = refusal('channel-closed', 404)
/** Data: `title`. */
export const channelRetired = refusal('channel-retired', 409)
/** It was not signed by whom it should come from, or too long ago. */
export const channelForged = refusal('channel-forged', 401)
/** The provider does not take what is kept for it. Data: `said`. */
export const channelNotReached = refusal('channel-not-reached', 422)
/** Data: `who`. */
export const conversationHeld = refusal('conversation-held', 409)
/** They wrote STOP. */
export const optedOut = refusal('conversation-opted-out', 409)
/** Data: `hours`. */
export const windowOver = refusal('conversation-window-over', 409)
/** Data: `most`. */
export const messageTooLong = refusal('message-too-long', 422)
/** Nobody can be answered there: a sender without a number, what could not be read. */
export const noAnswerThere = refusal('conversation-no-answer', 409)
/** Here a paper goes as a link. */
export const noFilesThere = refusal('channel-sends-no-files', 422)
/** Data: `name`, `most` in megabytes. */
export const fileTooLargeThere = refusal('channel-file-too-large', 422)
export const noTemplates = refusal('channel-no-templates', 422)
export const snoozePast = refusal('conversation-snooze-past', 422)
/** Data: `state`. */
export const messageUnderWay = refusal('message-under-way', 409)
/** Data: `state`. */
export const messageNotDoubtful = refusal('message-not-doubtful', 409)
export const recipientWrong = refusal('channel-recipient-wrong', 422)
/** Data: `title`. */
export const formNotReady = refusal('form-not-ready', 422)
export const formState = refusal('form-not-so', 409)
export const fieldTwice = refusal('form-field-twice', 422)
export const nothingToFile = refusal('message-nothing-to-file', 409)
/** What is secret has to be given, or given again. */
export const channelSecretMissing = refusal('channel-secret-missing', 422)
