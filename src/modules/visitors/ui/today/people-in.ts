/** Reads people out of pasted lines: `name, company, e-mail`, by commas, semicolons or tabs, in any order after the name. */

export interface Pasted {
  readonly name: string
  readonly company?: string
  readonly email?: string
}

const mail = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

export function peopleIn(written: string): Pasted[] {
  return written
    .split(/\r?\n/)
    .map(line => line.split(/[\t;,]/).map(part => part.trim().replace(/^"|"$/g, '')))
    .filter(([name]) => name)
    .slice(0, 200)
    .map(([name = '', ...rest]) => {
      const email = rest.find(part => mail.test(part))
      const company = rest.find(part => part && !mail.test(part))
      return {
        name: name.slice(0, 200),
        ...(company ? { company: company.slice(0, 200) } : {}),
        ...(email ? { email } : {}),
      }
    })
}

/** A time of the wall's clock in the office's zone, as a moment. */
export function momentOf(day: string, time: string, zone: string): string {
  const guess = new Date(`${day}T${time}:00Z`)
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(guess)
  const part = (type: string) => shown.find(one => one.type === type)?.value ?? '00'
  const there = Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`)
  return new Date(guess.getTime() - (there - guess.getTime())).toISOString()
}
