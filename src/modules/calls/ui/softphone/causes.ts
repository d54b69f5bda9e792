/** Why a call came to nothing, as a word the page knows; empty for what is usual (JsSIP's causes of RFC 3261 answers). */
const causes: Readonly<Record<string, string>> = {
  Busy: 'busy',
  Rejected: 'rejected',
  Unavailable: 'unavailable',
  'Not Found': 'unknown',
  'Address Incomplete': 'unknown',
  'Authentication Error': 'refused',
  'Incompatible SDP': 'media',
  'Missing SDP': 'media',
  'Bad Media Description': 'media',
  'WebRTC Error': 'media',
  'RTP Timeout': 'media',
  'Connection Error': 'lost',
  'Request Timeout': 'lost',
  'SIP Failure Code': 'failed',
  'Internal Error': 'failed',
  'User Denied Media Access': 'microphone',
  'No Answer': 'no-answer',
  Redirected: 'redirected',
}

export const causeWords = [
  'busy',
  'rejected',
  'unavailable',
  'unknown',
  'refused',
  'media',
  'lost',
  'failed',
  'microphone',
  'no-answer',
  'redirected',
  'elsewhere',
] as const
export type CauseWord = (typeof causeWords)[number]

export const causeOf = (told: string | undefined): string => causes[told ?? ''] ?? ''

/** RFC 3326: a CANCEL says that another telephone of the group answered, or that the call was completed there. */
export const isTakenElsewhere = (reason: string | undefined): boolean =>
  /^\s*SIP\s*;[^,]*cause\s*=\s*200\b/i.test(reason ?? '') || /completed elsewhere/i.test(reason ?? '')
