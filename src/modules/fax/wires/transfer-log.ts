/** HylaFAX's log of transfers (xferfaxlog(5)): one line of tab-separated fields for each fax, the caller's number in its sixteenth. */

export interface Logged {
  readonly number: string
  readonly name: string
}

const unquoted = (field: string | undefined): string => (field ?? '').replace(/^"|"$/g, '').trim()
const isNumber = (text: string): boolean => /^\+?[\d ().-]{4,30}$/.test(text)

/** Who sent the file of that name, as the log has it; the telephone network's word before the sending machine's own. */
export function loggedSender(log: string, fileName: string): Logged | null {
  const lines = log.split('\n').filter(line => line.includes('\tRECV\t') && line.includes(fileName))
  const fields = lines.at(-1)?.split('\t')
  if (!fields) return null
  const [machine, callerName, caller] = [unquoted(fields[8]), unquoted(fields[14]), unquoted(fields[15])]
  const number = [caller, machine].find(isNumber) ?? ''
  return { number, name: isNumber(callerName) ? '' : callerName.slice(0, 200) }
}
