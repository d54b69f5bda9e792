import type { ProofWords } from './model.ts'

export const en: ProofWords = {
  weekdays: [
    'monday|mon',
    'tuesday|tues|tue',
    'wednesday|wed',
    'thursday|thurs|thur|thu',
    'friday|fri',
    'saturday|sat',
    'sunday|sun',
  ],
  months: [
    'january|jan',
    'february|feb',
    'march|mar',
    'april|apr',
    'may',
    'june|jun',
    'july|jul',
    'august|aug',
    'september|sept|sep',
    'october|oct',
    'november|nov',
    'december|dec',
  ],
  dayMark: 'st|nd|rd|th',
  beforeDay: 'on the|on|the|of',
  between: 'of|in',
  clock: 'at',
  week: 'week|wk\\.?',
  relative: { today: 0, tonight: 0, tomorrow: 1, yesterday: -1 },
  rangeWords: 'to|until|till|through',
  ahead:
    "by|before|no later than|not later than|at the latest|latest|deadline|due|until|will|shall|we'll|i'll|please|looking forward|see you|meet (?:you )?on|welcome|join us|rsvp|reply|respond|return|invite[sd]?|upcoming|is scheduled|are scheduled|takes place|take place|scheduled for|would .{1,20} suit|let us meet|let's meet|expires?|pay|payable|must be|can we|could we",
  behind:
    'was|were|had|did|dated|sent|received|met|wrote|spoke|since|ago|last|held|signed|paid|agreed|took|our (?:letter|mail|email|invoice|offer|call|meeting|contract|agreement) of|your (?:letter|mail|email|invoice|offer|order|call|application) of|as of|already|from|invoiced|delivered|expired|ended|approved|adopted|decided|been|overdue|attended|thank you for|thanks for',
  meeting:
    'meeting|meet|appointment|workshop|conference|interview|call|visit|session|training|inspection|board|lunch|dinner|seminar',
  attached: [
    'attach(?:ed|ing|ment|ments)?\\b',
    'enclos(?:e|ed|ing|ure|ures)\\b',
    '(?:find|see|have put|included?|sending you) .{0,40}\\b(?:enclosed|attached|in the attachment)',
    "(?:i am|i'm|we are|we're) (?:sending|including) (?:you )?(?:the|our|a|my|over) .{0,40}\\b(?:along|with this (?:mail|e-?mail|message|letter))",
    '(?:here is|here are|here comes|here come) (?:the|our|my|your|a) .{0,30}\\b(?:file|pdf|document|documents|spreadsheet|invoice|contract|draft|report|minutes|agenda|quote|offer|photos?|pictures?|form|drawings?|presentation)\\b',
    '(?:file|pdf|document) (?:below|herewith)\\b|\\bherewith\\b',
  ],
  notAttached: [
    'attached (?:to|by|with) (?:my|your|the|his|her|our) (?:previous|earlier|last|first)',
    '(?:detach|without (?:an? )?attachments?|no attachments?|cannot open (?:the|your) attachment|(?:your|the) attachments? (?:was|were|did|could|is missing|arrived)|forgot to attach|did not attach|not attach(?:ed)?|attached to the (?:wall|door|building|frame|ceiling|floor|machine|sign)|become attached|attach(?:ed)? (?:great )?(?:importance|value)|could you (?:please )?attach|please attach|must be attached|should be attached|be attached to|enclosed (?:area|space|garden|balcony|yard)|(?:send|sent) .{0,30} separately)',
  ],
  greeting: 'dear|hi|hello|hey|good morning|good afternoon|good evening|morning|greetings',
  everybody:
    'all|everyone|everybody|team|colleagues?|friends?|both|there|sirs?|madam|customers?|members?|neighbou?rs?|tenants?|colleague|folks|guys|ladies|gentlemen|sir or madam|recipient|partners?|parents|again|and|board|support|reception|whom|residents?|supplier|client|customer',
  titles: 'mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|attorney',
  total:
    'total(?: amount)?(?: (?:due|payable|incl(?:uding)?\\.? vat|to pay|excl(?:uding)?\\.? vat))?|grand total|amount due|to pay|sum|in total|total price|total cost|balance due',
  subtotal: 'sub-?total|net(?: amount| total)?|total (?:excl(?:uding)?\\.?|before|ex\\.?|net of) vat',
  vat: 'vat|tax|gst',
  deduct: 'discount|rebate|less|paid|deposit|credit|deduction|advance|already paid',
  noSum:
    'instead|rather than|previously|compared|up to|between|minus|less|or|of which|including|per|each|maximum|minimum|at least|at most|than|budget|last year|increase[ds]?|decrease[ds]?|rises?|fell|reduced',
  inTotal:
    'in total|altogether|in all|all in all|totall?ing|total(?: of)?|sum(?: of)?|together|adds? up to|makes?|amounts? to|comes? to',
  ofWhich: 'of which|including|incl\\.?|thereof',
  inside: [
    '(?:strictly )?between (?:us|you and me|ourselves)',
    '(?:for )?internal(?:ly)?(?: use)? only',
    'do not (?:forward|share|pass (?:this )?on)|don.t (?:forward|share|tell|pass (?:this )?on)',
    'not (?:to|for) (?:the )?(?:customer|client|supplier|outsiders?|tenant|press)',
    'keep (?:this|it) (?:between|in.house|among)',
    '(?:just|only) among (?:us|ourselves|colleagues)',
    'off the record',
    '(?:without|before) (?:the )?(?:customer|client|supplier|they|them|he|she) (?:knowing|know|knows|finds? out)',
  ],
  secret: 'strictly confidential|confidential|top secret|secret|internal use only|internal only|classified',
  phone: 'tel|phone|telephone|mobile|cell|call (?:me|us)? ?(?:at|on)|fax|number|reach (?:me|us) (?:at|on)|ring|text',
  fillIn: [
    'to be (?:filled in|completed|confirmed|decided|added|inserted)',
    'fill in(?: here)?',
    'insert .{1,25} here',
    'your name here',
    'name of (?:recipient|customer|client)',
    'tbd',
    'tba',
    'tbc',
    'text goes here',
    'to do',
  ],
  twice: 'that|had|very|so|bye|no|yes|ha|hear|now|there|is|really|many|long|is',
  common:
    'the|and|of|to|is|are|you|we|for|that|this|with|your|our|have|be|will|it|on|not|from|as|please|which|an|by|has|was|but|would|if|can|at|or|any|all|there|been|their|they|dear|regards|me|my|let|know|do|should|could|when|what|were',
  numbers: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  hours: 'hours?|hrs?',
  closing:
    'best regards|kind regards|regards|sincerely|yours (?:sincerely|faithfully|truly)|best wishes|many thanks|cheers|warm regards|all the best',
}
