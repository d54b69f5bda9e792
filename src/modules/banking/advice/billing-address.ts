/** Which of somebody's mail addresses deals with money. */

/** What such an address is called, or begins with, in the languages of the office's neighbours. */
const money =
  /\b(accounts|billing|bookkeep|receivable|payable|financ|finans|invoic|faktur|ekonomi|økonomi|okonomi|regnskap|bokf[öo]r|bokhold|redovisning|reskontra|boekhoud|administratie|debiteur|crediteur|factur|contabil|fatura)/iu

export interface LabelledMail {
  readonly email: string
  readonly label: string
}

/** One that is said to be for money, else one that looks so, else the first. */
export function billingFirst(mails: readonly LabelledMail[]): string | null {
  const found =
    mails.find(one => money.test(one.label)) ?? mails.find(one => money.test(one.email.split('@')[0]!)) ?? mails[0]
  return found?.email ?? null
}
