/** The office's working day as hours since midnight: 8.5 is half past eight. */
export interface Workday {
  readonly from: number
  readonly until: number
  readonly breaks: readonly { readonly from: number; readonly until: number }[]
}

const usual = { from: '08:00', until: '17:00', breakFrom: '12:00', breakUntil: '13:00' }

function hourOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours + minutes / 60
}

/** Reads `workday.from` and so on from the settings, by the rule of office-hours.ts: what cannot be read is the usual. */
export function workdayOf(settings: Readonly<Record<string, unknown>> | undefined): Workday {
  const hour = (name: keyof typeof usual) => {
    const given = settings?.[`workday.${name}`]
    return hourOf(typeof given === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(given) ? given : usual[name])
  }
  const [from, until, breakFrom, breakUntil] = [hour('from'), hour('until'), hour('breakFrom'), hour('breakUntil')]
  const pause = { from: Math.max(from, breakFrom), until: Math.min(until, breakUntil) }
  const rest = Math.max(0, pause.until - pause.from)
  if (until - from - rest <= 0) return workdayOf(undefined)
  return { from, until, breaks: rest > 0 ? [pause] : [] }
}
