/** What the demo office keeps beside its mailbox: saved answers, signatures, a rule, a sender that nobody misses. */

type ActAs = (who: string, command: string, input: unknown) => Promise<object>

const answers = [
  {
    title: 'Opening hours',
    shortcut: 'hours',
    texts: [
      {
        language: 'sv',
        body: 'Hej {förnamn},\n\nvi har öppet vardagar 8–17. Ring gärna 031-390 06 00 innan ni kommer.',
      },
      {
        language: 'en',
        body: 'Dear {first-name},\n\nwe are open on weekdays from 8 to 17. Please call before you come.',
      },
      {
        language: 'nb',
        body: 'Hei {fornavn},\n\nvi har åpent på hverdager fra 8 til 17. Ring gjerne før dere kommer.',
      },
      {
        language: 'nl',
        body: 'Beste {voornaam},\n\nwij zijn op werkdagen open van 8 tot 17 uur. Belt u gerust voor u komt.',
      },
    ],
  },
  {
    title: 'Your bill has come',
    shortcut: 'bill',
    texts: [
      { language: 'sv', body: 'Hej {förnamn},\n\ntack, fakturan har kommit och betalas på förfallodagen.' },
      { language: 'en', body: 'Dear {first-name},\n\nthank you, your bill has come and will be paid when it is due.' },
      { language: 'ro', body: 'Bună ziua {prenume},\n\nvă mulțumim, factura a sosit și va fi plătită la scadență.' },
      { language: 'pt', body: 'Olá {nome-próprio},\n\nobrigado, a fatura chegou e será paga na data de vencimento.' },
    ],
  },
  {
    title: 'Study visits',
    shortcut: 'visit',
    texts: [
      {
        language: 'sv',
        body: 'Hej {förnamn},\n\nvad roligt! Vi tar emot grupper om högst 20 på onsdagar kl. 13–15. Vilken onsdag passar?',
      },
      {
        language: 'en',
        body: 'Dear {first-name},\n\ngladly! We welcome groups of up to 20 on Wednesdays from 13 to 15.',
      },
    ],
  },
]

const signatures = [
  ['sv', 'Med vänlig hälsning\n{mitt-namn}\n{kontoret}'],
  ['en', 'Kind regards\n{my-name}\n{office}'],
  ['nb', 'Vennlig hilsen\n{mitt-navn}\n{kontoret}'],
  ['nl', 'Met vriendelijke groet\n{mijn-naam}\n{kantoor}'],
  ['ro', 'Cu stimă\n{numele-meu}\n{birou}'],
  ['pt', 'Com os melhores cumprimentos\n{meu-nome}\n{escritório}'],
] as const

export async function seedMailDesk(
  act: ActAs,
  boss: string,
  mailboxId: string,
  { owner, newsletter }: { readonly owner: string | undefined; readonly newsletter: string | undefined },
): Promise<void> {
  for (const answer of answers) await act(boss, 'mail.save-answer', answer)
  for (const [language, text] of signatures) await act(boss, 'mail.set-signature', { id: mailboxId, language, text })
  await act(boss, 'mail.create-rule', {
    title: 'Rent and heating',
    from: 'klippan-fastigheter.example',
    label: 'Rent',
    ...(owner && { ownerId: owner }),
  })
  if (newsletter) await act(boss, 'mail.bury-sender', { id: newsletter })
}
