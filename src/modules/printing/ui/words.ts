import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { SayFunction } from '../../../web/language/Say.tsx'
import type { getJob, getPrinter, listJobs, listPrinters } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type PrintingKeys = keyof typeof en
export type JobLine = OutputOf<typeof listJobs>['rows'][number]
export type JobDetail = OutputOf<typeof getJob>
export type PrinterLine = OutputOf<typeof listPrinters>['rows'][number]
export type PrinterDetail = OutputOf<typeof getPrinter>

export const jobGlyphs: Readonly<Record<JobLine['state'], Glyph>> = {
  queued: 'waits',
  sending: 'half',
  printing: 'half',
  held: 'blocked',
  done: 'done',
  cancelled: 'ended',
  failed: 'late',
}

export const printerGlyphs: Readonly<Record<PrinterLine['state'], Glyph>> = {
  unknown: 'open',
  idle: 'done',
  printing: 'half',
  stopped: 'blocked',
  unreachable: 'late',
}

/** What the printer reports of jobs that run as they should is no reason to look up. */
const quiet =
  /^(none|job-(completed|printing|queued|incoming|spooling|data|outgoing|transforming)|processing|moving-to-paused|connecting)/

/** Keywords of RFC 8011 and PWG 5100.9 in words; how grave it is stands at their end. */
export function reasonWords(say: SayFunction<PrintingKeys>, reasons: readonly string[]): string[] {
  const words = reasons
    .filter(reason => !quiet.test(reason))
    .map(reason => {
      const plain = reason.replace(/-(error|warning|report)$/, '')
      return (
        (say as SayFunction<string>).maybe(`page.printing.reason.${plain}`) ??
        say('page.printing.reason.other', { reason: plain })
      )
    })
  return [...new Set(words)]
}

export const problemWords = (say: SayFunction<PrintingKeys>, problem: string): string =>
  (say as SayFunction<string>).maybe(`page.printing.problem.${problem}`) ?? problem
