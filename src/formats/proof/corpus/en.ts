import { type Corpus, one } from './model.ts'

export const en: Corpus = {
  clean: [
    {
      subject: 'Inspection',
      text: 'Dear Anna,\n\nwe will come for the inspection on Tuesday 24 November at 9.30 am. Please allow two hours. Call me on 020 7946 0018 if that does not suit you.\n\nKind regards,\nElin Bergqvist',
      to: [{ name: 'Anna Smith', email: 'anna.smith@firm.example' }],
    },
    {
      text: 'Hello,\n\nthank you for your invoice dated 28 October 2026. It was paid on 20 November. Let us know if anything is missing.\n\nRegards,\nMaria',
    },
    {
      text: 'Quotation\n\nFilter change      £4,850.00\nAdjustment        £10,740.00\nTravel               £400.00\nSubtotal          £15,990.00\nVAT 20%            £3,198.00\nTotal due         £19,188.00\n\nThis quotation is valid until 31 December 2026.',
    },
    {
      text: 'Notice of board meeting\n\nWhen: Thursday, December 3, 5 pm to 7 pm\nWhere: Meeting room, second floor\n\n1. Opening\n2. Financial report\n3. Budget 2027\n4. Any other business\n\nAll welcome.',
      purpose: 'invitation',
    },
    {
      text: 'Hi John,\n\nplease find attached the contract in two copies. Sign and return one of them by 4 December.\n\nBest wishes,\nKaren',
      attached: true,
      to: [{ name: 'John Doyle', email: 'john.doyle@north.example' }],
    },
    {
      text: 'To all tenants\n\nThe water will be turned off on Wednesday 2 December between 8 am and noon. Please fill a few bottles beforehand. The lift runs as usual.\n\nThe caretaker',
      purpose: 'announcement',
    },
    {
      text: 'Hi,\n\nI am off in week 52 and back on Monday 4 January. Meanwhile Ingrid answers on 07700 900123.\n\nCheers, Peter',
    },
    {
      text: 'Dear Ms Brown,\n\nour account is IBAN GB29 NWBK 6016 1331 9268 19. Please quote the invoice number.\n\nYours sincerely,\nAccounts',
      to: [{ name: 'Helen Brown', email: 'helen.brown@client.example' }],
    },
    {
      text: 'Dear Mr Lewis,\n\nfurther to our conversation of 12 November, we confirm that we have received notice to end the tenancy agreement signed on 1 March 2019. The agreement ends on 28 February 2027. The deposit of £1,500 will be repaid within 30 days.\n\nYours faithfully,\nAlmgren & Tveit',
      to: [{ name: 'Simon Lewis', email: 'simon@lewis.example' }],
      purpose: 'letter',
    },
    {
      text: 'Dear all,\n\nthe minutes of the meeting held on 19 November are on the board in the hall. The next meeting is on 10 December at the same time.\n\nThe committee',
      to: [
        { name: 'Bob Eck', inside: true },
        { name: 'Ida East', inside: true },
      ],
    },
    {
      text: 'Hi Bill,\n\ncould you attach the receipt next time? Without it we cannot pay out the £125.\n\nThanks!\nMary',
      to: [{ name: 'William Grant', email: 'w.grant@almgren.example', inside: true }],
    },
    {
      text: 'Hi Sara,\n\nI am signing today and will post the original tomorrow.\n\nBest, Ellen\n\nOn 18 November 2026 Sara Holm <sara@holm.example> wrote:\n> Meeting on Wednesday 24 November? See attached. £300 + £200 = £600.\n',
      to: [{ name: 'Sara Holm', email: 'sara@holm.example' }],
    },
    {
      text: 'Lunch order for Friday 27 November:\n\n- 12 sandwiches at £4.50 = £54.00\n- 12 coffees at £2.50 = £30.00\n\nTotal £84.00. Delivery at 11:45, thank you!',
    },
    {
      text: 'Hello,\n\nthe trip cost £234 for the train, £189.50 for the hotel and £24 for the taxi, £447.50 in total. I will hand in the receipts on Monday.\n\nRegards,\nNadia',
    },
    {
      text: 'First aid course\n\nMonday to Tuesday 7–8 December, 9 am to 4 pm, in the large hall. Sign up by 30 November with Ingrid. There were 14 participants last year.',
      purpose: 'announcement',
    },
    {
      text: 'Dear Michael,\n\nthe budget rises from £25,000 to £27,500 next year, an increase of 10%. I know that that is mostly travel. The work may take until 2 May, and the 24 may not be enough.\n\nRegards,\nJohn',
      to: [{ name: 'Michael Ash', email: 'mike@ash.example' }],
    },
    {
      text: 'Decision\n\nPlanning permission is granted for the extension at 4 Birch Road. An appeal may be made within six months of the date of this notice. Reference 2026/0412.\n\nThe decision was taken on 17 November 2026.',
      purpose: 'letter',
    },
    {
      text: 'Hi Bob,\n\nhappy to swap: you take the 22:00–06:00 shift on Friday night, I take Sunday. November came to 160 hours.\n\nAll the best, Rick',
      to: [{ name: 'Robert Swan', email: 'robert.swan@almgren.example', inside: true }],
    },
    {
      text: 'Dear colleagues,\n\nyou are invited to the Christmas dinner on Friday 11 December at 6.30 pm at the Inn. Let us know about allergies by 1 December. Do come!\n\nThe committee',
      purpose: 'invitation',
    },
    {
      text: 'Rates 2027 (excl. VAT)\n\nHour in daytime: £89.50\nHour in the evening: £129.50\nMinimum: 2 hours\n\nThe rates apply from 1 January 2027.',
    },
    {
      text: 'Hi Petra,\n\nthe webinar is called “Hur man skriver en bra rapport” and is in Swedish, on Tuesday 8 December (week 50). The link will come by mail the day before.\n\nEllen',
      to: [{ name: 'Petra Sand', email: 'petra.sand@x.example' }],
    },
    {
      text: 'Memo about the lift\n\nThe lift in staircase B is out of order on Monday 30 November, 07:00–15:00, for maintenance. Please use staircase A.',
      purpose: 'memo',
    },
  ],
  planted: [
    one('weekday|Hello,\n\nsee you on Wednesday 24 November at ten o’clock in the office.'),
    one('weekday|Meeting on Fri 26 Nov at 1 pm. All welcome!'),
    one('weekday|Delivery is on December 1st (Wednesday) before lunch.'),
    one('weekday|The board meets on Thursday, December 4, 2026, in room 3.'),
    one('weekday|Let us meet on Monday the 24th to go through the figures.'),
    one('week|We rebuild the kitchen in week 49 (23–27 November).'),
    one('week|The course is in week 50, 24 November, for everybody on the second floor.'),
    one('relative-day|The plumber comes tomorrow, Tuesday, at eight.'),
    one('relative-day,weekday|Remember the clean-up tomorrow (25 November)!'),
    one('no-such-day|The rent must be paid by 31 November.'),
    one('no-such-day|The agreement expires on February 30, 2027.'),
    one('past|Please reply by 15 October 2026 so that we can keep a place for you.'),
    one('past|Join us at the opening on 12 November 2026 at 6 pm!'),
    one('reversed|The office is closed 27–24 December for everybody.'),
    one('reversed|Opening hours on Saturday: 15:00–11:00.'),
    one('time|We meet at 25:30 at the reception.'),
    one('time|The bus leaves at 14:75 from the square.'),
    one('sum|Paint £125.00\nBrushes £34.00\nTape £9.50\nTotal £178.50'),
    one('sum|The hotel was £189, the train £94 and meals £31, in total £324.'),
    one('product|We ordered 12 pcs at £8.90 = £116.80.'),
    one('vat,sum|Labour £800.00\nMaterial £200.00\nSubtotal £1,000.00\nVAT 20% £210.00\nTotal due £1,210.00'),
    one('iban|Please pay to IBAN GB29 NWBK 6016 1331 9268 18.'),
    one('reference|Quote RF19 5390 0754 7034 with your payment.'),
    one('iban|The account is DE89370400440532013001.'),
    one('attachment|Hi John,\n\nI attach the minutes from Thursday.\n\nEllen'),
    one('attachment|See the enclosed list for prices and terms.'),
    one('attachment|Here is the report file we talked about.'),
    one('placeholder|Dear {first name},\n\nthank you for your visit.'),
    one('placeholder|The meeting is on [date] in the large hall.'),
    one('placeholder|Your customer number is XXXX and we will be in touch.'),
    one('double|We will be in touch as soon as the the decision is made.'),
    one(
      'language|Thank you for your message. We have received your order. Hör gärna av er om ni har några frågor om leveransen. The goods will be sent on Monday.',
    ),
    one('telephone|Call us on telephone 020 79.'),
    one('count|We need three things from you:\n- the contract\n- the floor plan\n- a photo\n- your account number'),
    {
      rules: ['greeting'],
      text: 'Dear Anna,\n\nthank you for the call yesterday.',
      to: [{ name: 'Bo Ek', email: 'bo.ek@x.example' }],
    },
    {
      rules: ['similar-domain'],
      text: 'Dear Bo,\n\nthank you for your help.',
      to: [{ name: 'Bo Ek', email: 'bo.ek@northernwlnd.example' }],
      domains: ['northernwind.example'],
    },
    {
      rules: ['inside-words'],
      text: 'Dear Bo,\n\nthis is for internal use only: the margin is 12%.',
      to: [{ name: 'Bo Ek', email: 'bo.ek@x.example' }],
    },
    {
      rules: ['reply-all'],
      text: 'We will take that price.',
      to: [
        { name: 'Ellen', email: 'ellen@a.example', inside: true },
        { name: 'Bo Ek', email: 'bo@x.example' },
      ],
      replyingTo: { from: 'ellen@a.example', fromInside: true },
    },
    {
      rules: ['secret'],
      text: 'Here are the papers.',
      attached: true,
      secret: true,
      to: [{ name: 'Bo Ek', email: 'bo@x.example' }],
    },
    { rules: ['name'], text: 'I spoke with Anna Smiht about it.', names: ['Anna Smith'] },
    { rules: ['subject'], subject: '', text: 'Hello, I will get back to you tomorrow.' },
  ],
}
