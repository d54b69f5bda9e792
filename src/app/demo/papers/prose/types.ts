/** Who sends a letter: an authority, a clinic, a person. */
export interface Sender {
  readonly name: string
  readonly unit?: string
  readonly street: string
  readonly town: string
  readonly phone: string
  readonly mail: string
  readonly organisation?: string
  readonly signer: string
  readonly role: string
}

export interface Occasion {
  readonly office: string
  readonly street: string
  /** As the letter prints days. */
  readonly today: string
  readonly until: string
  readonly from: string
  readonly person: string
}

export interface LetterWords {
  readonly sender: Sender
  readonly subject: string
  readonly paragraphs: (on: Occasion) => readonly string[]
}

export interface Applicant {
  readonly name: string
  readonly street: string
  readonly town: string
  readonly phone: string
  readonly mail: string
}

/** What the people and offices of one language write when it is not about goods and money. */
export interface Prose {
  readonly labels: {
    readonly date: string
    readonly caseNumber: string
    readonly handledBy: string
    readonly subject: string
    readonly validUntil: string
    readonly validFrom: string
    readonly confidential: string
    readonly regards: string
    readonly personalAddress: string
  }
  readonly authority: LetterWords
  readonly permit: LetterWords
  readonly health: LetterWords
  readonly private: LetterWords
  readonly lease: {
    readonly title: string
    readonly landlord: string
    readonly tenant: string
    readonly number: string
    readonly signed: string
    readonly clauses: (on: Occasion) => readonly (readonly [heading: string, text: string])[]
  }
  readonly application: {
    readonly applicant: Applicant
    readonly subject: string
    readonly paragraphs: readonly string[]
    readonly cvTitle: string
    readonly cv: readonly (readonly [heading: string, entries: readonly (readonly [when: string, what: string])[]])[]
  }
  readonly certificate: LetterWords & { readonly title: string; readonly facts: readonly (readonly [string, string])[] }
  readonly minutes: {
    readonly title: string
    readonly place: string
    readonly present: string
    readonly keeper: string
    readonly items: readonly (readonly [heading: string, text: string])[]
  }
  readonly advertising: {
    readonly company: string
    readonly headline: string
    readonly text: string
    readonly points: readonly string[]
    readonly call: string
  }
  readonly statement: {
    readonly bank: string
    readonly title: string
    readonly account: string
    readonly day: string
    readonly text: string
    readonly out: string
    readonly in: string
    readonly balance: string
    readonly opening: string
    readonly closing: string
    readonly rows: readonly string[]
  }
  /** Plain office sentences for pages of known text: every letter of the alphabet that OCR must tell apart. */
  readonly sentences: readonly string[]
  readonly mail: {
    readonly hello: string
    readonly bill: (number: string) => string
    readonly forward: string
    readonly forwardedHead: string
    readonly subjectBill: (number: string, company: string) => string
    readonly request: readonly [subject: string, body: string]
  }
}
